// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/book.h"
#include "container/codec/codec.h"
#include "container/formats.h"
#include "support/scratch_folder.h"
#include "support/signals.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace recital::testing_support {

/// Brings a take's content when its turn has come.
using TakeLoader = std::function<Take(const BookTake&)>;

/// What a book knows of a take.
inline BookTake make_book_take(std::size_t number, const Take& take, const FormatSettings& format) {
    BookTake entry;
    static_cast<TakeSummary&>(entry) = summarise(take, format.frame_samples());
    entry.number = number;
    return entry;
}

/// Gives a writer all takes of the book.
inline void write_takes(const Book& book, const TakeLoader& load, BookWriter& writer) {
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& take : chapter.takes) {
            writer.add(load(take));
        }
    }
    writer.finish();
}

inline void write_book(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    write_takes(book, load, *open_book_writer(book, file));
}

/// A book of made-up sound, with its takes at hand: every take begins with one frame of near silence and ends
/// with two, as mastered passages do.
struct MadeBook {
    Book book;
    std::map<std::size_t, Take> takes; ///< by number
    std::vector<float> master;         ///< the sound of all takes, one behind the other

    [[nodiscard]] TakeLoader loader() const {
        return [this](const BookTake& take) { return takes.at(take.number); };
    }
};

inline BookTags some_tags() {
    BookTags tags;
    tags.title = "Bekzat Sánchez Pérez";
    tags.album = "Bekzat Sánchez Pérez";
    tags.artist = "An Author";
    tags.album_artist = "An Author";
    tags.composer = "eSpeak NG (narrator)";
    tags.genre = "Audiobook";
    tags.description = "A biography.";
    tags.date = "1999-05-04";
    tags.language = "en";
    return tags;
}

/// The sound of one passage: a pause, some tones in noise, a pause; `frames` codec frames in all.
inline std::vector<float> passage_sound(std::size_t frames, std::size_t frame_samples, int rate,
                                        std::uint32_t seed) {
    auto samples = noise(frames * frame_samples, 1e-4, seed);
    const auto tone = sine(180.0 + 40 * seed, 0.2, rate, static_cast<double>(samples.size()) / rate);
    const auto hiss = smoothed(noise(samples.size(), 0.1, seed + 1000));
    const std::size_t head = frame_samples;
    const std::size_t tail = 2 * frame_samples;
    const std::size_t spoken = samples.size() - std::min(samples.size(), head + tail);
    for (std::size_t n = 0; n < spoken; ++n) {
        const double swell =
            std::sin(std::numbers::pi * static_cast<double>(n) / static_cast<double>(spoken));
        samples[head + n] += static_cast<float>(swell) * (tone[n] + hiss[n]);
    }
    return samples;
}

/// A book whose chapters have the titles given and as many takes as `takes_of`, each of 8 to 12 frames (or,
/// where a frame is a single sample, of as many thousand).
inline MadeBook make_book(const FormatSettings& format, const std::vector<std::string>& titles,
                          std::size_t takes_of = 2) {
    MadeBook made;
    made.book.format = format;
    made.book.tags = some_tags();
    made.book.loudness.integrated = -22; // about what the made-up sound measures
    const std::size_t frame = format.frame_samples() == 1 ? 1000 : format.frame_samples();
    const auto codec = make_codec(format);
    std::uint32_t seed = 0;
    for (const std::string& title : titles) {
        BookChapter chapter{title, {}};
        for (std::size_t t = 0; t < takes_of; ++t) {
            const auto sound = passage_sound(8 + seed % 5, frame, format.sample_rate, seed);
            made.master.insert(made.master.end(), sound.begin(), sound.end());
            Take take;
            take.samples = sound.size();
            take.packets = codec->encode(sound);
            const std::size_t number = seed++;
            chapter.takes.push_back(make_book_take(number, take, format));
            made.takes.emplace(number, std::move(take));
        }
        made.book.chapters.push_back(std::move(chapter));
    }
    return made;
}

/// Writes the book to `path` as a run does.
inline void write_to(const MadeBook& made, const std::filesystem::path& path) {
    TemporaryFile file(path);
    write_book(made.book, made.loader(), file);
    file.commit();
}

} // namespace recital::testing_support
