// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

enum class ValueKind {
    text,         ///< anything
    file,         ///< a path of a file
    folder,       ///< a path of a folder
    path,         ///< a path of either
    whole_number, ///< with digits only
    number,       ///< a decimal number
    word,         ///< one of a few words
    list,         ///< words that are separated by commas
    pairs,        ///< KEY=VALUE; the words are usual keys
    command,      ///< names of commands of the program
};

/// What values an option or argument takes: for help, messages and completions.
struct ValueGuide {
    ValueKind kind = ValueKind::text;
    std::string name;               ///< in the help: "KBPS"
    std::string example;            ///< a value that is possible
    std::string unit = {};          ///< of numbers, as in "a number of seconds"; may be empty
    std::optional<double> min = {}; ///< of numbers
    std::optional<double> max = {}; ///< of numbers
    std::function<std::vector<std::string>()> words = {}; ///< what can be chosen, asked for when it is needed
    /// What people write for one of the words: {"ogg", "opus"}.
    std::vector<std::pair<std::string, std::string>> other_words = {};
    /// What people write after a number, and what it multiplies: {"k", 1}.
    std::vector<std::pair<std::string, double>> units = {};
    std::string alternative = {}; ///< what is possible beside words, as in "or a file of your own"
    /// If not empty: values with this ending are not among the words, and possible.
    std::string alternative_suffix = {};

    [[nodiscard]] std::vector<std::string> all_words() const {
        return words ? words() : std::vector<std::string>();
    }
};

// Guides of the usual kinds. `name` and `example` as above.
[[nodiscard]] ValueGuide any_text(std::string name, std::string example);
[[nodiscard]] ValueGuide file_path(std::string name, std::string example);
[[nodiscard]] ValueGuide folder_path(std::string name, std::string example);
[[nodiscard]] ValueGuide whole_number(std::string name, double min, double max, std::string example);
[[nodiscard]] ValueGuide any_number(std::string name, std::string example);
[[nodiscard]] ValueGuide one_of(std::string name, std::vector<std::string> words, std::string example);
[[nodiscard]] ValueGuide list_of(std::string name, std::vector<std::string> words, std::string example);

/// What is possible, as a request: "give a whole number from 1 to 1024".
[[nodiscard]] std::string possible_values(const ValueGuide& guide);

/// The value as the program takes it: words as they are listed, numbers without a sign and leading zeros.
/// Nothing if the guide says that the value is not possible.
[[nodiscard]] std::optional<std::string> usual_value(const ValueGuide& guide, const std::string& value);

/// A possible value that was probably meant; empty if there is none.
[[nodiscard]] std::string likely_value(const ValueGuide& guide, const std::string& value);

/// True if the text is what people write after a number of this kind: "kbps".
[[nodiscard]] bool is_unit(const ValueGuide& guide, std::string_view text);

} // namespace recital
