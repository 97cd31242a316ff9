// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/wav.h"

#include "base/error.h"
#include "container/book_record.h"
#include "container/id3.h"
#include "container/pcm_codec.h"
#include "container/sound_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sndfile.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <string_view>
#include <vector>

namespace recital {

namespace {

void put_u32(std::string& out, std::uint64_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

/// Multimedia Programming Interface and Data Specifications 1.0, "Cue-Points Chunk". Times are 32 bits of
/// samples: chapters past that have no cue point.
std::string cue_chunk(const std::vector<std::uint64_t>& starts) {
    std::string chunk;
    put_u32(chunk, starts.size());
    for (std::size_t n = 0; n < starts.size(); ++n) {
        put_u32(chunk, n + 1);
        put_u32(chunk, starts[n]);
        chunk += "data";
        put_u32(chunk, 0);
        put_u32(chunk, 0);
        put_u32(chunk, starts[n]);
    }
    return chunk;
}

/// The same, "Associated Data Chunk": a label for each cue point. A label's size counts its text and one
/// zero, nothing more, or readers lose their way to the next.
std::string label_list(const std::vector<std::string_view>& titles) {
    std::string list = "adtl";
    for (std::size_t n = 0; n < titles.size(); ++n) {
        std::string label;
        put_u32(label, n + 1);
        label += titles[n];
        label.push_back('\0');
        const std::size_t size = label.size();
        label.append(size % 2, '\0');
        const std::size_t odd_words = (list.size() + 8 + label.size()) % 4;
        if (n + 1 == titles.size() && odd_words != 0) {
            // libsndfile fills a chunk up to whole words of zeros, which would look like one more label.
            label.append(odd_words, '\0');
        }
        list += "labl";
        put_u32(list, n + 1 == titles.size() ? label.size() : size);
        list += label;
    }
    return list;
}

void set_chunk(SNDFILE* file, std::string_view id, const std::string& content) {
    SF_CHUNK_INFO chunk{};
    std::memcpy(chunk.id, id.data(), id.size());
    chunk.id_size = static_cast<unsigned>(id.size());
    std::string padded = content;
    padded.append(content.size() % 2, '\0');
    chunk.datalen = static_cast<unsigned>(padded.size());
    chunk.data = padded.data();
    if (sf_set_chunk(file, &chunk) != SF_ERR_NO_ERROR) {
        throw Error(ErrorKind::output, "tags and chapters cannot be written into the WAVE file");
    }
}

void set_chapters(SNDFILE* file, const Book& book) {
    std::vector<std::uint64_t> starts;
    std::vector<std::string_view> titles;
    std::uint64_t start = 0;
    for (const BookChapter& chapter : book.chapters) {
        if (start <= UINT32_MAX) {
            starts.push_back(start);
            titles.push_back(chapter.title);
        }
        start += chapter.samples();
    }
    set_chunk(file, record_chunk, book_record(book));
    set_chunk(file, "cue ", cue_chunk(starts));
    set_chunk(file, "LIST", label_list(titles));
}

void set_tags(SNDFILE* file, const BookTags& tags) {
    const auto set = [file](int type, const std::string& value) {
        if (!value.empty()) {
            sf_set_string(file, type, value.c_str());
        }
    };
    set(SF_STR_TITLE, tags.title);
    set(SF_STR_ALBUM, tags.album);
    set(SF_STR_ARTIST, tags.artist);
    set(SF_STR_GENRE, tags.genre);
    set(SF_STR_DATE, tags.date);
    set(SF_STR_COMMENT, tags.description);
    set(SF_STR_COPYRIGHT, tags.rights);
    set(SF_STR_TRACKNUMBER, tags.track == 0 ? "" : fmt::format("{}/{}", tags.track, tags.tracks));
    set(SF_STR_SOFTWARE, std::string(tool_name()));
}

} // namespace

void write_wav(const Book& book, const TakeLoader& load, const TemporaryFile& file,
               std::uint64_t most_riff_bytes) {
    const bool large = book.samples() * sizeof(std::int16_t) > most_riff_bytes;
    SF_INFO info{};
    info.samplerate = book.format.sample_rate;
    info.channels = 1;
    info.format = (large ? SF_FORMAT_RF64 : SF_FORMAT_WAV) | SF_FORMAT_PCM_16;
    const FileDescriptor descriptor = file.descriptor();
    const SoundFile out(sf_open_fd(descriptor.get(), SFM_WRITE, &info, SF_FALSE));
    if (out == nullptr) {
        throw Error(ErrorKind::output, fmt::format("cannot be written: {}", sf_strerror(nullptr)),
                    {file.path().string(), 0});
    }
    set_tags(out.get(), book.tags);
    set_chapters(out.get(), book);
    // RIFF does not say how its own texts are encoded and has no field for some of them, ID3 does and has. It
    // holds no chapters: ffmpeg would show them twice.
    set_chunk(out.get(), "id3 ", id3_tag(book.tags));
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& entry : chapter.takes) {
            const std::vector<std::int16_t> samples = pcm_samples(load(entry).packets);
            if (sf_write_short(out.get(), samples.data(), static_cast<sf_count_t>(samples.size())) !=
                static_cast<sf_count_t>(samples.size())) {
                throw Error(
                    ErrorKind::output,
                    "cannot be written: the disk is full or failed: free some space or choose another folder",
                    {file.path().string(), 0});
            }
        }
    }
}

std::string read_wav_tool(const std::filesystem::path& path) {
    // libsndfile would try its hand at any file, and say on standard error what it thinks of it.
    std::string magic(4, '\0');
    std::ifstream(path, std::ios::binary).read(magic.data(), static_cast<std::streamsize>(magic.size()));
    if (magic != "RIFF" && magic != "RF64") {
        return {};
    }
    SF_INFO info{};
    const SoundFile file(sf_open(path.c_str(), SFM_READ, &info));
    const char* software = file == nullptr ? nullptr : sf_get_string(file.get(), SF_STR_SOFTWARE);
    return software == nullptr ? "" : software;
}

} // namespace recital
