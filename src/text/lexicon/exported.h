// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/lexicon/file.h"
#include "text/lexicon/phoneme_table.h"

#include <span>
#include <string>
#include <string_view>

namespace recital {

/// Entries as a table (see data/lexicon/README.md), a line each.
[[nodiscard]] std::string to_tsv(std::span<const LexiconEntry> entries);

/// The same with commas (RFC 4180), after a line with the names of the columns.
[[nodiscard]] std::string to_csv(std::span<const LexiconEntry> entries);

/// A W3C Pronunciation Lexicon (version 1.0) in IPA; respellings are translated. It has no place for contexts
/// and one language: those of a context are left out, as are those for other languages than `language` (BCP
/// 47), and each is named in an XML comment. Throws a `usage` error for a respelling that cannot be read.
[[nodiscard]] std::string to_pls(std::span<const LexiconEntry> entries, const PhonemeTable& phonemes,
                                 std::string_view language);

} // namespace recital
