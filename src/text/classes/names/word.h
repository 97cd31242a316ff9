// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// Any word that is of no other class.
bool recognise_plain_word(Cursor& cursor);

/// The "'s" of the word or number before it.
bool recognise_possessive(Cursor& cursor);

void verbalize(const PlainWord& word, Verbalization& speech);

void verbalize(const Possessive& /*possessive*/, Verbalization& speech);

void verbalize(const Silent& /*silent*/, Verbalization& /*speech*/);

void verbalize(const Entry& entry, Verbalization& speech);

void verbalize(const Reading& reading, Verbalization& speech);

} // namespace recital
