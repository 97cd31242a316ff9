// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/phoneme_reading.h"

#include "speech/engine/engine.h"
#include "studio/process/engine_worker.h"
#include "studio/process/worker.h"

#include <functional>
#include <sstream>

namespace recital {

namespace {

/// The lines that `say` answers in a process of its own, `count` of them.
std::vector<std::string> ask_engine(std::size_t count, const std::function<std::string(Engine&)>& say) {
    constexpr WorkerLimits limits{600, 3600}; // all the names of a large folder
    std::istringstream answer(ask_once(engine_worker([&say](std::string_view, const StepReporter&) {
                                           Engine engine;
                                           return say(engine);
                                       }),
                                       limits));
    std::vector<std::string> lines;
    for (std::string line; std::getline(answer, line);) {
        lines.push_back(line);
    }
    lines.resize(count);
    return lines;
}

} // namespace

std::vector<std::string> read_names(std::span<const ForeignName> names) {
    return ask_engine(names.size(), [&](Engine& engine) {
        std::string lines;
        for (const ForeignName& name : names) {
            lines += engine.phonemes_in(name.language, name.written) + '\n';
        }
        return lines;
    });
}

std::vector<std::string> read_unlisted(std::span<const SpokenForm> names, const Voice& voice) {
    return ask_engine(names.size(), [&](Engine& engine) {
        engine.use(voice);
        std::string lines;
        for (const SpokenForm& name : names) {
            if (!name.pronunciations.empty() || !engine.knows(name.text)) {
                lines += engine.phonemes(name.text, name.pronunciations);
            }
            lines += '\n';
        }
        return lines;
    });
}

std::vector<std::string> read_phonemes(std::span<const SpokenForm> sentences, const Voice& voice) {
    return ask_engine(sentences.size(), [&](Engine& engine) {
        engine.use(voice);
        std::string lines;
        for (const SpokenForm& sentence : sentences) {
            lines += engine.phonemes(sentence.text, sentence.pronunciations) + '\n';
        }
        return lines;
    });
}

} // namespace recital
