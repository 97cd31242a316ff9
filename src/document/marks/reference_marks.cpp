// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/reference_marks.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/edits.h"
#include "document/language/structure_words.h"
#include "document/marks/candidate.h"
#include "document/marks/glosses.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr const char* marks_kind = "reference marks";
constexpr const char* glosses_kind = "pronunciations and forms of names in other scripts";
constexpr const char* notes_kind = "notes";

void make_edits(Block& block, const std::vector<Edit>& edits, const char* kind,
                std::vector<Omission>& omissions) {
    for (const Edit& edit : edits) {
        const std::string written = block.text.substr(edit.range.begin, edit.range.end - edit.range.begin);
        omissions.push_back({kind, std::string(trimmed(written)), block.line});
    }
    if (!edits.empty()) {
        apply_edits(block.text, edits, block.emphases);
    }
}

void drop_glosses(Block& block, std::vector<Omission>& omissions) {
    static constexpr ByteSet openers("([/");
    if (openers.is_in(block.text)) {
        make_edits(block, phonetic_edits(block.text), glosses_kind, omissions);
        make_edits(block, gloss_edits(block.text), glosses_kind, omissions);
    }
}

/// Both lists in the order of the text, without what overlaps with one before it; `first` wins at the same
/// place.
std::vector<MarkCandidate> merged(const std::vector<MarkCandidate>& first,
                                  const std::vector<MarkCandidate>& second) {
    std::vector<MarkCandidate> all;
    std::merge(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(all),
               [](const MarkCandidate& left, const MarkCandidate& right) {
                   return left.range.begin < right.range.begin;
               });
    std::vector<MarkCandidate> apart;
    std::copy_if(all.begin(), all.end(), std::back_inserter(apart), [&apart](const MarkCandidate& candidate) {
        return apart.empty() || candidate.range.begin >= apart.back().range.end;
    });
    return apart;
}

std::vector<MarkCandidate> candidates_of(const Block& block, std::size_t index) {
    std::vector<MarkCandidate> candidates =
        merged(program_marks(block.text), merged(bracketed_marks(block.text), attached_marks(block.text)));
    for (MarkCandidate& candidate : candidates) {
        candidate.block = index;
    }
    return candidates;
}

/// The edits of one block: marks are removed with the blank before them, brackets of editors alone.
class BlockEdits {
public:
    explicit BlockEdits(std::string_view text) : text_(text) {}

    /// Marks that touch each other, or have one blank between them, are removed as one.
    void remove_mark(const TextRange& range) {
        const bool touches =
            removed_.end == range.begin || text_.substr(removed_.end, range.begin - removed_.end) == " ";
        if (!edits_.empty() && touches) {
            removed_.end = range.end;
            edits_.back().range = with_blank(text_, removed_);
            return;
        }
        removed_ = range;
        edits_.push_back({with_blank(text_, range)});
    }

    void insert_blank(std::size_t position) { edits_.push_back({{position, position}, " "}); }

    /// "190[?]" is read as "ca. 1900".
    void complete_year(const TextRange& range) {
        const std::size_t year = range.begin - digits_before(text_, range.begin).size();
        const std::string_view before = trimmed(text_.substr(0, year), " ");
        const std::string word = fold_case(before.substr(before.find_last_of(" (") + 1));
        if (!StructureWords::known().approximations.contains(word)) {
            edits_.push_back({{year, year}, "ca. "});
        }
        edits_.push_back({range, "0"});
    }

    void remove_brackets(const TextRange& range) {
        const std::size_t close = text_.find(']', range.begin);
        edits_.push_back({{range.begin, range.begin + 1}});
        edits_.push_back({{close, close + 1}});
    }

