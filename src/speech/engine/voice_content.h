// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// Makes the running engine use a voice with this content (the syntax of eSpeak NG's voice files, see
/// docs/voices.md of its sources). The engine lower-cases the path of a voice file, takes 59 characters of it
/// and what follows a "+" for a variant; therefore the content is passed through an anonymous file, which the
/// engine finds without searching its folders. Throws a `voice` error if the engine does not take the content
/// or loads another voice.
void load_voice_content(const std::string& content);

} // namespace recital
