// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Leaves out what a book holds beside its text: the header, licence and credits of Project Gutenberg, the
/// title page, contents, indexes, references and notes of transcribers. What they say of title, author,
/// language and date is kept as such.
void strip_boilerplate(Outline& outline);

} // namespace recital
