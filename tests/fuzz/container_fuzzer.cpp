// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds bytes to what this program parses of finished files by itself; RECITAL_FUZZ_NAME says which part.
// Whatever the bytes, they are read or refused with an error of the input.
#include "base/error.h"
#include "container/book/record.h"
#include "container/m4b/mp4_box.h"
#include "container/reader/chapter_lists.h"
#include "container/reader/wav_reader.h"
#include "container/sidecar/publications.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace recital;

void require(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "%s\n", what);
        std::abort();
    }
}

void check_marks(const std::vector<ChapterMark>& marks, std::size_t bytes) {
    require(marks.size() <= bytes, "more chapters than bytes");
    for (const ChapterMark& mark : marks) {
        require(std::isfinite(mark.start) && mark.start >= 0, "an impossible time");
    }
}

/// The first byte parts the cue chunk from the list.
void parse_wave(std::string_view bytes) {
    if (!bytes.empty()) {
        const std::size_t cut = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), bytes.size());
        check_marks(
            parse_wave_chapters(bytes.substr(0, cut), {"adtl" + std::string(bytes.substr(cut))}, 24000),
            bytes.size());
    }
}

void parse_file(std::string_view bytes) {
    const std::string path = "/tmp/recital-fuzz-" RECITAL_FUZZ_NAME;
    std::ofstream(path, std::ios::binary) << bytes;
    check_marks(read_wave_notes(path).chapters, bytes.size());
}

void parse_boxes(std::string_view bytes) {
    std::istringstream file{std::string(bytes)};
    const std::string nero = mp4::find_box(file, "moov/udta/chpl+", 1U << 17U);
    require(nero.size() <= bytes.size(), "a box larger than its file");
    check_marks(parse_nero_chapters(nero), bytes.size());
}

void parse_cues(std::string_view bytes, std::string_view kind) {
    for (const SubtitleCue& cue : parse_subtitles(bytes, kind).value_or(std::vector<SubtitleCue>())) {
        require(kind == "json" || (std::isfinite(cue.start) && cue.start >= 0), "an impossible time");
    }
}

void parse(std::string_view part, std::string_view bytes) {
    if (part == "nero") {
        check_marks(parse_nero_chapters(bytes), bytes.size());
    } else if (part == "boxes") {
        parse_boxes(bytes);
    } else if (part == "cues") {
        parse_wave(bytes);
    } else if (part == "wave") {
        parse_file(bytes);
    } else if (part == "record") {
        (void)parse_book_record(bytes);
    } else {
        parse_cues(bytes, part);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        parse(RECITAL_FUZZ_NAME, std::string_view(reinterpret_cast<const char*>(data), size));
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::input, error.what());
    }
    return 0;
}
