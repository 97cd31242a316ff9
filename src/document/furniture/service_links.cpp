// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/service_links.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/word_set.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// The words of `data/document/services.tsv`.
struct ServiceWords {
    using Set = WordSet;

    Set services;
    Set ambiguous; ///< "line": services whose names are words, or those of bands and albums
    Set fillers;   ///< "and", between them
    Set labels;    ///< "streaming": before a colon or as a heading
    Set calls;     ///< "listen": begins a line
    Set links;     ///< "on": between such a beginning and the names
    Set first;     ///< with one of these words every line begins that is about services, a label aside

    static const ServiceWords& known();
};

ServiceWords load_services() {
    ServiceWords words;
    const std::map<std::string_view, ServiceWords::Set*> sets = {
        {"service", &words.services}, {"word", &words.ambiguous}, {"filler", &words.fillers},
        {"label", &words.labels},     {"call", &words.calls},     {"link", &words.links}};
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "services.tsv", 2, 2)) {
        const auto set = sets.find(row.cells[0]);
        if (set == sets.end()) {
            throw Error(ErrorKind::usage,
                        "\"" + row.cells[0] + "\" is not service, word, filler, label, call or link",
                        row.place);
        }
        const std::string folded = fold_case(row.cells[1]);
        set->second->insert(folded);
        if (set->second != &words.labels && set->second != &words.links) {
            words.first.insert(folded.substr(0, folded.find(' ')));
        }
    }
    return words;
}

const ServiceWords& ServiceWords::known() {
    static const ServiceWords words = load_services();
    return words;
}

constexpr std::size_t max_line = 200; ///< bytes

constexpr ByteSet marks(",;:|/+&!.()[]<>-*\""); ///< between words

/// The words of a folded text, with marks as separators. Accounts and addresses are left out. If there are
/// more than `max_words`, at least so many are returned.
std::vector<std::string_view> words_of(std::string_view folded, std::size_t max_words = npos) {
    static constexpr ByteSet separators(",|/+");
    std::vector<std::string_view> words;
    while (!folded.empty() && words.size() < max_words) {
        std::string_view word = cut_front(folded, ' ');
        if (!word.empty() && is_ascii_lower(word.front()) && !marks.is_in(word)) {
            words.push_back(word);
            continue;
        }
        const bool is_dash = word == "\u00B7" || word == "\u2022" || word == "\u2013" || word == "\u2014";
        if (word.starts_with('@') || word.find("://") != npos || word.starts_with("www.") || is_dash) {
            continue;
        }
        word = trimmed(word, marks);
        while (!word.empty()) { // "Spotify/Deezer"
            const auto end = std::min(separators.find_in(word), word.size());
            words.push_back(word.substr(0, end));
            word = trimmed(word.substr(end), marks);
        }
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        text += text.empty() ? "" : " ";
        text += words[i];
    }
    return text;
}

/// What a line says about services.
struct ServiceLine {
    std::size_t services = 0; ///< how many it names; 0 if it says anything else
    bool is_sure = false;     ///< one of the names is that of a service only
    bool is_link = false;     ///< it says that the names are links: "Listen on Spotify"
};

/// What the words from `begin` on say if they name nothing else.
ServiceLine services_in(const std::vector<std::string_view>& words, std::size_t begin) {
    constexpr std::size_t max_words = 3; // of a name
    const ServiceWords& known = ServiceWords::known();
    ServiceLine line;
    while (begin < words.size()) {
        std::size_t length = std::min(max_words, words.size() - begin);
        const auto is_in = [&](const ServiceWords::Set& set) {
            return set.contains(joined(words, begin, begin + length));
        };
        while (length > 0 && !is_in(known.services) && !is_in(known.ambiguous)) {
            --length;
        }
        if (length == 0 && !known.fillers.contains(words[begin])) {
            return {};
        }
        line.services += length > 0 ? 1 : 0;
        line.is_sure = line.is_sure || (length > 0 && is_in(known.services));
        begin += std::max<std::size_t>(length, 1);
    }
    return line;
}

bool is_label(std::string_view text) {
    return ServiceWords::known().labels.contains_folded(trimmed(text, " .:"));
}

