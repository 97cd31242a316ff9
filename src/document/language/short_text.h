// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The language of a text of one or two sentences in Latin letters, by the words that biographies use
/// (`data/languages/function_words` and `biography_words`): the one with the most words, if they are not
/// English and no English ones are beside them. `detected` is the guess of a statistical detector, which
/// decides between languages that share the words; it may be empty. Returns a BCP 47 tag; empty if the words
/// do not show a language other than English.
[[nodiscard]] std::string language_of_short_text(std::string_view text, std::string_view detected);

} // namespace recital
