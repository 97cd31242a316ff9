// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"

namespace recital {

/// SubRip. It has no place to say which program made it.
extern const Publication srt_publication;

} // namespace recital
