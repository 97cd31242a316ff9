// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/verbalize.h"

#include "text/classes/codes/code.h"
#include "text/classes/marks/dash.h"
#include "text/classes/marks/elision.h"
#include "text/classes/marks/punctuation.h"
#include "text/classes/measures/measure.h"
#include "text/classes/money/money.h"
#include "text/classes/names/letter.h"
#include "text/classes/names/word.h"
#include "text/classes/numbers/cardinal.h"
#include "text/classes/numbers/fraction.h"
#include "text/classes/numbers/ordinal.h"
#include "text/classes/times/date.h"
#include "text/classes/times/decade.h"
#include "text/classes/times/time_of_day.h"
#include "text/classes/times/year.h"
#include "text/spoken/verbalization.h"

#include <cstddef>

namespace recital {

namespace {

/// For each token the index of the next mark, or of the end.
std::vector<std::size_t> next_marks(std::span<const Token> tokens) {
    std::vector<std::size_t> marks(tokens.size());
    std::size_t next = tokens.size();
    for (std::size_t index = tokens.size(); index > 0; --index) {
        next = std::holds_alternative<Punctuation>(tokens[index - 1].token_class) ? index - 1 : next;
        marks[index - 1] = next;
    }
    return marks;
}

/// The word at the index; empty if there is none.
std::string_view word_at(std::span<const Token> tokens, std::size_t index) {
    const auto* word = index < tokens.size() ? std::get_if<PlainWord>(&tokens[index].token_class) : nullptr;
    return word == nullptr ? std::string_view{} : word->written;
}

} // namespace

std::string verbalize(std::span<const Token> tokens, const Language& language, bool closed,
                      std::vector<TextRange>* words) {
    Verbalization speech(language);
    const auto marks = next_marks(tokens);
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        const auto preceding = index > 0 ? word_at(tokens, index - 1) : std::string_view{};
        speech.set_neighbours(preceding, word_at(tokens, index + 1), marks[index] - index);
        const std::size_t said = speech.size();
        std::visit([&speech](const auto& token) { verbalize(token, speech); }, tokens[index].token_class);
        if (words != nullptr) {
            words->push_back(speech.words_after(said));
        }
    }
    return speech.finish(closed);
}

} // namespace recital
