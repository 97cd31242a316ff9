// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/model/document_bytes.h"

#include "base/byte_stream.h"
#include "base/sealed_bytes.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL DOCUMENT 1\n";
constexpr std::size_t number_bytes = 8;

/// Writes a list as its length and its elements.
template <typename Element, typename WriteElement>
void write_list(ByteWriter& out, const std::vector<Element>& list, WriteElement write_element) {
    out.number(list.size());
    for (const Element& element : list) {
        write_element(out, element);
    }
}

/// `min_bytes` is what the shortest element takes.
template <typename Element, typename ReadElement>
std::vector<Element> read_list(ByteReader& in, std::size_t min_bytes, ReadElement read_element) {
    std::vector<Element> list;
    const std::size_t count = in.count(min_bytes);
    list.reserve(count);
    for (std::size_t n = 0; n < count; ++n) {
        list.push_back(read_element(in));
    }
    return list;
}

void write_text(ByteWriter& out, const std::string& text) {
    out.text(text);
}

std::string read_text(ByteReader& in) {
    return std::string(in.text());
}

void write_candidate(ByteWriter& out, const NameCandidate& candidate) {
    out.text(candidate.name);
    out.integer(candidate.score);
    out.text(candidate.evidence);
}

NameCandidate read_candidate(ByteReader& in) {
    NameCandidate candidate;
    candidate.name = in.text();
    candidate.score = in.integer();
    candidate.evidence = in.text();
    return candidate;
}

void write_subject(ByteWriter& out, const Subject& subject) {
    out.text(subject.musician);
    out.text(subject.birth_name);
    write_list(out, subject.other_names, write_text);
    out.text(subject.born);
    out.text(subject.died);
    out.text(subject.occupation);
    write_list(out, subject.aliases, write_text);
    out.text(subject.evidence);
    write_list(out, subject.candidates, write_candidate);
    out.flag(subject.certain);
}

void read_subject(ByteReader& in, Subject& subject) {
    subject.musician = in.text();
    subject.birth_name = in.text();
    subject.other_names = read_list<std::string>(in, number_bytes, read_text);
    subject.born = in.text();
    subject.died = in.text();
    subject.occupation = in.text();
    subject.aliases = read_list<std::string>(in, number_bytes, read_text);
    subject.evidence = in.text();
    subject.candidates = read_list<NameCandidate>(in, 3 * number_bytes, read_candidate);
    subject.certain = in.flag();
}

void write_metadata(ByteWriter& out, const Metadata& metadata) {
    for (const std::string* field :
         {&metadata.id, &metadata.title, &metadata.author, &metadata.date, &metadata.description,
          &metadata.rights, &metadata.publisher, &metadata.cover, &metadata.language}) {
        out.text(*field);
    }
    out.integer(metadata.part);
}

void read_metadata(ByteReader& in, Metadata& metadata) {
    for (std::string* field :
         {&metadata.id, &metadata.title, &metadata.author, &metadata.date, &metadata.description,
          &metadata.rights, &metadata.publisher, &metadata.cover, &metadata.language}) {
        *field = in.text();
    }
    metadata.part = in.integer();
}

void write_paragraph(ByteWriter& out, const Paragraph& paragraph) {
    out.text(paragraph.text);
    out.number(paragraph.line);
    out.number(paragraph.source);
    write_list(out, paragraph.emphases, [](ByteWriter& to, const TextRange& emphasis) {
        to.number(emphasis.begin);
        to.number(emphasis.end);
    });
    out.flag(paragraph.heading);
}

Paragraph read_paragraph(ByteReader& in) {
    Paragraph paragraph;
    paragraph.text = in.text();
    paragraph.line = in.number();
    paragraph.source = in.number();
    paragraph.emphases = read_list<TextRange>(in, 2 * number_bytes, [](ByteReader& from) {
        const std::size_t begin = from.number();
        return TextRange{begin, from.number()};
    });
    paragraph.heading = in.flag();
    return paragraph;
}

constexpr std::size_t min_paragraph_bytes = 4 * number_bytes + 1;
constexpr std::size_t min_section_bytes = 5 * number_bytes;
constexpr std::size_t min_pronunciation_bytes = 6 * number_bytes;
constexpr std::size_t min_diagnostic_bytes = 3 * number_bytes;

