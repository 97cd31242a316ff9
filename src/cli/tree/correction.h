// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// The word as a shell has to be given it.
[[nodiscard]] std::string shell_quoted(const std::string& word);

/// The command line of these arguments as it can be typed: "recital render 'my text.txt'".
[[nodiscard]] std::string command_line(const std::vector<std::string>& words);

/// "did you mean `LINE`?" for the line of these words; for a line that is too long to be read in a message,
/// of `part` of it.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& words, const std::string& part);

/// The words with another one in the place of one of them.
[[nodiscard]] std::vector<std::string> with_word(std::vector<std::string> words, std::size_t place,
                                                 std::string word);

} // namespace recital
