// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "document/grouping/identity.h"
#include "document/model/document.h"
#include "studio/planning/packed_entries.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a plan record says of a text, beside its place.
struct TextFacts {
    std::string musician;
    std::string id; ///< as declared by the source; empty if it declares none
    std::string born;
    std::string died;
    std::string occupation;
    std::string date; ///< of the text
    std::string author;
    std::string language; ///< BCP 47 tag
    std::string evidence; ///< see Subject::evidence
    double seconds = 0;   ///< estimated length of the speech, to 0.1 s
    Digest content;       ///< of the bytes of the source

    bool operator==(const TextFacts&) const = default;
};

/// The facts of a document. `seconds` and `content` are those of the caller.
[[nodiscard]] TextFacts facts_of(const Document& document, double seconds, const Digest& content);

/// What is kept of many texts after they were read, in little memory: some 75 bytes for the facts of a text,
/// and, until the texts are grouped, some 80 bytes for what grouping compares (some 10 for a text without a
/// fingerprint).
class TextFactsStore {
public:
    /// The number of a text is the number of texts added before. `identity` is that of the same document.
    void add(const TextFacts& facts, const Identity& identity);

    [[nodiscard]] std::size_t size() const { return facts_.size(); }
    [[nodiscard]] TextFacts facts(std::size_t text) const;

    /// Without source and folder, which follow from the text's place. Only before `forget_identities`.
    [[nodiscard]] Identity identity(std::size_t text) const;
    void forget_identities() { identities_ = {}; }

private:
    [[nodiscard]] std::size_t evidence_number(std::string_view evidence);

    PackedEntries facts_;
    PackedEntries identities_;           ///< only what `facts_` does not have
    std::vector<std::string> evidences_; ///< the few different ones
};

} // namespace recital
