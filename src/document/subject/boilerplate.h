// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Removes front and back matter from an outline: the header, licence and credits of Project Gutenberg, the
/// title page, contents, indexes, references and notes of transcribers. Title, author, language and date that
/// they state are kept as metadata.
void strip_boilerplate(Outline& outline);

} // namespace recital
