// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/document_cache.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t allocation_bytes = 16; ///< what an allocation costs beside its content, on average

std::size_t heap_of(const std::string& text) {
    static const std::size_t inline_capacity = std::string().capacity();
    return text.capacity() <= inline_capacity ? 0 : text.capacity() + allocation_bytes;
}

/// The memory of a list itself, and of what its elements point to.
template <typename Element, typename HeapOf>
std::size_t heap_of(const std::vector<Element>& elements, const HeapOf& heap_of_element) {
    const std::size_t own =
        elements.capacity() == 0 ? 0 : elements.capacity() * sizeof(Element) + allocation_bytes;
    return std::accumulate(elements.begin(), elements.end(), own,
                           [&heap_of_element](std::size_t sum, const Element& element) {
                               return sum + heap_of_element(element);
                           });
}

std::size_t heap_of_string(const std::string& text) {
    return heap_of(text);
}

std::size_t heap_of_paragraph(const Paragraph& paragraph) {
    return heap_of(paragraph.text) +
           heap_of(paragraph.emphases, [](const TextRange& /*range*/) { return std::size_t{0}; });
}

std::size_t heap_of_section(const Section& section) {
    return heap_of(section.title) + heap_of(section.heading) + heap_of(section.paragraphs, heap_of_paragraph);
}

std::size_t heap_of_candidate(const NameCandidate& candidate) {
    return heap_of(candidate.name) + heap_of(candidate.evidence);
}

std::size_t heap_of_diagnostic(const Diagnostic& diagnostic) {
    return heap_of(diagnostic.message) + heap_of(diagnostic.place.file);
}

} // namespace

std::size_t memory_of(const Document& document) {
    std::size_t bytes =
        sizeof(Document) + heap_of(document.sources, heap_of_string) +
        heap_of(document.sections, heap_of_section) + heap_of(document.diagnostics, heap_of_diagnostic) +
        heap_of(document.notices, heap_of_diagnostic) + heap_of(document.aliases, heap_of_string) +
        heap_of(document.other_names, heap_of_string) + heap_of(document.candidates, heap_of_candidate);
    for (const std::string* text : {&document.musician, &document.birth_name, &document.born, &document.died,
                                    &document.occupation, &document.evidence, &document.id, &document.title,
                                    &document.author, &document.date, &document.description, &document.rights,
                                    &document.publisher, &document.cover, &document.language}) {
        bytes += heap_of(*text);
    }
    return bytes;
}

void DocumentCache::keep(const SourceRef& source, Document&& document) {
    Key key(source.path.string(), source.offset);
    // Four pointers are what a node of the map needs beside its content.
    const std::size_t bytes = memory_of(document) + heap_of(key.first) + sizeof(std::pair<const Key, Kept>) -
                              sizeof(Document) + 4 * sizeof(void*) + allocation_bytes;
    if (bytes <= budget_ - used_ &&
        entries_.try_emplace(std::move(key), Kept{std::move(document), bytes}).second) {
        used_ += bytes;
    }
}

Document DocumentCache::take(const SourceRef& source) {
    const auto entry = find(source);
    return entry == entries_.end() ? reader_.read(source) : remove(entry);
}

void DocumentCache::forget(const SourceRef& source) {
    if (const auto entry = find(source); entry != entries_.end()) {
        (void)remove(entry);
    }
}

DocumentCache::Entries::iterator DocumentCache::find(const SourceRef& source) {
    return entries_.find(Key(source.path.string(), source.offset));
}

Document DocumentCache::remove(Entries::iterator entry) {
    Document document = std::move(entry->second.document);
    used_ -= entry->second.bytes;
    entries_.erase(entry);
    return document;
}

} // namespace recital
