// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "speech/voice/voice.h"

namespace recital {

/// How long the document will probably be when the voice has read it, in seconds, from the written text
/// alone: within some 10 % of the finished book.
[[nodiscard]] double estimate_seconds(const Document& document, const Voice& voice);

/// To 0.1 s, as records of plans state it.
[[nodiscard]] double rounded_seconds(double seconds);

} // namespace recital
