// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "text/script/sentence.h"

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string>

namespace recital {

/// Sentences in one piece of memory, because a book of eighty hours has tens of thousands, each of which
/// would take 232 bytes and several allocations. They are read in order and cannot be changed.
class PackedSentences {
public:
    PackedSentences() = default;
    explicit PackedSentences(std::span<const Sentence> sentences);
    PackedSentences(std::initializer_list<Sentence> sentences)
        : PackedSentences(std::span(sentences.begin(), sentences.size())) {}

    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    [[nodiscard]] std::size_t size() const;

    /// Unpacks one sentence at a time.
    class Iterator;
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    /// The sentence of that number, which must be there.
    [[nodiscard]] Sentence operator[](std::size_t number) const;

private:
    /// How many there are, then each with its members in the order of their declarations; nothing if there
    /// are none.
    std::string bytes_;
};

/// The sentence that it refers to is valid until the iterator moves on; the packed sentences must outlive it.
class PackedSentences::Iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Sentence;
    using difference_type = std::ptrdiff_t;
    using pointer = const Sentence*;
    using reference = const Sentence&;

    /// `bytes` are those of the next `left` sentences.
    Iterator(ByteReader bytes, std::size_t left);

    [[nodiscard]] const Sentence& operator*() const { return sentence_; }
    [[nodiscard]] const Sentence* operator->() const { return &sentence_; }
    Iterator& operator++();
    /// Of the same sentences.
    [[nodiscard]] bool operator==(const Iterator& other) const { return left_ == other.left_; }

private:
    ByteReader bytes_;
    std::size_t left_; ///< with this one
    Sentence sentence_;
};

} // namespace recital
