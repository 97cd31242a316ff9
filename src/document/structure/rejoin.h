// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Whether the text ends where a sentence does: with a full stop, a question mark and the like, also inside
/// quotation marks and brackets.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// Whether `after` continues the sentence that `before` does not end: it begins with a small letter, or
/// `before` ends with a hyphen or with a word such as "the" or "of".
[[nodiscard]] bool continues_sentence(std::string_view before, std::string_view after);

/// Joins paragraphs of a sentence that was cut between them: by the border of two files, a picture, or the
/// end of a page. A paragraph of a few words is joined only at its end, since it may be a line of verse.
void join_cut_paragraphs(std::vector<Block>& blocks);

/// Whether the block of that index is a drop capital: one letter before a paragraph that begins with a small
/// letter.
[[nodiscard]] bool is_drop_capital(const std::vector<Block>& blocks, std::size_t index);

/// Joins a drop capital, a block of one letter, to the paragraph after it if that begins with a small letter.
/// In English text also a first letter that a blank separates from its word ("M IRA ALDANE was").
void join_drop_capitals(std::vector<Block>& blocks, std::string_view language);

/// The letter of a drop capital whose picture has this description: "T", "Drop cap T", "Illuminated letter
/// T."; empty if it is another picture.
[[nodiscard]] std::string_view pictured_letter(std::string_view description);

/// What is between a drop capital and the text after it: a blank if both are words ("A harpist"), otherwise
/// nothing ("A" and "s a child").
[[nodiscard]] std::string_view after_drop_capital(std::string_view letter, std::string_view text);

/// The letter of a drop capital, which may follow an opening quotation mark; empty if the text is anything
/// else.
[[nodiscard]] std::string_view drop_capital(std::string_view text);

} // namespace recital
