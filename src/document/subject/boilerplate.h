// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>

namespace recital {

/// Removes front and back matter from an outline: the header, licence and credits of Project Gutenberg, the
/// title page, contents, indexes, references and notes of transcribers. Title, author, language and date that
/// they state are kept as metadata. If sections that are usually not read hold all of the text, they stay:
/// returns their kind then, and otherwise an empty string.
std::string strip_boilerplate(Outline& outline);

} // namespace recital
