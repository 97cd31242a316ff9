// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/wav_reader.h"

#include "base/error.h"
#include "container/sound_file.h"

#include <fmt/format.h>

#include <cstring>

namespace recital {

namespace {

/// Far beyond any chapter list; what claims to be larger is damaged.
constexpr std::size_t most_chunk_bytes = std::size_t{1} << 26U;

/// The contents of all chunks of that kind.
std::vector<std::string> read_chunks(SNDFILE* file, const char* id) {
    SF_CHUNK_INFO wanted{};
    wanted.id_size = static_cast<unsigned>(std::strlen(id));
    std::memcpy(wanted.id, id, wanted.id_size);
    std::vector<std::string> contents;
    for (auto* iterator = sf_get_chunk_iterator(file, &wanted); iterator != nullptr;
         iterator = sf_next_chunk_iterator(iterator)) {
        SF_CHUNK_INFO chunk{};
        if (sf_get_chunk_size(iterator, &chunk) != SF_ERR_NO_ERROR || chunk.datalen > most_chunk_bytes) {
            throw Error(ErrorKind::input, fmt::format("its chunk '{}' is damaged", id));
        }
        std::string content(chunk.datalen, '\0');
        chunk.data = content.data();
        if (sf_get_chunk_data(iterator, &chunk) != SF_ERR_NO_ERROR) {
            throw Error(ErrorKind::input, fmt::format("its chunk '{}' cannot be read", id));
        }
        contents.push_back(std::move(content));
    }
    return contents;
}

} // namespace

WaveNotes read_wave_notes(const std::filesystem::path& path) {
    SF_INFO info{};
    const SoundFile file(sf_open(path.c_str(), SFM_READ, &info));
    if (file == nullptr) {
        throw Error(ErrorKind::input, fmt::format("its head is damaged: {}", sf_strerror(nullptr)));
    }
    WaveNotes notes;
    const auto cues = read_chunks(file.get(), "cue ");
    notes.chapters = parse_wave_chapters(cues.empty() ? std::string() : cues.front(),
                                         read_chunks(file.get(), "LIST"), info.samplerate);
    const auto records = read_chunks(file.get(), record_chunk);
    if (!records.empty()) {
        notes.record = records.front().substr(0, records.front().find('\0'));
    }
    return notes;
}

} // namespace recital
