// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/text_entry.h"

#include "base/byte_stream.h"
#include "studio/state/file_digests.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace recital {

namespace {

constexpr std::array fact_texts = {&TextFacts::musician, &TextFacts::id,         &TextFacts::born,
                                   &TextFacts::died,     &TextFacts::occupation, &TextFacts::date,
                                   &TextFacts::author,   &TextFacts::language,   &TextFacts::evidence};

} // namespace

std::string TextEntry::folder() const {
    return source.line == 0 ? source.path.parent_path().string() : std::string();
}

TextEntry make_text_entry(const SourceRef& source, const Document& document, double seconds) {
    // A dump that names its rows has no drafts: its texts are not compared.
    const bool may_be_draft = source.line == 0 || document.id.empty();
    TextEntry entry{source, facts_of(document, seconds, source.content),
                    identity_of(document, may_be_draft ? Fingerprint::compute : Fingerprint::omit),
                    hash_of(document)};
    entry.identity.source = source.to_string();
    return entry;
}

std::string to_bytes(const TextEntry& entry) {
    ByteWriter out;
    out.text(entry.source.path.native());
    out.number(entry.source.offset);
    out.number(entry.source.line);
    for (const auto text : fact_texts) {
        out.text(entry.facts.*text);
    }
    out.real(entry.facts.seconds);
    put_digest(out, entry.facts.content);
    const Identity& identity = entry.identity;
    out.flag(identity.certain);
    out.integer(identity.part);
    out.number(identity.length);
    out.text({reinterpret_cast<const char*>(identity.fingerprint.data()), identity.fingerprint.size()});
    out.number(identity.other_names.size());
    for (const std::string& name : identity.other_names) {
        out.text(name);
    }
    out.number(entry.hash.id);
    out.number(entry.hash.name);
    for (const std::uint64_t name : entry.hash.other_names) {
        out.number(name);
    }
    return out.take();
}

TextEntry read_text_entry(std::string_view bytes) {
    ByteReader in(bytes);
    TextEntry entry;
    entry.source.path = std::string(in.text());
    entry.source.offset = in.number();
    entry.source.line = in.number();
    for (const auto text : fact_texts) {
        entry.facts.*text = in.text();
    }
    entry.facts.seconds = in.real();
    if (!(entry.facts.seconds >= 0) || std::isinf(entry.facts.seconds)) { // no plan can have such a length
        throw MalformedBytes();
    }
    entry.facts.content = take_digest(in);
    entry.source.content = entry.facts.content;
    Identity& identity = entry.identity;
    identity.certain = in.flag();
    identity.part = in.integer();
    identity.length = in.number();
    const std::string_view fingerprint = in.text();
    identity.fingerprint.assign(fingerprint.begin(), fingerprint.end());
    constexpr std::size_t min_name_bytes = 8;
    identity.other_names.resize(in.count(min_name_bytes));
    for (std::string& name : identity.other_names) {
        name = in.text();
    }
    entry.hash.id = in.number();
    entry.hash.name = in.number();
    for (std::uint64_t& name : entry.hash.other_names) {
        name = in.number();
    }
    in.expect_end();
    entry.hash.certain = identity.certain;
    identity.musician = entry.facts.musician;
    identity.id = entry.facts.id;
    identity.born = entry.facts.born;
    identity.died = entry.facts.died;
    identity.occupation = entry.facts.occupation;
    identity.date = entry.facts.date;
    identity.source = entry.source.to_string();
    return entry;
}

} // namespace recital
