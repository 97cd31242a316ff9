// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/cache.h"
#include "cli/options/lexicon.h"
#include "cli/options/listen.h"
#include "cli/options/options.h"
#include "cli/options/plan.h"
#include "cli/options/render.h"
#include "cli/tree/command.h"

#include <string>
#include <vector>

namespace recital {

/// The values of `recital script` that are not kept as they were given.
struct ScriptArguments {
    VoiceArguments voice;
    ReadingArguments reading;
    RecordArguments records;
};

/// The values of `recital` itself and of `recital help`.
struct ProgramArguments {
    bool version = false;
    bool verbose = false;
    bool as_man_page = false;
    std::vector<std::string> help; ///< names of a command
};

/// The whole program as a tree of commands and options, and the values that they set.
struct ProgramTree {
    ProgramTree();
    ProgramTree(const ProgramTree&) = delete;
    ProgramTree& operator=(const ProgramTree&) = delete;

    ProgramArguments program;
    RenderArguments render;
    PlanArguments plan;
    MergeArguments merge;
    ScriptOptions script;
    ScriptArguments script_arguments;
    LexiconCommandArguments lexicon;
    SayArguments say;
    PreviewArguments preview;
    VoicesOptions voices;
    InspectOptions inspect;
    VerifyOptions verify;
    CacheArguments cache;
    DoctorOptions doctor;
    Command root; ///< refers to all of the above
};

} // namespace recital
