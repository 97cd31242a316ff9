// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "text/language/language.h"
#include "text/script/script.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

namespace recital {

/// A token as it was understood and said.
struct ExplainedToken {
    std::string written;
    std::string token_class;
    std::string spoken;
};

/// Why a sentence is said as it is.
struct Explanation {
    Sentence sentence;
    std::vector<ExplainedToken> tokens;
    std::string phonemes; ///< of the whole sentence, in IPA as the engine writes it
};

/// Explains sentences; asks the engine in a process of its own. Throws `engine` and `voice` errors.
[[nodiscard]] std::vector<Explanation> explain(std::span<const Sentence> sentences, const Language& language,
                                               const Voice& voice);

/// {"source","line","tokens":[{"written","class","spoken"}],"spoken","phonemes",
/// "pronunciations":[{"words","phonemes","entry"}]}
[[nodiscard]] nlohmann::ordered_json to_json(const Explanation& explanation);

/// The same for a person, several lines.
void print(const Explanation& explanation);

} // namespace recital
