// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/script.h"

#include "base/file.h"
#include "base/resources.h"
#include "base/system/system_error.h"
#include "cli/output/exit_code.h"
#include "cli/output/explanation.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/names_json.h"
#include "cli/output/print.h"
#include "document/language/detection.h"
#include "document/read.h"
#include "document/readers/foreign/foreign_kind.h"
#include "document/readers/records/records.h"
#include "speech/voice/language_voices.h"
#include "studio/pronunciation/pronouncer.h"
#include "studio/sources/document_worker.h"
#include "studio/sources/musician_id.h"
#include "text/language/language.h"
#include "text/script/readability.h"
#include "text/script/script.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <new>
#include <utility>
#include <variant>

namespace recital {

namespace {

constexpr double usual_words_per_minute =
    175; // bears on nothing that is printed but where very long sentences part

Json to_json(const std::vector<Sentence>& sentences) {
    Json list = Json::array();
    for (const Sentence& sentence : sentences) {
        list.push_back({{"source", sentence.source}, {"spoken", sentence.spoken}});
    }
    return list;
}

Language load_language(std::string_view tag) {
    return {resource_folder() / "data" / "languages", tag};
}

/// Gives scripts their pronunciations, and tells of lexicons that lie beside them.
Pronouncer make_pronouncer(const ScriptOptions& options, Messages& messages) {
    return {resource_folder() / "data", options.voice, options.lexicons,
            [&messages](const Diagnostic& notice) { messages.notify(notice); }};
}

std::vector<std::filesystem::path> files_of(const ScriptOptions& options) {
    return options.input == "-" ? std::vector<std::filesystem::path>()
                                : std::vector{std::filesystem::path(options.input)};
}

Json explanations_to_json(const std::vector<Explanation>& explanations) {
    Json list = Json::array();
    for (const Explanation& explanation : explanations) {
        list.push_back(to_json(explanation));
    }
    return list;
}

/// The language that each line is read in: the one it is written in, where there is a voice for it.
class LineLanguages {
public:
    /// `given` is the language that a person gave for all lines; it may be empty.
    LineLanguages(const Voice& voice, std::string given)
        : voice_(voice), given_(std::move(given)), voices_(resource_folder() / "voices") {}

