// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/voices_command.h"

#include "base/resources.h"
#include "cli/program.h"
#include "speech/voice.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace recital {

int run_voices(const VoicesOptions& options) {
    const std::vector<Voice> voices = load_voices(resource_folder() / "voices");
    if (options.json) {
        auto list = nlohmann::ordered_json::array();
        for (const Voice& voice : voices) {
            list.push_back({{"name", voice.name},
                            {"language", voice.language},
                            {"words_per_minute", voice.engine.words_per_minute},
                            {"description", voice.description}});
        }
        fmt::print("{}\n", nlohmann::ordered_json({{"voices", list}}).dump());
        return exit_all_done;
    }
    for (const Voice& voice : voices) {
        fmt::print("{:<10} {:<6} {:>4.0f} wpm  {}\n", voice.name, voice.language,
                   voice.engine.words_per_minute, voice.description);
    }
    return exit_all_done;
}

} // namespace recital
