// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/format_library.h"

#include "base/library/shared_library.h"

#include <fmt/format.h>

namespace recital::media {

namespace {

FormatLibrary load() {
    FormatLibrary library{};
    const SharedLibrary format("avformat", LIBAVFORMAT_VERSION_MAJOR,
                               fmt::format("libavformat{}", LIBAVFORMAT_VERSION_MAJOR));
    format.find(library.open_input, "avformat_open_input");
    format.find(library.close_input, "avformat_close_input");
    format.find(library.find_stream_info, "avformat_find_stream_info");
    format.find(library.index_entries, "avformat_index_get_entries_count");
    format.find(library.find_best_stream, "av_find_best_stream");
    format.find(library.probe_input_format, "av_probe_input_format");
    format.find(library.read_frame, "av_read_frame");
    const SharedLibrary conversion("swresample", LIBSWRESAMPLE_VERSION_MAJOR,
                                   fmt::format("libswresample{}", LIBSWRESAMPLE_VERSION_MAJOR));
    conversion.find(library.set_conversion, "swr_alloc_set_opts2");
    conversion.find(library.init_conversion, "swr_init");
    conversion.find(library.convert, "swr_convert");
    conversion.find(library.free_conversion, "swr_free");
    return library;
}

} // namespace

const FormatLibrary& FormatLibrary::instance() {
    static const FormatLibrary library = load();
    return library;
}

} // namespace recital::media
