// SPDX-License-Identifier: GPL-3.0-or-later
// What this program parses of finished files by itself: it is read, or refused with an error of the input.
#include "container/book/record.h"
#include "container/m4b/mp4_box.h"
#include "container/reader/chapter_lists.h"
#include "container/reader/wav_reader.h"
#include "container/sidecar/playlist.h"
#include "container/sidecar/publications.h"
#include "fuzz/target.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

namespace recital::fuzz {
namespace {

void check_marks(const std::vector<ChapterMark>& marks, std::size_t bytes) {
    require(marks.size() <= bytes, "there are not more chapters than bytes");
    for (const ChapterMark& mark : marks) {
        require(std::isfinite(mark.start) && mark.start >= 0, "a chapter has a possible time");
    }
}

void parse_nero(std::string_view bytes) {
    refusing(ErrorKind::input, [&] { check_marks(parse_nero_chapters(bytes), bytes.size()); });
}

void parse_boxes(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        std::istringstream file{std::string(bytes)};
        const std::string nero = mp4::find_box(file, "moov/udta/chpl+", 1U << 17U);
        require(nero.size() <= bytes.size(), "a box is not larger than its file");
        check_marks(parse_nero_chapters(nero), bytes.size());
    });
}

/// The first byte is the length of the cue chunk, the list is behind it.
void parse_cue_chunks(std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    const std::string_view rest = bytes.substr(1);
    const std::size_t cut = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), rest.size());
    refusing(ErrorKind::input, [&] {
        check_marks(parse_wave_chapters(rest.substr(0, cut), {"adtl" + std::string(rest.substr(cut))}, 24000),
                    bytes.size());
    });
}

void read_wave(std::string_view bytes) {
    refusing(ErrorKind::input,
             [&] { check_marks(read_wave_notes(scratch_file("fuzz.wav", bytes)).chapters, bytes.size()); });
}

void parse_record(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        const BookRecord record = parse_book_record(bytes);
        require(record.chapters.size() <= bytes.size(), "there are not more chapters than bytes");
        require(record.version > 0 && std::is_sorted(record.starts.begin(), record.starts.end()) &&
                    (record.starts.empty() || record.starts.back() <= record.samples),
                "chapters begin one after the other, inside the book");
    });
}

void parse_cues(std::string_view kind, std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        for (const SubtitleCue& cue : parse_subtitles(bytes, kind).value_or(std::vector<SubtitleCue>())) {
            require(std::isfinite(cue.start) && (cue.start >= 0 || kind == "json"),
                    "a cue has a possible time");
            require(!cue.end || std::isfinite(*cue.end), "a cue has a possible end");
        }
    });
}

void read_playlist(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        const std::filesystem::path path = scratch_file("fuzz.m3u8", bytes);
        (void)read_playlist_application(path);
        require(read_playlist_names(path).size() <= bytes.size(), "there are not more names than bytes");
    });
}

const Target targets[] = {
    {"nero", parse_nero},
    {"boxes", parse_boxes},
    {"cues", parse_cue_chunks},
    {"wave", read_wave},
    {"record", parse_record},
    {"vtt", [](std::string_view bytes) { parse_cues("vtt", bytes); }},
    {"srt", [](std::string_view bytes) { parse_cues("srt", bytes); }},
    {"lrc", [](std::string_view bytes) { parse_cues("lrc", bytes); }},
    {"json", [](std::string_view bytes) { parse_cues("json", bytes); }},
    {"playlist", read_playlist},
};

} // namespace
} // namespace recital::fuzz
