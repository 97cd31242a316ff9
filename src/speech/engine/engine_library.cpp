// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/engine_library.h"

#include "base/library/shared_library.h"

namespace recital {

namespace {

EngineLibrary load() {
    constexpr unsigned version = 1; // of its interface, since 2016
    EngineLibrary functions{};
    const SharedLibrary library("espeak-ng", version, "libespeak-ng1");
    library.find(functions.initialise_path, "espeak_ng_InitializePath");
    library.find(functions.info, "espeak_Info");
    library.find(functions.initialise, "espeak_Initialize");
    library.find(functions.set_callback, "espeak_SetSynthCallback");
    library.find(functions.set_parameter, "espeak_SetParameter");
    library.find(functions.set_voice_by_name, "espeak_SetVoiceByName");
    library.find(functions.set_voice_by_file, "espeak_SetVoiceByFile");
    library.find(functions.current_voice, "espeak_GetCurrentVoice");
    library.find(functions.synthesise, "espeak_Synth");
    library.find(functions.to_phonemes, "espeak_TextToPhonemes");
    library.find(functions.set_phoneme_trace, "espeak_SetPhonemeTrace");
    library.find_optional(functions.seed_noise, "espeak_ng_SetRandSeed");
    return functions;
}

} // namespace

const EngineLibrary& EngineLibrary::instance() {
    static const EngineLibrary functions = load();
    return functions;
}

} // namespace recital
