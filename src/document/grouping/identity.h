// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace recital {

/// What of a document decides with which others it belongs together.
struct Identity {
    std::string musician;
    bool certain = true; ///< see Document::certain
    std::string id;
    std::string born;
    std::string died;
    std::string occupation;
    std::string date;
    int part = 0;
    std::string source;
    std::string folder;     ///< that may be named for the musician; empty for a record
    std::size_t length = 0; ///< bytes of text
    /// MinHash of its runs of five words (Broder 1997), of each value the low 8 bits (Li and Koenig 2010,
    /// "b-bit minwise hashing"): near-equal texts share most. Empty for a text that is never compared.
    std::vector<std::uint8_t> fingerprint;
    /// Whole names under which other texts may be about the same person: the name at birth, a long form.
    std::vector<std::string> other_names = {};
};

enum class Fingerprint { compute, omit };

[[nodiscard]] Identity identity_of(const Document& document, Fingerprint fingerprint = Fingerprint::compute);

/// The estimated share of two texts' runs of five words that is common to both, at most 1; about 0 for
/// unrelated texts, and 0 if one has no fingerprint.
[[nodiscard]] double resemblance(const Identity& left, const Identity& right);

/// What shows that two documents are about different people, as part of a sentence; empty if nothing does.
/// Ids, years of birth and death, and occupations count, each only if both documents have it.
[[nodiscard]] std::string contradiction(const Identity& left, const Identity& right);

} // namespace recital
