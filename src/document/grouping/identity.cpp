// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/identity.h"

#include "base/hash.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string_view>

namespace recital {

namespace {

constexpr std::size_t fingerprint_size = 64;
constexpr std::size_t shingle_words = 5;

/// Updates the least value of each of the MinHash functions, which are made from one hash by multiplication.
void add_shingle(std::vector<std::uint64_t>& min, std::uint64_t hash) {
    std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
    for (std::uint64_t& value : min) {
        std::uint64_t mixed = hash * factor;
        mixed ^= mixed >> 29U;
        value = std::min(value, mixed);
        factor = factor * 6364136223846793005ULL + 1442695040888963408ULL;
    }
}

void add_text(std::vector<std::uint64_t>& min, std::string_view text) {
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == ' ') {
            starts.push_back(i + 1);
        }
    }
    for (std::size_t word = 0; word < starts.size(); ++word) {
        const std::size_t last = word + shingle_words;
        const std::size_t end = last < starts.size() ? starts[last] - 1 : text.size();
        add_shingle(min, hash_64(text.substr(starts[word], end - starts[word])));
        if (last >= starts.size()) {
            break;
        }
    }
}

} // namespace

Identity identity_of(const Document& document) {
    Identity identity{document.musician,
                      document.certain,
                      document.id,
                      document.born,
                      document.died,
                      document.occupation,
                      document.title,
                      document.date,
                      document.part,
                      document.sources.front(),
                      std::filesystem::path(document.sources.front()).parent_path().string(),
                      0,
                      {}};
    identity.fingerprint.assign(fingerprint_size, std::numeric_limits<std::uint64_t>::max());
    for (const Section& section : document.sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            identity.length += paragraph.text.size();
            add_text(identity.fingerprint, paragraph.text);
        }
    }
    return identity;
}

double resemblance(const Identity& left, const Identity& right) {
    if (left.fingerprint.size() != right.fingerprint.size() || left.fingerprint.empty()) {
        return 0.0;
    }
    std::size_t equal = 0;
    for (std::size_t i = 0; i < left.fingerprint.size(); ++i) {
        equal += static_cast<std::size_t>(left.fingerprint[i] == right.fingerprint[i]);
    }
    return static_cast<double>(equal) / static_cast<double>(left.fingerprint.size());
}

} // namespace recital
