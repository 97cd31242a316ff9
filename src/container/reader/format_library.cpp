// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/format_library.h"

#include "base/error.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <string>

namespace recital::media {

namespace {

FormatLibrary load() {
    const std::string name = fmt::format("libavformat.so.{}", LIBAVFORMAT_VERSION_MAJOR);
    void* const handle = ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) {
        throw Error(ErrorKind::engine,
                    fmt::format("{} cannot be loaded: install the package libavformat{} to read audio files",
                                name, LIBAVFORMAT_VERSION_MAJOR));
    }
    FormatLibrary library{};
    const auto find = [&]<typename Function>(Function& function, const char* symbol) {
        function = reinterpret_cast<Function>(::dlsym(handle, symbol));
        if (function == nullptr) {
            throw Error(ErrorKind::engine, fmt::format("{} lacks {}", name, symbol));
        }
    };
    find(library.open_input, "avformat_open_input");
    find(library.close_input, "avformat_close_input");
    find(library.find_stream_info, "avformat_find_stream_info");
    find(library.index_entries, "avformat_index_get_entries_count");
    find(library.find_best_stream, "av_find_best_stream");
    find(library.probe_input_format, "av_probe_input_format");
    find(library.read_frame, "av_read_frame");
    return library;
}

} // namespace

const FormatLibrary& FormatLibrary::instance() {
    static const FormatLibrary library = load();
    return library;
}

} // namespace recital::media
