// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/script_command.h"

#include "base/resources.h"
#include "cli/program.h"
#include "document/read.h"
#include "speech/language_voices.h"
#include "text/language.h"
#include "text/script.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr double usual_words_per_minute =
    175; // bears on nothing that is printed but where very long sentences part

void print_json(const Json& json) {
    fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

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

/// The language that a text in the given one is read in: its own where there is a voice for it.
std::string spoken_language(std::string_view language) {
    const auto voices = resource_folder() / "voices";
    return LanguageVoices(voices).reading(load_voice(voices, default_voice), language).language;
}

void print_lines(std::istream& in, bool json) {
    const Language language = load_language("en");
    for (std::string line; std::getline(in, line);) {
        const auto sentences = read_aloud(read_body_line(line), language);
        if (json) {
            print_json({{"sentences", to_json(sentences)}});
            continue;
        }
        std::string spoken;
        for (const Sentence& sentence : sentences) {
            spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
        }
        fmt::print("{}\n", spoken);
    }
}

Script read_script(const ScriptOptions& options) {
    Document document;
    if (options.input == "-") {
        const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
        document = read_document(bytes, "standard input", options.reading);
    } else {
        document = read_document(std::filesystem::path(options.input), options.reading);
    }
    for (const Diagnostic& diagnostic : document.diagnostics) {
        fmt::print(stderr, "recital: warning: {}\n", diagnostic.to_string());
    }
    return make_script(document, load_language(spoken_language(document.language)),
                       passage_limit(usual_words_per_minute));
}

void print_script_json(const Script& script) {
    Json chapters = Json::array();
    for (const Chapter& chapter : script.chapters) {
        Json sentences = Json::array();
        for (const Passage& passage : chapter.passages) {
            for (auto& sentence : to_json(passage.sentences)) {
                sentences.push_back(std::move(sentence));
            }
        }
        chapters.push_back({{"title", chapter.title}, {"sentences", std::move(sentences)}});
    }
    print_json(
        {{"musician", script.musician}, {"language", script.language}, {"chapters", std::move(chapters)}});
}

void print_script_text(const Script& script) {
    fmt::print("{}\n", script.musician);
    for (const Chapter& chapter : script.chapters) {
        fmt::print("\n[{}]\n", chapter.title);
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                fmt::print("{}\n", sentence.spoken);
            }
        }
    }
}

} // namespace

int run_script(const ScriptOptions& options) {
    if (options.lines) {
        if (options.input == "-") {
            print_lines(std::cin, options.json);
        } else {
            std::ifstream file(options.input);
            if (!file) {
                throw Error(ErrorKind::input, "cannot be read", {options.input, 0});
            }
            print_lines(file, options.json);
        }
        return exit_all_done;
    }
    const Script script = read_script(options);
    options.json ? print_script_json(script) : print_script_text(script);
    return exit_all_done;
}

} // namespace recital
