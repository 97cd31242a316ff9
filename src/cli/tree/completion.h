// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/command.h"

#include <string>
#include <vector>

namespace recital {

/// What a shell can offer for the last of the words, which is typed so far, as the shell scripts in
/// src/cli/completions read it. The first line says which paths are possible beside the candidates:
/// "none", "files" or "folders". Each other line is a candidate for the whole word and, after a blank, what
/// it means. A candidate that ends in "=" is to be continued.
[[nodiscard]] std::string completions_of(const Command& root, std::vector<std::string> words);

} // namespace recital
