// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/wav_reader.h"

#include "base/error.h"
#include "container/wav/audio_file.h"
#include "container/wav/record_chunk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace recital {

namespace {

/// A file that is open, and its size in bytes.
struct OpenFile {
    SNDFILE* file = nullptr;
    std::uint64_t bytes = 0;
};

/// The contents of all chunks of that kind. The library fills a chunk that is larger than its file with
/// zeros: such a chunk is damaged, and so is one far beyond any chapter list.
std::vector<std::string> read_chunks(const OpenFile& open, const char* id) {
    constexpr std::uint64_t max_chunk_bytes = std::uint64_t{1} << 26U;
    const AudioFileLibrary& library = AudioFileLibrary::instance();
    SF_CHUNK_INFO wanted{};
    wanted.id_size = static_cast<unsigned>(std::strlen(id));
    std::memcpy(wanted.id, id, wanted.id_size);
    std::vector<std::string> contents;
    for (auto* iterator = library.chunk_iterator(open.file, &wanted); iterator != nullptr;
         iterator = library.next_chunk(iterator)) {
        SF_CHUNK_INFO chunk{};
        if (library.chunk_size(iterator, &chunk) != SF_ERR_NO_ERROR ||
            chunk.datalen > std::min(open.bytes, max_chunk_bytes)) {
            throw Error(ErrorKind::input, fmt::format("its chunk '{}' is damaged", id));
        }
        std::string content(chunk.datalen, '\0');
        chunk.data = content.data();
        if (library.chunk_data(iterator, &chunk) != SF_ERR_NO_ERROR) {
            throw Error(ErrorKind::input, fmt::format("its chunk '{}' cannot be read", id));
        }
        contents.push_back(std::move(content));
    }
    return contents;
}

/// What stands for a length that the writer did not know: the greatest number, that of a signed integer, the
/// next to it (arecord), and what leaves room for a head below that (SoX, eSpeak NG).
constexpr std::array<std::uint32_t, 4> unknown_lengths = {0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, 0x7FFFF000};

std::uint32_t read_u32(std::istream& file) {
    std::array<unsigned char, 4> bytes{};
    file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    std::uint32_t value = 0;
    for (std::size_t n = bytes.size(); n > 0; --n) {
        value = (value << 8U) | bytes[n - 1];
    }
    return value;
}

/// Whether the sound has one of those lengths and the file ends before it: RIFF alone, for RF64 states
/// lengths elsewhere.
bool is_open_ended(const std::filesystem::path& path) {
    constexpr std::streamoff riff_header = 12;
    std::ifstream file(path, std::ios::binary);
    std::string id(4, '\0');
    if (!file.read(id.data(), 4) || id != "RIFF") {
        return false;
    }
    file.seekg(riff_header);
    while (file.read(id.data(), 4)) {
        const std::uint32_t size = read_u32(file);
        if (id == "data") {
            const auto start = static_cast<std::uint64_t>(file.tellg());
            return file && start + size > std::filesystem::file_size(path) &&
                   std::find(unknown_lengths.begin(), unknown_lengths.end(), size) != unknown_lengths.end();
        }
        file.seekg(static_cast<std::streamoff>(size) + size % 2, std::ios::cur);
    }
    return false;
}

/// The record that the program keeps in a chunk; empty if there is none.
std::string record_in(const OpenFile& open) {
    const auto records = read_chunks(open, record_chunk);
    return records.empty() ? std::string() : records.front().substr(0, records.front().find('\0'));
}

/// libsndfile would try any file, and complain of it on standard error.
bool is_wave(const std::filesystem::path& path) {
    std::string magic(4, '\0');
    std::ifstream(path, std::ios::binary).read(magic.data(), static_cast<std::streamsize>(magic.size()));
    return magic == "RIFF" || magic == "RF64";
}

} // namespace

WaveNotes read_wave_notes(const std::filesystem::path& path) {
    SF_INFO info{};
    const AudioFile file(AudioFileLibrary::instance().open(path.c_str(), SFM_READ, &info));
    if (file == nullptr) {
        throw Error(ErrorKind::input, fmt::format("its header is damaged: {}",
                                                  AudioFileLibrary::instance().describe_error(nullptr)));
    }
    const OpenFile open{file.get(), std::filesystem::file_size(path)};
    WaveNotes notes;
    const auto cues = read_chunks(open, "cue ");
    notes.chapters = parse_wave_chapters(cues.empty() ? std::string() : cues.front(),
                                         read_chunks(open, "LIST"), info.samplerate);
    notes.record = record_in(open);
    notes.open_ended = is_open_ended(path);
    return notes;
}

BookStamp read_wav_stamp(const std::filesystem::path& path) {
    SF_INFO info{};
    const AudioFile file(is_wave(path) ? AudioFileLibrary::instance().open(path.c_str(), SFM_READ, &info)
                                       : nullptr);
    const char* software =
        file == nullptr ? nullptr : AudioFileLibrary::instance().text(file.get(), SF_STR_SOFTWARE);
    if (software == nullptr) {
        return {};
    }
    try {
        return {software, record_in({file.get(), std::filesystem::file_size(path)})};
    } catch (const Error&) {
        return {software, {}}; // a damaged record is for `verify` to report
    }
}

} // namespace recital
