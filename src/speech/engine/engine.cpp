// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/engine.h"

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "speech/engine/clause_mark.h"
#include "speech/engine/engine_library.h"
#include "speech/engine/inflection.h"
#include "speech/engine/muted_errors.h"
#include "speech/engine/pace.h"
#include "speech/engine/voice_content.h"
#include "speech/engine/word_boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

struct audio_object;

/// Takes the place of libpcaudio's function, which eSpeak NG calls whenever it starts, even if nothing is to
/// be played: that one connects to a sound server, waits for its answer and leaves files in the user's home.
/// This program opens no sound device. eSpeak NG accepts that there is none. The program's own functions come
/// before those of libraries where a library looks for one (ELF, System V ABI, "Shared Object Dependencies"),
/// if they are exported, which src/speech/CMakeLists.txt sees to.
extern "C" [[gnu::used, gnu::visibility("default")]] audio_object*
create_audio_device_object(const char* /*device*/, const char* /*application*/, const char* /*description*/) {
    return nullptr;
}

namespace recital {

namespace {

Utterance* sink = nullptr;    // the library's callback carries no context of ours while it synthesises
std::string_view spoken_text; // what is being synthesised

int collect(short* samples, int count, espeak_EVENT* events) {
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        // A pause inside a clause is told as a word without letters, at no position.
        if (events->type == espeakEVENT_WORD && events->text_position > 0 && events->length > 0) {
            sink->words.push_back({static_cast<std::size_t>(events->sample),
                                   static_cast<std::size_t>(events->text_position - 1),
                                   static_cast<std::size_t>(events->length)});
        } else if (events->type == espeakEVENT_END) {
            // The position, counted from 1, is that of the character behind the mark.
            const auto after = static_cast<std::size_t>(std::max(events->text_position, 1));
            const ClauseMark mark = clause_mark(spoken_text, after - 1);
            sink->clauses.push_back({static_cast<std::size_t>(events->sample), mark.mark, mark.position});
        }
    }
    if (samples != nullptr && count > 0) {
        sink->samples.insert(sink->samples.end(), samples, samples + count);
    }
    return 0;
}

/// Seeds the noise of breathy voices from the text, so that a sentence always has the same samples: eSpeak NG
/// 1.52 seeds it from the clock when it starts. 1.51 has no such function, and its noise is always the same;
/// the library that is found at run time decides.
void seed_noise(std::string_view text) {
    if (const auto seed = EngineLibrary::instance().seed_noise; seed != nullptr) {
        seed(static_cast<long>(hash_64(text) & 0x7FFFFFFFU)); // its generator counts from 31 bits
    }
}

espeak_ERROR synthesise(const std::string& text, unsigned flags) {
    const MutedErrors muted;
    return EngineLibrary::instance().synthesise(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                                espeakCHARS_UTF8 | flags, nullptr, nullptr);
}

/// The text in IPA, its clauses parted by " | ".
std::string translate(const std::string& text) {
    const MutedErrors muted;
    std::string ipa;
    for (const void* rest = text.c_str(); rest != nullptr;) {
        const char* clause =
            EngineLibrary::instance().to_phonemes(&rest, espeakCHARS_UTF8, espeakPHONEMES_IPA);
        if (clause != nullptr && *clause != '\0') {
            ipa += ipa.empty() ? "" : " | ";
            ipa += clause;
        }
    }
    return ipa;
}

/// Commas that stand for a dash become one.
void mark_dashes(const SpokenForm& sentence, const EngineMarkup& markup, std::vector<ClauseEnd>& clauses) {
    for (ClauseEnd& clause : clauses) {
        clause.mark_position = markup.spoken_position(clause.mark_position);
    }
    for (const std::size_t dash : sentence.dashes) {
        const std::size_t position = count_code_points(std::string_view(sentence.text).substr(0, dash));
        for (ClauseEnd& clause : clauses) {
            clause.mark = clause.mark == U',' && clause.mark_position == position ? U'–' : clause.mark;
        }
    }
}

int to_rate(double words_per_minute) {
    return static_cast<int>(
        std::lround(std::clamp(words_per_minute, slowest_words_per_minute, fastest_words_per_minute)));
}

int to_pitch(double pitch) {
    return static_cast<int>(std::lround(std::clamp(pitch, 0.0, 99.0)));
}

void set(espeak_PARAMETER parameter, double value) {
    if (EngineLibrary::instance().set_parameter(parameter, static_cast<int>(std::lround(value)), 0) !=
        EE_OK) {
        throw Error(ErrorKind::engine, "eSpeak NG refused a parameter");
    }
}

/// Loads one of eSpeak NG's own voices, which answers a name that it does not know with another voice.
void load_named_voice(const std::string& name) {
    const bool accepted = EngineLibrary::instance().set_voice_by_name(name.c_str()) == EE_OK;
    const espeak_VOICE* current = EngineLibrary::instance().current_voice();
    const char* loaded = current == nullptr ? nullptr : current->identifier;
    if (!accepted || loaded == nullptr || name != loaded) {
        throw Error(ErrorKind::voice, fmt::format("eSpeak NG has no voice '{}': `espeak-ng --voices` and "
                                                  "`espeak-ng --voices=variant` list the available ones",
                                                  name));
    }
}

/// Lays a variant of ours over one of eSpeak NG's voices.
void load_with_variant(const EngineSettings& settings) {
    const auto path = std::filesystem::path(engine_info().data_folder) / "lang" / settings.voice;
    std::string content;
    try {
        content = read_file(path);
    } catch (const Error&) {
        throw Error(ErrorKind::voice,
                    fmt::format("eSpeak NG has no voice '{}': `espeak-ng --voices` lists the available ones",
                                settings.voice));
    }
    load_voice_content(content + '\n' + settings.variant_content);
}

} // namespace

