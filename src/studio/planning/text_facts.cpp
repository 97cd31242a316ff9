// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/text_facts.h"

#include "base/strings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace recital {

namespace {

constexpr double units_a_second = 10;

std::vector<std::uint8_t> bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

std::string_view text_of(const std::vector<std::uint8_t>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

TextFacts facts_of(const Document& document, double seconds, const Digest& content) {
    return {document.musician,   document.id,   document.born,   document.died,
            document.occupation, document.date, document.author, document.language,
            document.evidence,   seconds,       content};
}

void TextFactsStore::add(const TextFacts& facts, const Identity& identity) {
    FieldWriter kept;
    for (const std::string* text : {&facts.musician, &facts.id, &facts.born, &facts.died, &facts.occupation,
                                    &facts.date, &facts.author, &facts.language}) {
        kept.text(*text);
    }
    kept.number(evidence_number(facts.evidence));
    kept.number(static_cast<std::uint64_t>(std::llround(facts.seconds * units_a_second)));
    kept.digest(facts.content);
    facts_.add(kept.bytes());

    FieldWriter compared;
    compared.number(identity.certain ? 1 : 0);
    compared.number(static_cast<std::uint32_t>(identity.part));
    compared.number(identity.length);
    compared.text(text_of(identity.fingerprint));
    compared.text(fmt::format("{}", fmt::join(identity.other_names, "\n")));
    identities_.add(compared.bytes());
}

TextFacts TextFactsStore::facts(std::size_t text) const {
    FieldReader reader(facts_.at(text));
    TextFacts facts;
    for (std::string* field : {&facts.musician, &facts.id, &facts.born, &facts.died, &facts.occupation,
                               &facts.date, &facts.author, &facts.language}) {
        *field = reader.text();
    }
    facts.evidence = evidences_[reader.number()];
    facts.seconds = static_cast<double>(reader.number()) / units_a_second;
    facts.content = reader.digest();
    return facts;
}

Identity TextFactsStore::identity(std::size_t text) const {
    const TextFacts kept = facts(text);
    FieldReader reader(identities_.at(text));
    Identity identity;
    identity.musician = kept.musician;
    identity.id = kept.id;
    identity.born = kept.born;
    identity.died = kept.died;
    identity.occupation = kept.occupation;
    identity.date = kept.date;
    identity.certain = reader.number() != 0;
    identity.part = static_cast<int>(static_cast<std::uint32_t>(reader.number()));
    identity.length = reader.number();
    identity.fingerprint = bytes_of(reader.text());
    const std::string names(reader.text());
    for (std::string_view rest = names; !rest.empty();) {
        identity.other_names.emplace_back(cut_front(rest, '\n'));
    }
    return identity;
}

/// A text rests on one of a handful of evidences: the number of this one, which is remembered if it is new.
std::size_t TextFactsStore::evidence_number(std::string_view evidence) {
    const auto found = std::find(evidences_.begin(), evidences_.end(), evidence);
    const auto number = static_cast<std::size_t>(found - evidences_.begin());
    if (found == evidences_.end()) {
        evidences_.emplace_back(evidence);
    }
    return number;
}

} // namespace recital
