// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/html/attributes.h"
#include "document/readers/html/elements.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

/// How a reader treats an element with all that it holds.
struct Treatment {
    enum class Kind : std::uint8_t {
        read,
        figure,    ///< its paragraphs are read, and what is not a sentence is a caption
        frame,     ///< it is read, and frames a picture: a short text in it is a caption
        set_aside, ///< it is read only if it holds most of the page
        leave_out,
    };
    Kind kind = Kind::read;
    std::string reason = {}; ///< of what is set aside or left out; empty if nobody misses it: scripts
};

/// False for an element that never holds text of a page, as scripts and formulas.
[[nodiscard]] bool may_hold_text(std::string_view element, ElementKind kind);

/// The treatment of an element of this kind. `captions`: whether captions of figures are read.
[[nodiscard]] Treatment treatment_of(std::string_view element, ElementKind kind, const Attributes& attributes,
                                     bool captions);

} // namespace recital
