// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sndfile.h>

#include <memory>

namespace recital {

/// The functions of libsndfile that are used. It is loaded when the first WAV file is read, because it loads
/// the codecs of other formats, too.
struct AudioFileLibrary {
    decltype(&sf_open) open;
    decltype(&sf_close) close;
    decltype(&sf_strerror) describe_error;
    decltype(&sf_get_string) text;
    decltype(&sf_get_chunk_iterator) chunk_iterator;
    decltype(&sf_next_chunk_iterator) next_chunk;
    decltype(&sf_get_chunk_size) chunk_size;
    decltype(&sf_get_chunk_data) chunk_data;

    /// Throws an `engine` error if the library is missing.
    static const AudioFileLibrary& instance();
};

struct CloseAudioFile {
    void operator()(SNDFILE* file) const { AudioFileLibrary::instance().close(file); }
};
/// Owns an open file of libsndfile.
using AudioFile = std::unique_ptr<SNDFILE, CloseAudioFile>;

} // namespace recital
