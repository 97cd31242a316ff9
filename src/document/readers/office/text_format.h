// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/office/block_builder.h"

#include <optional>

namespace recital {

/// What a run of text in a document of a word processor looks like, as far as it is stated.
struct TextFormat {
    std::optional<bool> is_bold;
    std::optional<bool> is_italic;
    std::optional<bool> is_hidden;
    std::optional<bool> is_superscript;

    /// Takes over what is stated in `other`.
    void override_with(const TextFormat& other);
    /// Takes over from `parent` what is not stated here.
    void inherit_from(const TextFormat& parent);

    /// The look of text that is not hidden.
    [[nodiscard]] TextLook look() const;
};

} // namespace recital
