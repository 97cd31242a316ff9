// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"

namespace recital {

/// JSON, with the times of all words:
/// {"schema","tool","title","artist","language","seconds","chapters":[{"title","start"}],
///  "sentences":[{"start","end","text","words":[{"start","end","text"}]}]}; see docs/formats/subtitles.md.
extern const Publication json_publication;

} // namespace recital
