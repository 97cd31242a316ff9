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
    std::string title;
    std::string date;
    int part = 0;
    std::string source;
    std::string folder;     ///< that may be named for the musician; empty for a record
    std::size_t length = 0; ///< bytes of text
    std::vector<std::uint64_t>
        fingerprint; ///< MinHash of its runs of five words (Broder 1997); near-equal texts share most
};

[[nodiscard]] Identity identity_of(const Document& document);

/// The share of two texts' runs of five words that is common to both, estimated, 0 to 1.
[[nodiscard]] double resemblance(const Identity& left, const Identity& right);

} // namespace recital