Engine::Engine() {
    const MutedErrors muted;
    // eSpeak NG would end the process itself when it finds no data, were it not asked not to.
    const int rate = EngineLibrary::instance().initialise(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr,
                                                          espeakINITIALIZE_DONT_EXIT);
    if (rate != sample_rate) {
        throw Error(ErrorKind::engine, "eSpeak NG cannot start: its data is missing or of another version; "
                                       "install the package espeak-ng-data");
    }
    EngineLibrary::instance().set_callback(collect);
}

void Engine::load(const EngineSettings& settings) {
    if (settings == loaded_) {
        return;
    }
    const MutedErrors muted;
    if (!settings.variant_file.empty()) {
        load_with_variant(settings);
    } else {
        load_named_voice(settings.variant.empty() ? settings.voice
                                                  : fmt::format("{}+{}", settings.voice, settings.variant));
    }
    set(espeakRANGE, settings.pitch_range);
    set(espeakVOLUME, settings.amplitude);
    loaded_ = settings;
}

void Engine::use(const Voice& voice) {
    loaded_.reset();
    prepare(voice, {}, {});
}

void Engine::prepare(const Voice& voice, const RoleSettings& role, std::string_view sentence) {
    const EngineSettings& settings = role.engine ? *role.engine : voice.engine;
    try {
        load(settings);
    } catch (const Error& error) {
        throw Error(error.kind(), fmt::format("the voice '{}' cannot speak: {}",
                                              role.engine ? role.voice : voice.name, error.what()));
    }
    voice_ = voice;
    rate_ = settings.words_per_minute * role.rate * pace_of(sentence, settings.evenness);
    pitch_ = settings.pitch + role.pitch;
    set(espeakRATE, to_rate(rate_));
    set(espeakPITCH, to_pitch(pitch_));
}

std::vector<VoiceCommand> Engine::commands_for(const SpokenForm& sentence) const {
    std::vector<VoiceCommand> commands;
    for (const VoiceChange& change : inflect(sentence, voice_)) {
        commands.push_back({change.begin, to_rate(rate_ * change.rate), to_pitch(pitch_ + change.pitch)});
    }
    return commands;
}

Utterance Engine::speak(const SpokenForm& sentence) {
    constexpr std::size_t usual_max_seconds = 30;
    Utterance utterance;
    utterance.samples.reserve(usual_max_seconds * sample_rate); // memory that is not touched costs nothing
    const EngineMarkup markup(sentence.text, sentence.pronunciations, commands_for(sentence));
    sink = &utterance;
    spoken_text = markup.text();
    seed_noise(spoken_text);
    const espeak_ERROR status =
        synthesise(markup.text(), sentence.pronunciations.empty() ? 0 : espeakPHONEMES);
    sink = nullptr;
    spoken_text = {};
    if (status != EE_OK) {
        throw Error(ErrorKind::engine, fmt::format("eSpeak NG could not speak \"{}\"", sentence.text));
    }
    utterance.words = markup.restore(utterance.words);
    if (const std::size_t silent = silent_from(sentence.text, utterance.words); silent != std::string::npos) {
        throw Error(ErrorKind::engine,
                    fmt::format("eSpeak NG did not speak all of a sentence: it skipped \"{}\"",
                                prefix_on_character(std::string_view(sentence.text).substr(silent), 60)));
    }
    mark_dashes(sentence, markup, utterance.clauses);
    return utterance;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
std::string Engine::phonemes(std::string_view text, std::span<const Pronunciation> pronunciations) {
    // Whether phonemes are read in brackets is a state of the library that only synthesis sets.
    Utterance unheard;
    sink = &unheard;
    (void)synthesise(" ", pronunciations.empty() ? 0 : espeakPHONEMES);
    sink = nullptr;
    return translate(pronunciations.empty() ? std::string(text) : EngineMarkup(text, pronunciations).text());
}

std::string Engine::phonemes_in(const std::string& language, std::string_view word) {
    loaded_.reset();
    const MutedErrors muted;
    return EngineLibrary::instance().set_voice_by_name(language.c_str()) == EE_OK
               ? translate(std::string(word))
               : std::string();
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
bool Engine::knows(std::string_view word) {
    // The library tells of its dictionary in nothing but the trace of a translation.
    char* trace = nullptr;
    std::size_t length = 0;
    std::FILE* const stream = ::open_memstream(&trace, &length);
    if (stream == nullptr) {
        throw Error(ErrorKind::internal, "not enough memory to trace a word");
    }
    EngineLibrary::instance().set_phoneme_trace(espeakPHONEMES_TRACE, stream);
    (void)translate(std::string(word));
    EngineLibrary::instance().set_phoneme_trace(0, stdout);
    std::fclose(stream); // NOLINT(cert-err33-c): a stream in memory
    const std::unique_ptr<char, decltype(&std::free)> owned(trace, &std::free);
    return std::string_view(trace, length).find("Translate ") == std::string_view::npos;
}

EngineInfo engine_info() {
    EngineLibrary::instance().initialise_path(nullptr); // finds the data folder and starts nothing
    const char* folder = nullptr;
    const char* version = EngineLibrary::instance().info(&folder);
    return {folder == nullptr ? "" : folder, version == nullptr ? "" : version};
}

} // namespace recital
