// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/phoneme_reading.h"

#include "speech/engine.h"
#include "studio/child_process.h"

#include <sstream>

namespace recital {

std::vector<std::string> read_phonemes(std::span<const SpokenForm> sentences, const Voice& voice) {
    constexpr unsigned most_seconds = 600;
    ChildProcess child(
        [&](const StepReporter&) {
            Engine engine;
            engine.use(voice);
            std::string lines;
            for (const SpokenForm& sentence : sentences) {
                lines += engine.phonemes(sentence.text, sentence.pronunciations) + '\n';
            }
            return lines;
        },
        most_seconds);
    child.finish();
    std::istringstream answer(child.answer());
    std::vector<std::string> read;
    for (std::string line; std::getline(answer, line);) {
        read.push_back(line);
    }
    read.resize(sentences.size());
    return read;
}

} // namespace recital
