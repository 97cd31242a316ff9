// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

namespace recital {

/// The functions of eSpeak NG that are used. It is loaded when the first of them is needed, because it loads
/// those of sound servers, too.
struct EngineLibrary {
    decltype(&espeak_ng_InitializePath) initialise_path;
    decltype(&espeak_Info) info;
    decltype(&espeak_Initialize) initialise;
    decltype(&espeak_SetSynthCallback) set_callback;
    decltype(&espeak_SetParameter) set_parameter;
    decltype(&espeak_SetVoiceByName) set_voice_by_name;
    decltype(&espeak_SetVoiceByFile) set_voice_by_file;
    decltype(&espeak_GetCurrentVoice) current_voice;
    decltype(&espeak_Synth) synthesise;
    decltype(&espeak_TextToPhonemes) to_phonemes;
    decltype(&espeak_SetPhonemeTrace) set_phoneme_trace;
    espeak_ng_STATUS (*seed_noise)(
        long seed); ///< null in versions before 1.52, which have the same noise always

    /// Throws an `engine` error if the library is missing.
    static const EngineLibrary& instance();
};

} // namespace recital
