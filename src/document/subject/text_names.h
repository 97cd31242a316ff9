// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A name without what its spellings differ in: case, accents, punctuation, blanks. "A. B. Rao" and "ab_rao"
/// give the same key.
[[nodiscard]] std::string spelling_key(std::string_view name);

/// How a text uses names. Looks at the first 64 KiB of its paragraphs, which must outlive this object.
class TextNames {
public:
    explicit TextNames(const Outline& outline);

    /// The name as the text spells it with capitals; empty if the text does not contain it.
    [[nodiscard]] std::string spelling_of(std::string_view name) const;

    /// How often the text contains the words with these letters, as whole words.
    [[nodiscard]] std::size_t mentions_of(std::string_view words) const;

    /// Whether the text is long enough to mention whom it is about by name.
    [[nodiscard]] bool is_long() const { return bytes_ >= 1500; }

    /// Whether the text has the words in quotation marks, as titles of works are.
    [[nodiscard]] bool quotes(std::string_view words) const;

private:
    std::vector<std::string_view> paragraphs_;
    std::vector<std::vector<std::string_view>> words_; ///< by paragraph
    std::size_t bytes_ = 0;                            ///< of all paragraphs
};

} // namespace recital
