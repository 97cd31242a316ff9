// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// Makes the running engine speak with a voice of this content (the syntax of eSpeak NG's voice files, see
/// docs/voices.md of its sources). The engine lower-cases the path of a voice file, takes 59 characters of it
/// and what follows a "+" for a variant; hence it is given the content itself, through a file without a name,
/// and finds it without a search of its folders. Throws a `voice` error if the engine does not take the
/// content or loads another voice.
void load_voice_content(const std::string& content);

} // namespace recital
