// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/take.h"
#include "speech/engine/utterance.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The spoken form of one passage: what the engine said, before anything that a format, its rate or the
/// mastering decides. Takes of all formats are encoded from it.
struct SpeechTake {
    std::vector<Utterance> utterances; ///< one for each sentence of the request, in order
};

/// The speech as a file, see docs/formats/take.md: without loss, in about half the bytes of its samples.
/// `key` is everything that it was made from.
[[nodiscard]] std::string serialise_speech(const SpeechTake& speech, std::string_view key);

/// The speech of such a file. Throws an `engine` error if the file is damaged, of another format version or
/// of another key than that of `id`.
[[nodiscard]] SpeechTake parse_speech(std::string_view file, const TakeId& id);

} // namespace recital
