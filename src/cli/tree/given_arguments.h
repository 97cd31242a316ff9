// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/command.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// A value of an option. It is the end of a word: all of it, or what follows "--format=" or "-f".
struct GivenValue {
    std::string text;
    std::size_t word = 0;   ///< among the words of the command line
    std::size_t offset = 0; ///< of the value in that word
};

/// One use of an option.
struct GivenOption {
    const Command* command; ///< in whose place it is given
    CLI::Option* option;    ///< null if the command has no such option
    std::string name;       ///< as it is given, with its dashes
    std::size_t word = 0;
    std::vector<GivenValue> values; ///< of a flag only what is given with "="
    bool lacks_value = false;       ///< the command line ends before it
};

/// A word that is neither an option nor its value.
struct GivenArgument {
    const Command* command;
    std::string text;
    std::size_t word = 0;
    bool after_mark = false; ///< after "--"
};

/// A command line as the option tree explains it, also if it has mistakes.
struct GivenArguments {
    std::vector<std::string> words;
    const Command* command = nullptr; ///< the one that was chosen
    std::vector<GivenOption> options;
    std::vector<GivenArgument> arguments;
    bool has_mark = false; ///< "--" was given

    /// True if this option of the chosen command was given, by the name with its dashes.
    [[nodiscard]] bool has(const std::string& name) const;
};

/// Explains the words of a command line, without the name of the program, as the library would parse them.
/// The tree has to outlive the result.
[[nodiscard]] GivenArguments read_arguments(const Command& root, std::vector<std::string> words);

/// True if there is a file or folder of this name.
[[nodiscard]] bool names_path(const std::string& word);

} // namespace recital
