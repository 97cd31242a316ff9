// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace recital::media {

/// The functions of libavformat and libswresample that are used. They are loaded when the first file is read,
/// because libavformat loads three dozen other libraries that rendering does not need and that would cost
/// every run 10 ms and 5 MiB.
struct FormatLibrary {
    decltype(&avformat_open_input) open_input;
    decltype(&avformat_close_input) close_input;
    decltype(&avformat_find_stream_info) find_stream_info;
    decltype(&avformat_index_get_entries_count) index_entries;
    decltype(&av_find_best_stream) find_best_stream;
    decltype(&av_probe_input_format) probe_input_format;
    decltype(&av_read_frame) read_frame;

    decltype(&swr_alloc_set_opts2) set_conversion;
    decltype(&swr_init) init_conversion;
    decltype(&swr_convert) convert;
    decltype(&swr_free) free_conversion;

    /// Throws an `engine` error if a library is missing.
    static const FormatLibrary& instance();
};

} // namespace recital::media
