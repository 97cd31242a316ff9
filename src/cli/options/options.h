// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace recital {

/// `recital render`
struct RenderOptions {
    Job job;
    bool json = false;
    bool quiet = false;
};

/// `recital plan`
struct PlanOptions {
    Job job;
    std::filesystem::path file;               ///< for the plan
    std::optional<Shard> shard;               ///< of the inputs: the file is a part of a plan
    std::vector<std::filesystem::path> parts; ///< of which the plan is made, in place of inputs
    std::vector<std::string> arguments;       ///< that decide what the books are
    bool json = false;
    bool quiet = false;
};

/// `recital merge`
struct MergeOptions {
    std::filesystem::path output; ///< folder of the books
    std::filesystem::path plan;
    bool json = false;
};

/// `recital script`
struct ScriptOptions {
    std::string input = "-"; ///< "-" is standard input
    ReadOptions reading;
    RecordFields fields;          ///< which field of a table's records holds what
    std::vector<std::string> ids; ///< of the biographies to be read; empty: the only one
    Voice voice;                  ///< what it is spoken by
    std::vector<std::filesystem::path> lexicons;
    bool explain = false; ///< also tokens, phonemes and what decided them
    bool lines = false;
    bool json = false;
};

/// `recital lexicon check`
struct LexiconCheckOptions {
    Job job; ///< inputs, reading, voice and lexicons of it
    bool json = false;
};

/// `recital lexicon add`
struct LexiconAddOptions {
    Job job; ///< its lexicon, if there is one, gets the entry; its inputs are looked through
    std::string name;
    std::string pronunciation;
    bool json = false;
};

/// `recital lexicon list` and `recital lexicon export`
struct LexiconFileOptions {
    std::filesystem::path file; ///< empty: the one of this folder
    std::string format;         ///< to be printed: "tsv", "csv" or "pls"; empty: a list for a person
    bool json = false;          ///< of the list
};

/// `recital lexicon`
using LexiconOptions = std::variant<LexiconCheckOptions, LexiconAddOptions, LexiconFileOptions>;

/// `recital say` and `recital preview`
struct ListenOptions {
    Job job;                         ///< of an excerpt of one book
    std::optional<std::string> text; ///< in place of the inputs; "-" is standard input
    std::string output;              ///< a file, "-" for standard output, or empty: it is played
};

/// `recital voices`
struct VoicesOptions {
    bool json = false;
    std::string audition;                       ///< a text that every voice reads; empty: only list them
    std::filesystem::path output = "auditions"; ///< folder for what they read
};

/// `recital inspect`
struct InspectOptions {
    std::vector<std::filesystem::path> files;
    std::filesystem::path plot; ///< an SVG or PNG to draw; empty for none
    bool overwrite = false;     ///< whatever stands at `plot`
    bool json = false;
};

/// `recital verify`
struct VerifyOptions {
    std::vector<std::filesystem::path> files;
    std::filesystem::path manifest; ///< whose files are checked in place of `files`; empty: none
    bool json = false;
};

/// `recital cache`
struct CacheOptions {
    enum class Action { info, prune, clear, path };

    Action action = Action::info;
    std::filesystem::path folder;
    std::uint64_t max_bytes = 0; ///< to be left by `prune`
    bool json = false;           ///< of `info`
};

/// `recital doctor`
struct DoctorOptions {
    std::filesystem::path cache; ///< where takes would be stored; empty: nowhere
    bool json = false;
};

/// `recital --version`
struct VersionOptions {
    bool verbose = false; ///< also of engine, codecs, libraries and data
};

/// Text to print, and nothing else to do: help.
struct PrintOptions {
    std::string text;
};

using Options = std::variant<RenderOptions, PlanOptions, MergeOptions, ScriptOptions, LexiconOptions,
                             ListenOptions, VoicesOptions, InspectOptions, VerifyOptions, CacheOptions,
                             DoctorOptions, VersionOptions, PrintOptions>;

/// What the command line asks for. Throws `usage` and `voice` errors.
[[nodiscard]] Options parse_options(int argument_count, const char* const* arguments);

} // namespace recital
