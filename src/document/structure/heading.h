// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// A heading in its parts, the same for all formats: "Chapter IV. Brecon".
struct HeadingParts {
    std::string division; ///< "Chapter"; empty if there is only a number
    std::string numeral;  ///< as written: "IV", "4", "the First"; empty if there is none
    int number = 0;       ///< its value; 0 if there is none or if it is a word
    std::string title;    ///< "Brecon"; empty if there is none

    /// Whether it is a number or a division without a title.
    [[nodiscard]] bool is_bare() const { return !numeral.empty() && title.empty(); }
};

/// The parts of a heading of one or several lines. A number alone counts as such if it has at most three
/// digits; before a title it has to be separated by a mark ("4. Brecon", "IV / Brecon"), unless it is written
/// in digits.
[[nodiscard]] HeadingParts parts_of_heading(std::string_view heading);

/// The one heading that two consecutive headings of a page are ("Chapter I" and "The Kitchen"; the same one
/// twice), its lines separated by '\n'; nothing if they are two.
[[nodiscard]] std::optional<std::string> joined_headings(std::string_view above, std::string_view below);

/// The one heading that a label of a table of contents and a heading of the page which it refers to are
/// ("4. Brecon" and "IV"; "Chapter One" and "The Kitchen"); nothing if the heading is another one.
[[nodiscard]] std::optional<std::string> labelled_heading(std::string_view label, std::string_view heading);

/// Whether a line repeats the heading or its number or title, regardless of case and marks.
[[nodiscard]] bool repeats_heading(std::string_view line, std::string_view heading);

/// Whether a line has the shape of a heading: at most ten words and 70 characters, beginning with a capital,
/// a digit or a quotation mark, not ending like a sentence or inside a phrase.
[[nodiscard]] bool has_shape_of_heading(std::string_view line);

/// Whether the line begins with a pronoun such as "she", as a sentence often does and a heading seldom.
[[nodiscard]] bool begins_with_pronoun(std::string_view line);

/// Whether the line is a sentence without a stop: "She moved to Osterby", "The mill was sold"; not "When the
/// mill was sold". Forms of "to be" and the like are known in the languages of `data/languages/structure`.
[[nodiscard]] bool is_whole_sentence(std::string_view line);

/// Whether the line is a quotation and its source, or a quotation too long for the name of a work: "\u201CA
/// voice of gold\u201D \u2013 The Herald".
[[nodiscard]] bool is_quotation(std::string_view line);

/// Whether the line is a date that has a day or a month by name: "Thursday, June 20", "3. Mai 1912",
/// "1912-05-03". Names are known in the languages of `data/languages/structure`.
[[nodiscard]] bool is_date(std::string_view line);

/// Whether the line is the place and date of a letter, with a full stop: "VELDHAVEN, May 3."
[[nodiscard]] bool is_dateline(std::string_view line);

/// Whether the line begins with a day and its month as several languages write them, and not with the number
/// of a list: "12. April 1931", "3. Oktober".
[[nodiscard]] bool begins_with_day(std::string_view line);

} // namespace recital
