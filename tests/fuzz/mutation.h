// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace recital::fuzz {

/// Changed copies of inputs: the same ones in every run and with every standard library.
class Mutation {
public:
    /// `words` are put into them. `name` decides which changes are made. Without inputs, changes an empty
    /// one.
    Mutation(std::vector<std::string> inputs, std::vector<std::string> words, std::string_view name);

    /// The next copy, with one to six changes.
    [[nodiscard]] std::string next();

private:
    void change(std::string& text);
    [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }
    [[nodiscard]] const std::string& any_input() { return inputs_[below(inputs_.size())]; }
    [[nodiscard]] std::string_view piece_of(std::string_view text, std::size_t max_bytes);

    std::vector<std::string> inputs_;
    std::vector<std::string> words_;
    std::mt19937 random_;
};

/// The words of a dictionary as libFuzzer reads it: each in quotation marks on a line, with the escapes \\,
/// \" and
/// \xNN.
[[nodiscard]] std::vector<std::string> parse_dictionary(std::string_view text);

} // namespace recital::fuzz