void write_section(ByteWriter& out, const Section& section) {
    out.text(section.title);
    out.text(section.heading);
    out.number(section.line);
    out.number(section.source);
    write_list(out, section.paragraphs, write_paragraph);
}

Section read_section(ByteReader& in) {
    Section section;
    section.title = in.text();
    section.heading = in.text();
    section.line = in.number();
    section.source = in.number();
    section.paragraphs = read_list<Paragraph>(in, min_paragraph_bytes, read_paragraph);
    return section;
}

void write_pronunciation(ByteWriter& out, const StatedPronunciation& pronunciation) {
    out.number(static_cast<std::uint64_t>(pronunciation.kind));
    out.text(pronunciation.name);
    out.text(pronunciation.written);
    out.text(pronunciation.language);
    out.number(pronunciation.line);
    out.number(pronunciation.source);
}

StatedPronunciation read_pronunciation(ByteReader& in) {
    const std::uint64_t kind = in.number();
    if (kind > static_cast<std::uint64_t>(StatedPronunciation::Kind::rhyme)) {
        throw MalformedBytes();
    }
    StatedPronunciation pronunciation;
    pronunciation.kind = static_cast<StatedPronunciation::Kind>(kind);
    pronunciation.name = in.text();
    pronunciation.written = in.text();
    pronunciation.language = in.text();
    pronunciation.line = in.number();
    pronunciation.source = in.number();
    return pronunciation;
}

void write_diagnostic(ByteWriter& out, const Diagnostic& diagnostic) {
    out.text(diagnostic.message);
    out.text(diagnostic.place.file);
    out.number(diagnostic.place.line);
}

Diagnostic read_diagnostic(ByteReader& in) {
    Diagnostic diagnostic;
    diagnostic.message = in.text();
    diagnostic.place.file = in.text();
    diagnostic.place.line = in.number();
    return diagnostic;
}

bool is_valid(const Paragraph& paragraph, std::size_t sources) {
    return paragraph.source < sources && std::all_of(
                                             paragraph.emphases.begin(), paragraph.emphases.end(),
                                             [&paragraph](const TextRange& emphasis) {
                                                 return emphasis.begin <= emphasis.end &&
                                                        emphasis.end <= paragraph.text.size();
                                             });
}

bool is_valid(const Section& section, std::size_t sources) {
    return section.source < sources && !section.paragraphs.empty() &&
           std::all_of(
               section.paragraphs.begin(), section.paragraphs.end(),
               [sources](const Paragraph& paragraph) { return is_valid(paragraph, sources); });
}

bool is_valid(const Document& document) {
    const std::size_t sources = document.sources.size();
    return !document.sections.empty() &&
           std::all_of(document.sections.begin(), document.sections.end(),
                       [sources](const Section& section) { return is_valid(section, sources); }) &&
           std::all_of(document.pronunciations.begin(), document.pronunciations.end(),
                       [sources](const StatedPronunciation& pronunciation) {
                           return pronunciation.source < sources;
                       });
}

} // namespace

std::string serialise_document(const Document& document) {
    ByteWriter body;
    write_subject(body, document);
    write_metadata(body, document);
    write_list(body, document.sources, write_text);
    write_list(body, document.sections, write_section);
    write_list(body, document.pronunciations, write_pronunciation);
    write_list(body, document.diagnostics, write_diagnostic);
    write_list(body, document.notices, write_diagnostic);
    return sealed(magic, body.take());
}

Document parse_document(std::string_view bytes) {
    ByteReader in(unsealed(magic, bytes));
    Document document;
    read_subject(in, document);
    read_metadata(in, document);
    document.sources = read_list<std::string>(in, number_bytes, read_text);
    document.sections = read_list<Section>(in, min_section_bytes, read_section);
    document.pronunciations = read_list<StatedPronunciation>(in, min_pronunciation_bytes, read_pronunciation);
    document.diagnostics = read_list<Diagnostic>(in, min_diagnostic_bytes, read_diagnostic);
    document.notices = read_list<Diagnostic>(in, min_diagnostic_bytes, read_diagnostic);
    in.expect_end();
    if (!is_valid(document)) {
        throw MalformedBytes();
    }
    return document;
}

} // namespace recital
