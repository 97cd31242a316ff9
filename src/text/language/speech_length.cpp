// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/speech_length.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace recital {

namespace {

/// Latin, Greek, Cyrillic and Armenian letters and their marks: one each.
constexpr char32_t first_other_script = 0x590;

class SpeechLengths {
public:
    static const SpeechLengths& known() {
        static const SpeechLengths lengths;
        return lengths;
    }

    [[nodiscard]] std::size_t of(char32_t code_point) const {
        if (code_point < first_other_script) {
            return 1;
        }
        UErrorCode status = U_ZERO_ERROR;
        const auto found = lengths_.find(uscript_getScript(static_cast<UChar32>(code_point), &status));
        return found == lengths_.end() ? 1 : found->second;
    }

private:
    SpeechLengths() {
        const auto path = resource_folder() / "data" / "languages" / "speech_lengths.tsv";
        for (const DataRow& row : read_data_table(path, 2, 2)) {
            const auto script = u_getPropertyValueEnum(UCHAR_SCRIPT, row.cells[0].c_str());
            const auto length = std::strtoul(row.cells[1].c_str(), nullptr, 10);
            if (script == UCHAR_INVALID_CODE || length == 0) {
                throw Error(ErrorKind::internal,
                            path.string() + ": not a script of Unicode, or not a length: " + row.cells[0]);
            }
            lengths_.emplace(static_cast<UScriptCode>(script), length);
        }
    }

    std::map<UScriptCode, std::size_t> lengths_;
};

} // namespace

std::size_t speech_length(std::string_view spoken) {
    std::size_t length = 0;
    for (std::size_t position = 0; position < spoken.size();) {
        length += SpeechLengths::known().of(next_code_point(spoken, position));
    }
    return length;
}

double speaking_seconds(std::size_t length, double words_per_minute) {
    // Characters of spoken text for each word of the engine's nominal rate, spaces and stops included
    // (measured).
    constexpr double characters_per_word = 6.3;
    return static_cast<double>(length) / characters_per_word * 60 / words_per_minute;
}

std::size_t longest_clause(std::string_view spoken) {
    constexpr std::string_view marks = ",;:.?!";
    std::size_t longest = 0;
    while (!spoken.empty()) {
        const auto end = std::min(spoken.find_first_of(marks), spoken.size());
        longest = std::max(longest, speech_length(spoken.substr(0, end)));
        spoken.remove_prefix(std::min(end + 1, spoken.size()));
    }
    return longest;
}

} // namespace recital
