// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// Makes the running engine speak with a voice of this content (the syntax of eSpeak NG's own voice files,
/// docs/voices.md of its sources). The engine lower-cases the path of a voice file, takes 59 characters of it
/// and what stands behind a "+" for a variant; hence it is given the content itself, through a file without a
/// name, so that what is spoken is also exactly what was read before. `description` names the voice in
/// errors. Throws a `voice` error where the engine does not take it or loads another.
void load_voice_content(const std::string& content, const std::string& description);

} // namespace recital
