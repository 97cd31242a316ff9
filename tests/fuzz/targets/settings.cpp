// SPDX-License-Identifier: GPL-3.0-or-later
// What a person writes besides texts: voice profiles, lexicons, tables of data, templates of names.
#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "fuzz/balanced_xml.h"
#include "fuzz/parts.h"
#include "fuzz/target.h"
#include "speech/voice/voice.h"
#include "studio/job/file_name.h"
#include "studio/job/metadata_tags.h"
#include "studio/job/output_template.h"
#include "studio/planning/plan_record.h"
#include "text/lexicon/lexicon.h"

#include <cmath>
#include <string>
#include <vector>

namespace recital::fuzz {
namespace {

void check_voice(const Voice& voice) {
    require(!voice.language.empty() && !voice.engine.voice.empty(),
            "a voice has a language and an engine's voice");
    require(voice.engine.words_per_minute >= slowest_words_per_minute &&
                voice.engine.words_per_minute <= fastest_words_per_minute,
            "the engine can speak at the rate of a voice");
    for (const double value :
         {voice.pauses.head, voice.pauses.tail, voice.pauses.sentence, voice.engine.pitch,
          voice.loudness.true_peak, voice.sound.high_pass, voice.heading.rate}) {
        require(std::isfinite(value), "settings are finite");
    }
    (void)describe_profile(voice);
}

/// With the program's own profiles around it, and alone in its folder, where it can name itself.
void load_profile(std::string_view bytes) {
    const std::filesystem::path path = scratch_file("voices/fuzz.toml", bytes);
    for (const auto& folder : {resource_folder() / "voices", path.parent_path()}) {
        refusing(ErrorKind::voice, [&] { check_voice(load_voice(folder, path.string())); });
    }
}

/// Entries that were read are used on a text that has their own words. Errors of entries are of the kind
/// `usage`, those of files `input`.
void use_lexicon(const std::string& name, std::string_view bytes) {
    static const PhonemeTable phonemes(resource_folder() / "data" / "phonemes", "en-US");
    try {
        const std::vector<LexiconEntry> entries = read_lexicon(scratch_file(name, bytes));
        std::string spoken = "He heard";
        for (const LexiconEntry& entry : entries) {
            require(!entry.written.empty() && is_utf8(entry.written), "an entry is of something written");
            spoken += ' ' + entry.written;
        }
        const Lexicon lexicon(entries, "en-US", phonemes, SoundRange::foreign);
        const PronunciationSource* const all = &lexicon;
        std::size_t end = 0;
        for (const Pronunciation& found : find_pronunciations(spoken, {&all, 1})) {
            require(found.begin >= end && found.begin < found.end && found.end <= spoken.size(),
                    "pronunciations are in order and inside");
            end = found.end;
        }
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::usage || error.kind() == ErrorKind::input, error.to_string());
    }
}

void read_table(std::string_view bytes) {
    constexpr std::size_t columns = 3;
    refusing(ErrorKind::usage, [&] {
        std::size_t line = 0;
        for (const DataRow& row : read_data_table(scratch_file("fuzz.tsv", bytes), columns, 2)) {
            require(row.cells.size() == columns && row.place.line > line, "rows are whole and in order");
            line = row.place.line;
            for (const std::string& cell : row.cells) {
                require(is_utf8(cell) && cell.find_first_of("\t\n") == std::string::npos, "a cell is a text");
                require(!cell.starts_with(' ') && !cell.ends_with(' '), "a cell has no spaces around it");
            }
        }
    });
}

/// A template, a value for its fields, and a tag, each on a line.
void make_names(std::string_view bytes) {
    const std::vector<std::string> lines = lines_of(bytes);
    if (lines.size() < 3) {
        return;
    }
    constexpr std::size_t max_name_bytes = 200;
    const std::string name = safe_file_name(lines[1]);
    require(name.size() <= max_name_bytes && is_utf8(name) && name.find('/') == std::string::npos &&
                name != ".." && name != ".",
            "a file name is safe: " + name);
    refusing(ErrorKind::usage, [&] {
        std::map<std::string, std::string> values;
        for (const std::string& field : OutputTemplate::field_names()) {
            values[field] = lines[1];
        }
        const auto path = OutputTemplate(lines[0]).path(values, "book");
        require(!path.empty() && stays_below(path), "no value leaves its folder: " + path.string());
    });
    refusing(ErrorKind::usage, [&] {
        GivenTags tags;
        parse_given_tag(lines[2], tags);
        require(tags.size() == 1, "a tag is given");
        BookTags all;
        apply_given_tags(tags, all);
    });
}

const Target targets[] = {
    {"voice", load_profile},
    {"lexicon", [](std::string_view bytes) { use_lexicon("fuzz.tsv", bytes); }},
    {"pls",
     [](std::string_view bytes) {
         use_lexicon("fuzz.pls", bytes);
         use_lexicon("fuzz.pls", balanced_xml(bytes));
     }},
    {"data_table", read_table},
    {"names", make_names},
};

} // namespace
} // namespace recital::fuzz
