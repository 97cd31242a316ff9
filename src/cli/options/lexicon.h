// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "cli/options/reading.h"
#include "cli/options/voice.h"

#include <string>
#include <vector>

namespace recital {

class Command;

/// The values of `recital lexicon check` and `recital lexicon add` as they were given.
struct LexiconArguments {
    std::string name;          ///< of `add`
    std::string pronunciation; ///< of `add`
    std::vector<std::string> inputs;
    VoiceArguments voice;
    ReadingArguments reading;
    RecordArguments records;
    bool json = false;
};

/// The values of `recital lexicon list` and `recital lexicon export` as they were given.
struct LexiconFileArguments {
    std::string file;
    std::string format = "tsv"; ///< of `export`
    bool json = false;          ///< of `list`
};

/// `recital lexicon` and what is below it.
struct LexiconCommandArguments {
    LexiconArguments check;
    LexiconArguments add;
    LexiconFileArguments list;
    LexiconFileArguments exported;
};

/// Adds `recital lexicon`; the arguments have to outlive the command.
void add_lexicon_command(Command& root, LexiconCommandArguments& arguments);

/// `root` has parsed the command. Throws `usage` and `voice` errors.
[[nodiscard]] LexiconOptions make_lexicon_options(const Command& root,
                                                  const LexiconCommandArguments& arguments);

} // namespace recital