    [[nodiscard]] const Language& of(const std::string& line) {
        const std::string written =
            given_.empty() ? detect_language({{Block::Kind::paragraph, 0, line, 1}}) : given_;
        const std::string read = voices_.reading(voice_, written).language;
        const auto [entry, is_new] = languages_.try_emplace(read);
        if (is_new) {
            entry->second = std::make_unique<Language>(load_language(read));
        }
        return *entry->second;
    }

private:
    const Voice& voice_;
    std::string given_;
    LanguageVoices voices_;
    std::map<std::string, std::unique_ptr<Language>> languages_; ///< by tag
};

/// The source of a sentence is what was written, with the reference marks that are not read.
void restore_marks(std::vector<Sentence>& sentences, const std::string& line,
                   const std::vector<RemovedMark>& marks) {
    std::size_t from = 0;
    for (Sentence& sentence : sentences) {
        const std::size_t begin = line.find(sentence.source, from);
        if (begin != std::string::npos) {
            from = begin + sentence.source.size();
            sentence.source = with_removed_marks(sentence.source, begin, marks);
        }
    }
}

/// Whether the engine can read the line. If not, an error says why, and the line has no sentences.
bool is_readable(const std::string& line, const Language& language, const SourcePlace& place, bool json,
                 Messages& messages) {
    const std::string remedy = remedy_for_script(line, language.tag());
    if (remedy.empty()) {
        return true;
    }
    messages.fail({place.file, place.line, ErrorKind::input, remedy});
    if (json) {
        print_json_line({{"sentences", Json::array()}, {"error", remedy}});
    } else {
        print_output("\n");
    }
    return false;
}

std::vector<Sentence> sentences_of(const Chapter& chapter) {
    std::vector<Sentence> sentences;
    for (const Passage& passage : chapter.passages) {
        sentences.insert(sentences.end(), passage.sentences.begin(), passage.sentences.end());
    }
    return sentences;
}

/// Returns whether all lines could be read.
bool print_lines(std::istream& in, const ScriptOptions& options) {
    LineLanguages languages(options.voice, options.reading.language);
    Messages messages;
    Pronouncer pronouncer = make_pronouncer(options, messages);
    bool all_read = true;
    std::size_t number = 0;
    for (std::string bytes; flush_output() && std::getline(in, bytes);) {
        std::vector<RemovedMark> marks;
        const std::string line = read_body_line(bytes, &marks);
        const Language& language = languages.of(line);
        if (!is_readable(line, language, {options.input, ++number}, options.json, messages)) {
            all_read = false;
            continue;
        }
        auto sentences = read_aloud(line, language);
        if (options.explain) {
            Script script{
                {}, language.tag(), {{{}, {{Role::body, PackedSentences(sentences), Border::end}}}}};
            pronouncer.pronounce(script, files_of(options));
            const auto explanations = explain(sentences_of(script.chapters[0]), language, options.voice);
            if (options.json) {
                print_json_line({{"sentences", explanations_to_json(explanations)}});
            } else {
                std::for_each(explanations.begin(), explanations.end(), print);
            }
            continue;
        }
        if (options.json) {
            restore_marks(sentences, line, marks);
            print_json_line({{"sentences", to_json(sentences)}});
            continue;
        }
        std::string spoken;
        for (const Sentence& sentence : sentences) {
            spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
        }
        print_output("{}\n", Whole{spoken});
    }
    messages.finish_warnings();
    messages.finish_failures();
    return all_read;
}

/// The row of a table that was asked for. `name` is that of the table.
Document read_row(RecordReader records, const ScriptOptions& options, const std::string& name) {
    if (options.ids.empty()) {
        throw_needs_id(name, records.columns_without_id());
    }
    records.select(options.ids);
    DocumentWorker parser(options.reading, {});
    records.read_markup_with([&parser](const RecordText& record) { return parser.parse(record); });
    auto record = records.next();
    if (!record) {
        throw Error(ErrorKind::input,
                    fmt::format("no row has the id \"{}\" in its field \"id\": see --fields",
                                fmt::join(options.ids, "\" or \"")),
                    {options.input, 0});
    }
    if (const auto* const error = std::get_if<Error>(&record->content)) {
        throw Error(*error);
    }
    return std::get<Document>(std::move(record->content));
}

/// Source code, pictures and the like are not read line by line either.
void refuse_foreign_file(const std::string& path) {
    constexpr std::size_t head = 4096;
    if (is_own_descriptor(path)) {
        return; // what is read of a pipe is gone
    }
    std::string bytes(head, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (const auto kind = foreign_kind(bytes, path)) {
        throw Error(ErrorKind::input, kind->to_string(), {path, 0});
    }
}

bool has_wanted_id(const Document& document, const ScriptOptions& options) {
    const std::string id = document.id.empty() ? id_from_name(document.musician) : document.id;
    return options.ids.empty() || std::find(options.ids.begin(), options.ids.end(), id) != options.ids.end();
}

/// Throws an `input` error if the text is not the one that was asked for.
Document with_wanted_id(Document document, const ScriptOptions& options) {
    if (!has_wanted_id(document, options)) {
        throw Error(ErrorKind::input,
                    fmt::format("the text does not have the id \"{}\"", fmt::join(options.ids, "\" or \"")),
                    {options.input, 0});
    }
    return document;
}

/// A text or, with --id, a row of a table.
Document read_standard_input(const ScriptOptions& options) {
    const std::string name = "standard input";
    std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    if (!is_table(bytes)) {
        return with_wanted_id(DocumentWorker(options.reading, {}).parse(std::move(bytes), name), options);
    }
    return read_row(RecordReader(name, bytes, options.fields, options.reading), options, name);
}

Document read_file_or_row(const ScriptOptions& options) {
    if (is_record_kind(options.input)) {
        return read_row(RecordReader(options.input, options.fields, options.reading), options, options.input);
    }
    return with_wanted_id(DocumentWorker(options.reading, {}).parse(read_file(options.input), options.input),
                          options);
}

Document read_document_of(const ScriptOptions& options) {
    try {
        return options.input == "-" ? read_standard_input(options) : read_file_or_row(options);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorKind::input, memory_error_text(), {options.input, 0});
    }
}

Document read_input(const ScriptOptions& options) {
    Document document = read_document_of(options);
    Messages messages;
    for (const Diagnostic& diagnostic : document.diagnostics) {
        messages.warn(diagnostic);
    }
    for (const Diagnostic& notice : document.notices) {
        messages.notify(notice);
    }
    messages.finish_warnings();
    return document;
}

/// Prints the script as JSON; `tell` makes that of a chapter's sentences.
template <typename Tell>
void print_script_json(const Script& script, const Subject& subject, Tell tell) {
    Json chapters = Json::array();
    for (const Chapter& chapter : script.chapters) {
        chapters.push_back({{"title", chapter.title}, {"sentences", tell(sentences_of(chapter))}});
    }
    Json line = {{"musician", script.musician}, {"language", script.language}};
    put_names(line, subject.birth_name, subject.other_names, subject.candidates);
    line["chapters"] = std::move(chapters);
    print_json_line(line);
}

/// Prints the script for a person; `tell` prints a chapter's sentences.
template <typename Tell>
void print_script_text(const Script& script, Tell tell) {
    print_output("{}\n", script.musician);
    for (const Chapter& chapter : script.chapters) {
        print_output("\n[{}]\n", chapter.title);
        tell(sentences_of(chapter));
    }
}

void print_script(const Script& script, const Subject& subject, bool json) {
    if (json) {
        return print_script_json(script, subject, [](const auto& sentences) { return to_json(sentences); });
    }
    print_script_text(script, [](const auto& sentences) {
        for (const Sentence& sentence : sentences) {
            print_output("{}\n", Whole{sentence.spoken});
        }
    });
}

void print_explained(Script script, const Document& document, const Language& language,
                     const ScriptOptions& options) {
    Messages messages;
    make_pronouncer(options, messages).pronounce(script, files_of(options), document, language);
    if (options.json) {
        return print_script_json(script, document, [&](const auto& sentences) {
            return explanations_to_json(explain(sentences, language, options.voice));
        });
    }
    print_script_text(script, [&](const auto& sentences) {
        const auto explanations = explain(sentences, language, options.voice);
        std::for_each(explanations.begin(), explanations.end(), print);
    });
}

bool print_lines_of_input(const ScriptOptions& options) {
    if (options.input == "-") {
        return print_lines(std::cin, options);
    }
    require_regular_file(options.input);
    refuse_foreign_file(options.input);
    std::ifstream file(options.input);
    if (!file) {
        throw Error(ErrorKind::input, "cannot be read", {options.input, 0});
    }
    return print_lines(file, options);
}

} // namespace

int run_script(const ScriptOptions& options) {
    if (options.lines) {
        return print_lines_of_input(options) ? exit_all_done : exit_some_failed;
    }
    const Document document = read_input(options);
    require_readable(document);
    ScriptOptions reading = options;
    reading.voice = LanguageVoices(resource_folder() / "voices").reading(options.voice, document.language);
    const Language language = load_language(reading.voice.language);
    Script script = make_script(document, language, passage_limit(usual_words_per_minute));
    if (options.explain) {
        print_explained(std::move(script), document, language, reading);
    } else {
        print_script(script, document, options.json);
    }
    return exit_all_done;
}

} // namespace recital
