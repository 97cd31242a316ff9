// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/canvas/canvas.h"
#include "artwork/covers/ornament.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The text of a drawn cover.
struct CoverText {
    std::string name;     ///< of the book: the musician
    std::string born;     ///< year; may be empty
    std::string died;     ///< year; may be empty
    std::string language; ///< BCP 47
};

/// Draws covers of one design: an ornament above, the name below, both in colours chosen by a hash of the
/// name. Equal texts give equal pictures on the same machine.
class CoverDesigner {
public:
    /// Reads palettes and fonts from a folder, see data/covers. Throws a `usage` error if they are wrong.
    explicit CoverDesigner(const std::filesystem::path& folder);

    [[nodiscard]] const std::vector<Palette>& palettes() const { return palettes_; }

    /// A square of `cover_side` pixels.
    [[nodiscard]] Raster draw(const CoverText& text) const;

    /// Identifies everything besides its text on which a picture depends.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

private:
    [[nodiscard]] std::string families(const std::string& language) const;

    struct Fonts {
        std::string language; ///< BCP 47 prefix; "*" for all others
        std::string families;
    };

    std::vector<Palette> palettes_;
    std::vector<Fonts> fonts_;
    std::string fingerprint_;
};

/// The years of birth and death: "1840 – 1893", "* 1951", or an empty string.
[[nodiscard]] std::string vital_dates_text(std::string_view born, std::string_view died);

/// The contrast ratio of two colours, 1 to 21 (Web Content Accessibility Guidelines 2.1).
[[nodiscard]] double contrast(const Colour& left, const Colour& right);

} // namespace recital
