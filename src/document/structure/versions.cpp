// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/versions.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// The words of `data/document/versions.tsv`.
struct VersionWords {
    using Set = std::set<std::string, std::less<>>;

    Set sizes;   ///< "short"
    Set kinds;   ///< "biography"
    Set units;   ///< "words": after a number
    Set fillers; ///< "press"
    Set labels;  ///< "biography text": a label as a whole

    static const VersionWords& known();
};

VersionWords load() {
    VersionWords words;
    const std::map<std::string_view, VersionWords::Set*> sets = {{"size", &words.sizes},
                                                                 {"kind", &words.kinds},
                                                                 {"unit", &words.units},
                                                                 {"filler", &words.fillers},
                                                                 {"label", &words.labels}};
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "versions.tsv", 2, 2)) {
        const auto set = sets.find(row.cells[0]);
        if (set == sets.end()) {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not size, kind, unit, filler or label",
                        row.place);
        }
        set->second->insert(fold_case(row.cells[1]));
    }
    return words;
}

const VersionWords& VersionWords::known() {
    static const VersionWords words = load();
    return words;
}

enum class LabelKind {
    none,
    bare, ///< "Short": also a name or an adjective
    full  ///< "Short bio", "100 words"
};

/// The words and numbers of a folded label: "(~75ww)" gives "75" and "ww".
std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    bool was_number = false;
    bool is_open = false;
    for (std::size_t position = 0; position < folded.size();) {
        const char32_t c = next_code_point(folded, position);
        const bool number = is_digit(c);
        if (!number && !is_letter(c)) {
            is_open = false;
            continue;
        }
        if (!is_open || number != was_number) {
            words.emplace_back();
        }
        append_utf8(words.back(), c);
        is_open = true;
        was_number = number;
    }
    return words;
}

LabelKind kind_of_label(std::string_view text) {
    constexpr std::size_t max_length = 60; // bytes
    const VersionWords& known = VersionWords::known();
    if (text.size() > max_length) {
        return LabelKind::none;
    }
    const std::string folded = fold_case(trimmed(text, " .:"));
    if (known.labels.contains(folded)) {
        return LabelKind::full;
    }
    bool has_size = false;
    bool has_kind = false;
    bool has_unit = false;
    bool has_number = false;
    for (const std::string& word : words_of(folded)) {
        const bool is_number = is_digits(word);
        const bool is_size = known.sizes.contains(word);
        const bool is_kind = known.kinds.contains(word);
        const bool is_unit = known.units.contains(word);
        if (!is_number && !is_size && !is_kind && !is_unit && !known.fillers.contains(word)) {
            return LabelKind::none;
        }
        has_size = has_size || is_size;
        has_kind = has_kind || is_kind;
        has_unit = has_unit || is_unit;
        has_number = has_number || is_number;
    }
    const bool is_counted = has_number && has_unit;
    if (is_counted || (has_size && has_kind && !has_number)) {
        return LabelKind::full;
    }
    return has_size && !has_kind && !has_number ? LabelKind::bare : LabelKind::none;
}

/// "Biography", "The Bio".
bool names_biography(std::string_view heading) {
    const VersionWords& known = VersionWords::known();
    const std::vector<std::string> words = words_of(fold_case(heading));
    return !words.empty() && known.kinds.contains(words.back()) &&
           std::all_of(words.begin(), words.end(), [&known](const std::string& word) {
               return known.kinds.contains(word) || known.fillers.contains(word);
           });
}

/// A version of the biography, or a section that may be one.
struct Version {
    std::size_t begin = 0; ///< the block of its label
    std::size_t end = 0;   ///< after its last block
    std::size_t parent =
        0; ///< the block of the heading that it is under; the number of blocks if there is none
    int level = 0;
    LabelKind kind = LabelKind::none;
    std::string key;        ///< the label, folded
    std::size_t length = 0; ///< bytes
};

constexpr int level_of_line = 7; ///< below all headings

LabelKind label_at(const Block& block) {
    const LabelKind kind =
        is_heading(block) || block.text.ends_with(':') ? kind_of_label(block.text) : LabelKind::none;
    return !is_heading(block) && kind == LabelKind::bare ? LabelKind::none : kind;
}

int level_of(const Block& block) {
    return is_heading(block) ? block.level : level_of_line;
}

/// Whether a text names somebody as the label does: "Ida Short taught her".
bool names_so(std::string_view text, std::string_view label) {
    for (auto at = text.find(label); at != npos; at = text.find(label, at + 1)) {
        const bool after_word = at >= 2 && text[at - 1] == ' ' && text[at - 2] != '.' && text[at - 2] != '"';
        std::size_t next = at + label.size();
        const bool ends = next >= text.size() || !is_letter(next_code_point(text, next));
        if (after_word && ends) {
            return true;
        }
    }
    return false;
}

