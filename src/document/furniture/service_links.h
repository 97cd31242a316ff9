// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Removes lists and lines that hold nothing but names of shops, streaming and social services, from
/// `data/document/services.tsv`, and the label before them ("Streaming:"). Adds them to the omissions. A
/// single name, which may be that of an album, stays unless its label or heading says that it is a link.
void drop_service_links(Outline& outline);

} // namespace recital
