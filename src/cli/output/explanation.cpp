// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/explanation.h"

#include "cli/output/print.h"
#include "studio/pronunciation/phoneme_reading.h"
#include "text/classes/classify.h"
#include "text/classes/verbalize.h"

#include <fmt/format.h>

namespace recital {

namespace {

std::vector<ExplainedToken> explain_tokens(const Sentence& sentence, const Language& language) {
    std::vector<ExplainedToken> explained;
    for (const Token& token : classify(sentence.source, language)) {
        explained.push_back({sentence.source.substr(token.begin, token.end - token.begin),
                             std::string(token_class_name(token.token_class)),
                             verbalize({&token, 1}, language, false)});
    }
    return explained;
}

/// What decides the pronunciation.
std::string_view origin_of(const Pronunciation& pronunciation) {
    return pronunciation.stated ? "text" : pronunciation.foreign ? "language" : "lexicon";
}

/// `range` is a pronunciation or a stress.
template <typename Range>
std::string words_of(const Range& range, const Sentence& sentence) {
    return sentence.spoken.substr(range.begin, range.end - range.begin);
}

} // namespace

std::vector<Explanation> explain(std::span<const Sentence> sentences, const Language& language,
                                 const Voice& voice) {
    std::vector<SpokenForm> forms;
    for (const Sentence& sentence : sentences) {
        forms.push_back({sentence.spoken, sentence.pronunciations});
    }
    const auto phonemes = read_phonemes(forms, voice);
    std::vector<Explanation> explanations;
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        explanations.push_back({sentences[n], explain_tokens(sentences[n], language), phonemes[n]});
    }
    return explanations;
}

nlohmann::ordered_json to_json(const Explanation& explanation) {
    auto tokens = nlohmann::ordered_json::array();
    for (const ExplainedToken& token : explanation.tokens) {
        tokens.push_back(
            {{"written", token.written}, {"class", token.token_class}, {"spoken", token.spoken}});
    }
    auto pronunciations = nlohmann::ordered_json::array();
    for (const Pronunciation& pronunciation : explanation.sentence.pronunciations) {
        pronunciations.push_back({{"words", words_of(pronunciation, explanation.sentence)},
                                  {"phonemes", pronunciation.phonemes},
                                  {"entry", pronunciation.entry.to_string()},
                                  {"origin", origin_of(pronunciation)}});
    }
    auto stressed = nlohmann::ordered_json::array();
    for (const TextRange& stress : explanation.sentence.stresses) {
        stressed.push_back(words_of(stress, explanation.sentence));
    }
    return {{"source", explanation.sentence.source}, {"line", explanation.sentence.line},
            {"tokens", std::move(tokens)},           {"spoken", explanation.sentence.spoken},
            {"phonemes", explanation.phonemes},      {"pronunciations", std::move(pronunciations)},
            {"stressed", std::move(stressed)}};
}

void print(const Explanation& explanation) {
    print_output("{}\n", Whole{explanation.sentence.source});
    std::string tokens;
    for (const ExplainedToken& token : explanation.tokens) {
        tokens += fmt::format("{}{} ({}", tokens.empty() ? "" : " | ", token.written, token.token_class);
        tokens +=
            token.spoken.empty() || token.spoken == token.written ? ")" : fmt::format(": {})", token.spoken);
    }
    print_output("  tokens    {}\n  spoken    {}\n  phonemes  {}\n", Whole{tokens},
                 Whole{explanation.sentence.spoken}, Whole{explanation.phonemes});
    for (const Pronunciation& pronunciation : explanation.sentence.pronunciations) {
        print_output("  entry     {}: [{}] by {}{}\n", words_of(pronunciation, explanation.sentence),
                     pronunciation.phonemes, pronunciation.stated ? "the text, " : "",
                     pronunciation.entry.to_string());
    }
    for (const TextRange& stress : explanation.sentence.stresses) {
        print_output("  stressed  {}\n", words_of(stress, explanation.sentence));
    }
    print_output("\n");
}

} // namespace recital
