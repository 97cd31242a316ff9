// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Whether a full stop, a question mark or an exclamation mark ends a word; of scripts that write no blanks
/// the wide ones.
[[nodiscard]] bool has_sentence_end(std::string_view text);

/// Whether a block holds a sentence of some length, as the text of a biography does and menus, captions and
/// lists of sources do not.
[[nodiscard]] bool is_prose(const Block& block);

/// Whether one of the blocks is prose.
[[nodiscard]] bool holds_prose(const std::vector<Block>& blocks);

/// Whether one of the blocks, headings aside, holds a sentence, which may be short.
[[nodiscard]] bool holds_sentence(const std::vector<Block>& blocks);

/// Lets `step` leave out blocks, but takes that back if it left no sentence of a text that has prose. Returns
/// what is read after all, the kinds of the omissions; empty if nothing was taken back.
std::string keep_prose(Outline& outline, const std::function<void(Outline&)>& step);

} // namespace recital
