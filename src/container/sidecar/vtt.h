// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"

namespace recital {

/// WebVTT (W3C), with the chapters in a note.
extern const Publication vtt_publication;

} // namespace recital
