// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"

namespace recital {

/// LRC, lyrics with times.
extern const Publication lrc_publication;

} // namespace recital
