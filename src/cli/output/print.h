// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/shown_text.h"
#include "cli/output/standard_streams.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace recital {

// All that the program says goes through here. The format is text of the program and printed as it is. Each
// argument that is a text is shown as `shown_text.h` says: on one line, escaped, and not longer than a
// message may be.

/// An argument of which all is printed, such as a sentence.
struct Whole {
    std::string_view text;
};

/// An argument of several lines of which all is printed, such as the help.
struct Lines {
    std::string_view text;
};

/// The texts as one, with a separator between them.
template <typename Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view separator) {
    return fmt::format("{}", fmt::join(texts, separator));
}

/// What is formatted for an argument of the type T: the number itself, or the text that is shown.
template <typename T>
using Shown =
    std::conditional_t<std::is_arithmetic_v<std::remove_cvref_t<T>>, std::remove_cvref_t<T>, std::string>;

template <typename T>
[[nodiscard]] Shown<T> shown_argument(const T& argument) {
    if constexpr (std::is_arithmetic_v<T>) {
        return argument;
    } else if constexpr (std::is_same_v<T, Whole>) {
        return shown_whole(argument.text);
    } else if constexpr (std::is_same_v<T, Lines>) {
        return shown_lines(argument.text);
    } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
        return shown(argument.native());
    } else {
        return shown(std::string_view(argument));
    }
}

/// Prints to standard output, where reports go; see `write_output`.
template <typename... Arguments>
void print_output(fmt::format_string<Shown<Arguments>...> format, const Arguments&... arguments) {
    write_output(fmt::format(format, shown_argument(arguments)...));
}

/// Prints to standard error, where messages for people go; see `write_message`.
template <typename... Arguments>
void print_message(fmt::format_string<Shown<Arguments>...> format, const Arguments&... arguments) {
    write_message(fmt::format(format, shown_argument(arguments)...));
}

/// Prints a line that another program is to read, such as a path: to a terminal it is shown, elsewhere it is
/// written as it is.
inline void print_value(std::string_view value) {
    write_output((is_output_terminal() ? shown_whole(value) : std::string(value)) + '\n');
}

/// Prints the content of a file, several lines or bytes of any kind: to a terminal it is shown, elsewhere it
/// is written as it is.
inline void print_content(std::string_view content) {
    write_output(is_output_terminal() ? shown_lines(content) : std::string(content));
}

} // namespace recital
