// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/narration/level_note.h"

#include <fmt/format.h>

#include <sstream>

namespace recital {

std::string write_level_note(const RoleLevels& levels) {
    std::string note;
    for (const VoiceLevel& level : {levels.body, levels.heading, levels.quotation}) {
        note += fmt::format("{:.2f} {:.2f}\n", level.gain, level.reference_loudness);
    }
    return note;
}

std::optional<RoleLevels> read_level_note(const std::string& note) {
    std::istringstream in(note);
    RoleLevels levels;
    for (VoiceLevel* level : {&levels.body, &levels.heading, &levels.quotation}) {
        in >> level->gain >> level->reference_loudness;
    }
    return in && write_level_note(levels) == note ? std::optional(levels) : std::nullopt;
}

} // namespace recital