/// "Listen to her songs on Spotify".
ServiceLine after_call(const std::vector<std::string_view>& words) {
    constexpr std::size_t max_between = 8;
    const ServiceWords& known = ServiceWords::known();
    if (words.empty() || !known.calls.contains(words.front())) {
        return {};
    }
    for (std::size_t i = 1; i < std::min(words.size(), max_between); ++i) {
        if (known.links.contains(words[i])) {
            if (ServiceLine line = services_in(words, i + 1); line.services > 0) {
                line.is_link = true;
                return line;
            }
        }
    }
    return {};
}

/// Whether the line certainly says something else: it has no label and begins with another word.
bool begins_another_line(std::string_view line) {
    const std::string_view first = line.substr(0, line.find(' '));
    const bool is_word = !first.empty() && is_ascii(first.front()) && is_word_byte(first.front()) &&
                         !is_ascii_digit(first.front()) && !marks.is_in(first);
    return is_word && !ServiceWords::known().first.contains_folded(first) && line.find(": ") == npos;
}

ServiceLine service_line(const Block& block) {
    if (is_heading(block) || block.text.size() > max_line || begins_another_line(block.text)) {
        return {};
    }
    const std::string folded = fold_case(block.text);
    const auto colon = std::string_view(folded).find(": ");
    const std::vector<std::string_view> first = words_of(folded, 1);
    if (colon == npos && (first.empty() || !ServiceWords::known().first.contains(first.front()))) {
        return {};
    }
    const std::vector<std::string_view> words = words_of(folded);
    if (ServiceLine line = services_in(words, 0); line.services > 0) {
        line.is_link = folded.find('@') != npos;
        return line;
    }
    if (const ServiceLine called = after_call(words); called.services > 0) {
        return called;
    }
    // "Self-titled EP: Bandcamp, SoundCloud"
    constexpr std::size_t max_label = 60;
    if (colon == npos || colon > max_label) {
        return {};
    }
    ServiceLine line = services_in(words_of(std::string_view(folded).substr(colon)), 0);
    line.is_link = is_label(std::string_view(folded).substr(0, colon));
    return line.services > 1 || line.is_link ? line : ServiceLine();
}

/// A label directly before links: "Streaming:".
bool is_before_links(const Block& block) {
    constexpr std::size_t max_label = 60;
    return !is_heading(block) && block.text.ends_with(':') && block.text.size() <= max_label;
}

/// Decides about the blocks of an outline one run of names after the other.
class LinkFinder {
public:
    explicit LinkFinder(const std::vector<Block>& blocks) : blocks_(blocks), is_link_(blocks.size()) {}

    std::vector<bool> find() {
        for (std::size_t begin = 0; begin < blocks_.size();) {
            std::size_t end = begin;
            ServiceLine run;
            for (ServiceLine line; end < blocks_.size() && (line = service_line(blocks_[end])).services > 0;
                 ++end) {
                run.services += line.services;
                run.is_sure = run.is_sure || line.is_sure;
                run.is_link = run.is_link || line.is_link;
            }
            if (end > begin && is_run_of_links(begin, end, run)) {
                const bool labelled = begin > 0 && is_before_links(blocks_[begin - 1]);
                std::fill(is_link_.begin() + static_cast<std::ptrdiff_t>(begin - (labelled ? 1 : 0)),
                          is_link_.begin() + static_cast<std::ptrdiff_t>(end), true);
            }
            begin = std::max(end, begin + 1);
        }
        return std::move(is_link_);
    }

private:
    /// A list that also names something else is not one of links.
    [[nodiscard]] bool is_run_of_links(std::size_t begin, std::size_t end, const ServiceLine& run) const {
        const bool is_part = (blocks_[begin].is_item && begin > 0 && blocks_[begin - 1].is_item) ||
                             (blocks_[end - 1].is_item && end < blocks_.size() && blocks_[end].is_item);
        const bool announced = begin > 0 && is_label(blocks_[begin - 1].text);
        return !is_part && ((run.services > 1 && run.is_sure) || run.is_link || announced);
    }

    const std::vector<Block>& blocks_;
    std::vector<bool> is_link_;
};

} // namespace

void drop_service_links(Outline& outline) {
    const std::vector<bool> is_link = LinkFinder(outline.blocks).find();
    std::vector<Block> kept;
    kept.reserve(outline.blocks.size());
    for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
        Block& block = outline.blocks[i];
        if (is_link[i]) {
            outline.omissions.push_back({"links to shops and services", std::move(block.text), block.line});
        } else {
            kept.push_back(std::move(block));
        }
    }
    outline.blocks = std::move(kept);
}

} // namespace recital
