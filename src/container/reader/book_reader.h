// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_checksum.h"
#include "container/reader/chapter_lists.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// What a finished audio file says of itself.
struct BookInfo {
    std::string format; ///< "m4b", "mp3", "opus", "flac", "wav"
    int rate = 0;       ///< Hz
    int channels = 0;
    bool lossless = false;
    std::optional<std::uint64_t> samples;    ///< as it says they will be heard; nothing where it does not say
    std::uint64_t samples_tolerance = 0;     ///< how coarsely it says so
    std::map<std::string, std::string> tags; ///< by libavformat's names for them, in lower case
    std::vector<ChapterList> chapter_lists;  ///< the one that players prefer first; empty where there is none
    std::string record;                      ///< what recital noted in it, see book/record.h
    bool open_ended = false; ///< its writer could not know how long it would become: it ends where it ends

    /// The chapters that players show; empty where it has none.
    [[nodiscard]] const std::vector<ChapterMark>& chapters() const;
    /// The tag of that name, empty where there is none.
    [[nodiscard]] std::string tag(const std::string& name) const;
    /// Whether recital wrote the file as it is. Other programs copy all tags, the record among them, into
    /// what they make of a book, but for the one that says who wrote it.
    [[nodiscard]] bool is_written_by_recital() const;
};

/// What was wrong with the packets of a file.
struct SoundDamage {
    std::uint64_t packets_cut = 0;     ///< end before their end
    std::uint64_t packets_refused = 0; ///< by the decoder, or decoded into something else than the stream is
    std::optional<double> first;       ///< where the first of them stands, in seconds

    [[nodiscard]] bool any() const { return packets_cut + packets_refused > 0; }
};

/// Reads a finished audio file by libavformat and decodes it by libavcodec, block by block: memory does not
/// grow with the sound, only with the file's own index. What encoders put in front and behind (delay and
/// padding) is left out.
class BookReader {
public:
    /// Opens the file. Throws an `input` error that says what is wrong: missing, a folder, empty, not audio,
    /// of a format that recital does not read, or damaged where it describes itself.
    explicit BookReader(const std::filesystem::path& path);
    BookReader(const BookReader&) = delete;
    BookReader& operator=(const BookReader&) = delete;
    ~BookReader();

    [[nodiscard]] const BookInfo& info() const { return info_; }

    /// The next samples, mono (the mean of the channels), full scale 1.0; empty at the end. Valid until the
    /// next call. Packets that cannot be decoded are passed over and counted.
    [[nodiscard]] std::span<const float> read();

    /// What was found so far.
    [[nodiscard]] const SoundDamage& damage() const { return damage_; }

    /// Of the packets read so far, or of the samples where the format is lossless: what the book's record
    /// states. Nothing where the samples are not 16-bit mono.
    [[nodiscard]] std::optional<AudioChecksum> checksum() const { return checksum_; }

private:
    struct Input;

    void send_packet();
    void take_note_of(bool cut, bool refused);
    void add_samples_to_checksum();
    [[nodiscard]] std::optional<std::span<const float>> converted();

    std::unique_ptr<Input> input_;
    BookInfo info_;
    SoundDamage damage_;
    std::optional<AudioChecksum> checksum_{std::in_place};
    std::vector<float> block_;
};

} // namespace recital
