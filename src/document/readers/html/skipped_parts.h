// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// Parts of a page whose names say that they surround the text. Such a name may be wrong: what holds most of
/// the page's text is read after all.
class SkippedParts {
public:
    /// Takes the blocks from `begin` out of the outline. `reason` names their element.
    void take(Outline& outline, std::size_t begin, const std::string& reason);

    /// Puts back what holds more prose than all that remained, with a diagnostic. `name` is the file.
    void restore_text(Outline& outline, const std::string& name);

    /// Lists the parts as omissions of the outline, and forgets them.
    void list(Outline& outline);

private:
    struct Part {
        std::string reason;
        std::size_t position = 0; ///< in the blocks without this part
        std::vector<Block> blocks;
    };

    void restore(Outline& outline, const std::string& reason);

    std::vector<Part> parts_; ///< in the order in which they were taken
};

} // namespace recital
