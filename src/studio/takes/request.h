// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"
#include "container/codec/take.h"
#include "dsp/mastering/calibration.h"
#include "speech/voice/voice.h"
#include "text/script/script.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What all takes of a run have in common.
struct TakeContext {
    Voice voice;
    CodecSettings codec;
    std::string speech_environment; ///< digest of everything outside the job that can change speech
    std::string environment; ///< digest of everything outside the job that can change a take; see Environment
};

/// One take to be made: a passage with the pause that closes it. Without sentences it is a pause alone.
struct TakeRequest {
    Role role = Role::body;
    std::vector<SpokenForm> sentences;
    double closing_pause = 0; ///< seconds up to the next passage's first word
};

/// What brings a voice to its loudness: roles that another voice speaks have levels of their own.
struct RoleLevels {
    VoiceLevel body;
    VoiceLevel heading;
    VoiceLevel quotation;
};

/// One take wanted of a request.
struct TakeOrder {
    std::string key; ///< of the request in that context
    TakeId id;       ///< of the key
    const TakeContext* context = nullptr;
    RoleLevels levels = {}; ///< from calibration
};

/// The pause behind a sentence inside a paragraph, in seconds: longer where the sentence was long.
[[nodiscard]] double pause_after_sentence(std::string_view spoken, const PauseSettings& pauses);

/// The request for a passage, its closing pause looked up in the voice profile.
[[nodiscard]] TakeRequest request_take(const Passage& passage, const PauseSettings& pauses);

/// The full key of the speech: what the engine says is a function of this text alone. No format, rate, pause
/// or loudness is in it.
[[nodiscard]] std::string speech_key(const TakeRequest& request, const TakeContext& context);

/// The full key: a take is a function of this text alone. It has all that `speech_key` has, and what the
/// mastering and the codec depend on.
[[nodiscard]] std::string take_key(const TakeRequest& request, const TakeContext& context);

} // namespace recital
