// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_sentences.h"

#include <string_view>
#include <vector>

namespace recital {

namespace {

void write(ByteWriter& out, const std::vector<TextRange>& ranges) {
    out.compact(ranges.size());
    for (const TextRange& range : ranges) {
        out.compact(range.begin);
        out.compact(range.end);
    }
}

void read(ByteReader& in, std::vector<TextRange>& ranges) {
    ranges.resize(in.compact());
    for (TextRange& range : ranges) {
        range.begin = in.compact();
        range.end = in.compact();
    }
}

void write(ByteWriter& out, const Pronunciation& pronunciation) {
    out.compact(pronunciation.begin);
    out.compact(pronunciation.end);
    out.compact_text(pronunciation.phonemes);
    out.compact_text(pronunciation.entry.file);
    out.compact(pronunciation.entry.line);
    out.flag(pronunciation.foreign);
    out.flag(pronunciation.stated);
}

void read(ByteReader& in, Pronunciation& pronunciation) {
    pronunciation.begin = in.compact();
    pronunciation.end = in.compact();
    pronunciation.phonemes = in.compact_text();
    pronunciation.entry.file = in.compact_text();
    pronunciation.entry.line = in.compact();
    pronunciation.foreign = in.flag();
    pronunciation.stated = in.flag();
}

/// Most sentences are spoken as they are written: the second text is left out then.
void write(ByteWriter& out, const Sentence& sentence) {
    out.compact_text(sentence.source);
    out.flag(sentence.spoken == sentence.source);
    if (sentence.spoken != sentence.source) {
        out.compact_text(sentence.spoken);
    }
    out.compact(sentence.line);
    out.compact(sentence.pronunciations.size());
    for (const Pronunciation& pronunciation : sentence.pronunciations) {
        write(out, pronunciation);
    }
    out.flag(sentence.quoted);
    write(out, sentence.stresses);
    write(out, sentence.quotations);
    out.compact(sentence.dashes.size());
    for (const std::size_t dash : sentence.dashes) {
        out.compact(dash);
    }
    out.compact_text(sentence.spans.bytes());
    write(out, sentence.emphases);
}

/// Uses the memory that the sentence has.
void read(ByteReader& in, Sentence& sentence) {
    sentence.source = in.compact_text();
    const bool is_spoken_as_written = in.flag();
    sentence.spoken = is_spoken_as_written ? std::string_view(sentence.source) : in.compact_text();
    sentence.line = in.compact();
    sentence.pronunciations.resize(in.compact());
    for (Pronunciation& pronunciation : sentence.pronunciations) {
        read(in, pronunciation);
    }
    sentence.quoted = in.flag();
    read(in, sentence.stresses);
    read(in, sentence.quotations);
    sentence.dashes.resize(in.compact());
    for (std::size_t& dash : sentence.dashes) {
        dash = in.compact();
    }
    sentence.spans.set_bytes(in.compact_text());
    read(in, sentence.emphases);
}

} // namespace

PackedSentences::PackedSentences(std::span<const Sentence> sentences) {
    if (sentences.empty()) {
        return;
    }
    ByteWriter out;
    out.compact(sentences.size());
    for (const Sentence& sentence : sentences) {
        write(out, sentence);
    }
    bytes_ = out.take();
    bytes_.shrink_to_fit();
}

std::size_t PackedSentences::size() const {
    return empty() ? 0 : ByteReader(bytes_).compact();
}

PackedSentences::Iterator PackedSentences::begin() const {
    ByteReader bytes(bytes_);
    const std::size_t size = empty() ? 0 : bytes.compact();
    return {bytes, size};
}

PackedSentences::Iterator PackedSentences::end() const {
    return {ByteReader({}), 0};
}

Sentence PackedSentences::operator[](std::size_t number) const {
    return *std::next(begin(), static_cast<std::ptrdiff_t>(number));
}

PackedSentences::Iterator::Iterator(ByteReader bytes, std::size_t left) : bytes_(bytes), left_(left) {
    if (left_ > 0) {
        read(bytes_, sentence_);
    }
}

PackedSentences::Iterator& PackedSentences::Iterator::operator++() {
    if (--left_ > 0) {
        read(bytes_, sentence_);
    }
    return *this;
}

} // namespace recital
