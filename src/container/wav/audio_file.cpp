// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/wav/audio_file.h"

#include "base/library/shared_library.h"

namespace recital {

namespace {

AudioFileLibrary load() {
    constexpr unsigned version = 1; // of its interface, since 2002
    AudioFileLibrary functions{};
    const SharedLibrary library("sndfile", version, "libsndfile1");
    library.find(functions.open, "sf_open");
    library.find(functions.close, "sf_close");
    library.find(functions.describe_error, "sf_strerror");
    library.find(functions.text, "sf_get_string");
    library.find(functions.chunk_iterator, "sf_get_chunk_iterator");
    library.find(functions.next_chunk, "sf_next_chunk_iterator");
    library.find(functions.chunk_size, "sf_get_chunk_size");
    library.find(functions.chunk_data, "sf_get_chunk_data");
    return functions;
}

} // namespace

const AudioFileLibrary& AudioFileLibrary::instance() {
    static const AudioFileLibrary functions = load();
    return functions;
}

} // namespace recital
