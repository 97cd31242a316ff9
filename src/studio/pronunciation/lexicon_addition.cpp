// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/lexicon_addition.h"

#include "base/file.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "studio/pronunciation/phoneme_reading.h"
#include "text/lexicon/edit.h"
#include "text/lexicon/file.h"
#include "text/lexicon/lexicon.h"

#include <fmt/format.h>

#include <system_error>

namespace recital {

namespace {

/// Throws a `usage` error unless the voice can say the entry; returns how it says it.
std::string checked_ipa(const LexiconEntry& entry, const Voice& voice) {
    const PhonemeTable phonemes(resource_folder() / "data" / "phonemes", voice.language);
    if (phonemes.is_empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("there are no pronunciations for voices in the language {}", voice.language));
    }
    (void)Lexicon({&entry, 1}, voice.language, phonemes, SoundRange::foreign);
    const Phonemes read = phonemes.read(entry.pronunciation, SoundRange::foreign, {});
    const SpokenForm form{entry.written, {{0, entry.written.size(), read.text, {}}}};
    return read_phonemes({&form, 1}, voice).front();
}

void write(const std::filesystem::path& file, const std::string& text) {
    TemporaryFile temporary(std::filesystem::absolute(file));
    FileWriter writer(temporary.descriptor(), file.string());
    writer.write(text);
    writer.flush();
    temporary.commit_synced();
}

} // namespace

std::filesystem::path lexicon_for(std::span<const std::filesystem::path> inputs) {
    const std::string_view name = lexicon_file_names.front();
    if (inputs.empty()) {
        return name;
    }
    std::error_code ignored;
    const std::filesystem::path& input = inputs.front();
    return (std::filesystem::is_directory(input, ignored) ? input : input.parent_path()) / name;
}

LexiconAddition add_to_lexicon(const std::filesystem::path& table, const std::string& written,
                               const std::string& pronunciation, const Voice& voice) {
    if (fold_case(table.extension().string()) == ".pls") {
        throw Error(
            ErrorKind::usage,
            "entries are added to tables (.tsv), not to W3C lexicons: give another file with --lexicon",
            {table.string(), 0});
    }
    std::string before;
    std::error_code ignored;
    if (std::filesystem::exists(table, ignored)) {
        (void)read_lexicon(table); // what is wrong in it would be found by the next run only
        before = read_file(table);
    }
    const std::string ipa =
        checked_ipa({normalise_nfc(written), {}, {}, normalise_nfc(pronunciation), {}}, voice);
    EditedTable edited = with_entry(before, written, pronunciation);
    write(table, edited.text);
    return {{table.string(), edited.line}, std::move(edited.replaced), ipa};
}

} // namespace recital
