// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace recital {

/// Whether the word or words are a number: "Three", "the Third", "Twenty-One".
[[nodiscard]] bool is_number_word(std::string_view word);

/// Whether the word is one for a division of a text: "Chapter".
[[nodiscard]] bool is_division(std::string_view word);

/// Whether the line names a division of a text: "CHAPTER IX", "Chapter 3. The Tour", "PREFACE".
[[nodiscard]] bool names_division(std::string_view line);

/// Whether the line is a division with a number but without a title: "CHAPTER IX".
[[nodiscard]] bool is_bare_division(std::string_view line);

/// Whether the text under this heading is not read aloud: "INDEX OF CHARACTERS".
[[nodiscard]] bool is_unread(std::string_view heading);

/// Whether all letters, at least two, are capitals; parentheses are ignored.
[[nodiscard]] bool is_all_capitals(std::string_view line);

/// Words that keep their capitals in a title, as they are written.
using Acronyms = std::set<std::string, std::less<>>;

/// A line in capitals as a title: "ON TOUR WITH R.E.M." gives "On Tour with R.E.M.". Roman numbers, initials
/// and acronyms keep their capitals: those of the list in `data/languages/structure`, those with a digit, a
/// slash or without vowels, and `acronyms`.
[[nodiscard]] std::string in_title_case(std::string_view line, const Acronyms& acronyms = {});

/// The words of a line in capitals that keep them in `in_title_case` only if they are given as acronyms.
[[nodiscard]] Acronyms possible_acronyms(std::string_view line);

/// A heading in capitals as a title, without the full stop at its end ("THE FARM." gives "The Farm").
[[nodiscard]] std::string title_of_capitals(std::string_view line, const Acronyms& acronyms = {});

/// Turns a heading of one or more lines, separated by '\n', into a chapter's title: one line, in title case
/// if it was all capitals ("CHAPTER I\nDICKENS AS A MUSICIAN" gives "Chapter I: Dickens as a Musician"),
/// without the lines that would make it too long.
[[nodiscard]] std::string heading_title(std::string_view lines);

} // namespace recital
