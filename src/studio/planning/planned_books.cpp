// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/planned_books.h"

#include <algorithm>

namespace recital {

void PlannedBooks::add(std::uint32_t document) {
    books_.push_back({static_cast<std::uint32_t>(documents_.size()), 0});
    documents_.push_back(document);
}

void PlannedBooks::add(const BookGroup& group, std::span<const std::uint32_t> documents) {
    notes_.push_back({group.musician, group.distinction, group.reason});
    counts_.push_back(static_cast<std::uint32_t>(group.documents.size()));
    books_.push_back(
        {static_cast<std::uint32_t>(documents_.size()), static_cast<std::uint32_t>(notes_.size())});
    for (const std::size_t document : group.documents) {
        documents_.push_back(documents[document]);
    }
}

void PlannedBooks::sort() {
    const auto given = [this](const Book& book) {
        const auto first = documents_.begin() + book.first;
        return *std::min_element(first, first + (book.note == 0 ? 1 : counts_[book.note - 1]));
    };
    std::sort(books_.begin(), books_.end(),
              [&given](const Book& left, const Book& right) { return given(left) < given(right); });
}

std::span<const std::uint32_t> PlannedBooks::documents(std::size_t book) const {
    const auto [first, note] = books_[book];
    return std::span(documents_).subspan(first, note == 0 ? 1 : counts_[note - 1]);
}

const PlannedBooks::Note* PlannedBooks::note(std::size_t book) const {
    return books_[book].note == 0 ? nullptr : &notes_[books_[book].note - 1];
}

} // namespace recital