    [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

private:
    std::string_view text_;
    std::vector<Edit> edits_;
    TextRange removed_; ///< the last mark
};

/// The mark with which a block begins, if it may be the body of a note: "[B]" of "[B] The word ...", "†".
std::string_view leading_mark(std::string_view text) {
    for (const std::string_view sign : {"\u2020", "\u2021"}) {
        if (text.starts_with(sign)) {
            return sign;
        }
    }
    constexpr std::size_t max_length = 8;
    const auto close = text.substr(0, max_length).find(']');
    const bool mark =
        text.starts_with('[') && close != std::string_view::npos && text.substr(close + 1, 1) == " ";
    return mark ? text.substr(0, close + 1) : std::string_view();
}

/// "^ Jump up to: a b Hale, p. 4", "^ Hale, p. 4": a note of a page that was copied as text.
bool is_back_link(std::string_view text) {
    constexpr std::array<std::string_view, 6> signs = {"^ ",       "\u2191 ",    "\u21A9",
                                                       "Jump up ", "Jump up to", "^Jump up"};
    return std::any_of(signs.begin(), signs.end(),
                       [text](std::string_view sign) { return text.starts_with(sign); });
}

/// A letter or number in brackets is a mark if a block begins with it: "[C] The Danish word ...".
void trust_marks_of_notes(const std::vector<Block>& blocks, std::vector<MarkCandidate>& candidates) {
    std::set<std::string_view> leading;
    for (const Block& block : blocks) {
        if (const std::string_view mark = leading_mark(block.text); !mark.empty()) {
            leading.insert(mark);
        }
    }
    for (MarkCandidate& candidate : candidates) {
        const auto& [begin, end] = candidate.range;
        const std::string_view written =
            std::string_view(blocks[candidate.block].text).substr(begin, end - begin);
        if (candidate.evidence == MarkEvidence::weak && leading.contains(written)) {
            candidate.evidence = MarkEvidence::likely;
        }
    }
}

/// Removes the blocks that begin with a mark of the text: the notes themselves.
void drop_notes(std::vector<Block>& blocks, const std::set<std::string, std::less<>>& marks,
                std::vector<Omission>& omissions) {
    std::erase_if(blocks, [&](const Block& block) {
        const std::string_view mark = leading_mark(block.text);
        const bool is_note =
            (is_back_link(block.text) || (!mark.empty() && marks.find(mark) != marks.end())) &&
            block.kind != Block::Kind::heading;
        if (is_note) {
            omissions.push_back({notes_kind, block.text, block.line});
        }
        return is_note;
    });
}

/// Records the marks that the edits remove, with their positions after all edits; not brackets of editors.
void note_removed(std::string_view text, const std::vector<Edit>& edits, std::vector<RemovedMark>& removed) {
    std::size_t removed_bytes = 0;
    std::size_t added_bytes = 0;
    for (const Edit& edit : edits) {
        const std::size_t length = edit.range.end - edit.range.begin;
        if (length > 1 && edit.text.empty()) {
            removed.push_back({edit.range.begin + added_bytes - removed_bytes,
                               std::string(text.substr(edit.range.begin, length))});
        }
        removed_bytes += length;
        added_bytes += edit.text.size();
    }
}

std::vector<Omission> drop_marks(std::vector<Block>& blocks, std::vector<RemovedMark>* removed) {
    std::vector<Omission> omissions;
    std::vector<MarkCandidate> candidates;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        drop_glosses(blocks[i], omissions);
        std::vector<MarkCandidate> of_block = candidates_of(blocks[i], i);
        std::move(of_block.begin(), of_block.end(), std::back_inserter(candidates));
    }
    trust_marks_of_notes(blocks, candidates);
    const std::vector<bool> is_mark = decide_marks(candidates);
    std::set<std::string, std::less<>> marks;
    for (std::size_t i = 0; i < candidates.size();) {
        Block& block = blocks[candidates[i].block];
        BlockEdits edits(block.text);
        for (const std::size_t index = candidates[i].block;
             i < candidates.size() && candidates[i].block == index; ++i) {
            const TextRange& range = candidates[i].range;
            if (is_mark[i]) {
                std::string written = block.text.substr(range.begin, range.end - range.begin);
                omissions.push_back({marks_kind, written, block.line});
                marks.insert(std::move(written));
                edits.remove_mark(range);
            } else if (candidates[i].is_digit) {
                edits.complete_year(range);
            } else if (candidates[i].joined) {
                edits.insert_blank(range.begin);
            } else if (candidates[i].editorial) {
                edits.remove_brackets(range);
            }
        }
        if (removed != nullptr) {
            note_removed(block.text, edits.edits(), *removed);
        }
        apply_edits(block.text, edits.edits(), block.emphases);
    }
    drop_notes(blocks, marks, omissions);
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
    return omissions;
}

} // namespace

std::vector<Omission> drop_reference_marks(std::vector<Block>& blocks) {
    return drop_marks(blocks, nullptr);
}

std::string without_reference_marks(std::string text, std::vector<RemovedMark>* removed) {
    std::vector<Block> blocks = {{Block::Kind::paragraph, 0, std::move(text), 1}};
    drop_marks(blocks, removed);
    return blocks.empty() ? std::string() : std::move(blocks.front().text);
}

std::string with_removed_marks(std::string_view part, std::size_t begin,
                               const std::vector<RemovedMark>& removed) {
    std::string written;
    std::size_t from = 0;
    for (const RemovedMark& mark : removed) {
        if (mark.position <= begin || mark.position > begin + part.size()) {
            continue;
        }
        written += part.substr(from, mark.position - begin - from);
        written += mark.text;
        from = mark.position - begin;
    }
    written += part.substr(from);
    return written;
}

} // namespace recital