/// Finds the versions of an outline and what is left out of them.
class VersionChooser {
public:
    explicit VersionChooser(Outline& outline)
        : outline_(outline), blocks_(outline.blocks), is_left_out_(outline.blocks.size()) {}

    void run() {
        find();
        for (auto group = versions_.begin(); group != versions_.end();) {
            const auto end = std::find_if(group, versions_.end(), [group](const Version& version) {
                return version.parent != group->parent || version.level != group->level;
            });
            choose(group, end);
            group = end;
        }
        if (std::find(is_left_out_.begin(), is_left_out_.end(), true) != is_left_out_.end()) {
            remove();
        }
    }

private:
    using Iterator = std::vector<Version>::iterator;

    void find() {
        std::vector<std::size_t> above; // headings, each below the one before
        bool is_open = false;           // the last version
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const LabelKind kind = label_at(blocks_[i]);
            const int level = level_of(blocks_[i]);
            const bool ends = kind != LabelKind::none || is_heading(blocks_[i]);
            if (is_open && ends && level <= versions_.back().level) {
                versions_.back().end = i;
                is_open = false;
            }
            if (is_heading(blocks_[i])) {
                while (!above.empty() && blocks_[above.back()].level >= level) {
                    above.pop_back();
                }
            }
            if (kind != LabelKind::none && !is_open) {
                const std::size_t parent = above.empty() ? blocks_.size() : above.back();
                versions_.push_back(
                    {i, blocks_.size(), parent, level, kind, fold_case(trimmed(blocks_[i].text, " .:"))});
                is_open = true;
            }
            if (is_heading(blocks_[i])) {
                above.push_back(i);
            }
            if (is_open && i != versions_.back().begin) {
                versions_.back().length += blocks_[i].text.size();
            }
        }
    }

    [[nodiscard]] bool is_version(const Version& version, bool has_others) const {
        if (version.length == 0 || version.kind == LabelKind::full) {
            return version.length > 0;
        }
        const std::string_view label = trimmed(blocks_[version.begin].text, " .:");
        return has_others &&
               std::none_of(blocks_.begin() + static_cast<std::ptrdiff_t>(version.begin) + 1,
                            blocks_.begin() + static_cast<std::ptrdiff_t>(version.end),
                            [label](const Block& block) { return names_so(block.text, label); });
    }

    /// Of the versions under one heading.
    void choose(Iterator begin, Iterator end) {
        std::set<std::string> keys;
        for (auto version = begin; version != end; ++version) {
            keys.insert(version->key);
        }
        const bool has_others = keys.size() > 1;
        end = std::remove_if(begin, end, [this, has_others](const Version& version) {
            return !is_version(version, has_others);
        });
        if (begin == end || (end - begin > 1 && keys.size() < static_cast<std::size_t>(end - begin))) {
            return; // the same label twice is not that of versions
        }
        const auto longest = std::max_element(
            begin, end, [](const Version& left, const Version& right) { return left.length < right.length; });
        for (auto version = begin; version != end; ++version) {
            if (version != longest) {
                leave_out(*version);
            }
        }
        leave_out_label(*longest);
    }

    void leave_out(const Version& version) {
        const Block& label = blocks_[version.begin];
        outline_.omissions.push_back({"other versions of the biography", label.text, label.line});
        std::fill(is_left_out_.begin() + static_cast<std::ptrdiff_t>(version.begin),
                  is_left_out_.begin() + static_cast<std::ptrdiff_t>(version.end), true);
    }

    /// Unless what is before it under another heading would go on in its text.
    void leave_out_label(const Version& version) {
        for (std::size_t i = version.begin; i-- > 0;) {
            if (!is_left_out_[i] && is_heading(blocks_[i])) {
                if (blocks_[i].level > version.level ||
                    (blocks_[i].level == version.level && !names_biography(blocks_[i].text))) {
                    return;
                }
                break;
            }
        }
        const Block& label = blocks_[version.begin];
        outline_.omissions.push_back({"labels of versions", label.text, label.line});
        is_left_out_[version.begin] = true;
    }

    void remove() {
        std::vector<Block> kept;
        kept.reserve(blocks_.size());
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_left_out_[i]) {
                kept.push_back(std::move(blocks_[i]));
            }
        }
        blocks_ = std::move(kept);
    }

    Outline& outline_;
    std::vector<Block>& blocks_;
    std::vector<bool> is_left_out_;
    std::vector<Version> versions_;
};

} // namespace

void choose_version(Outline& outline) {
    VersionChooser(outline).run();
}

} // namespace recital
