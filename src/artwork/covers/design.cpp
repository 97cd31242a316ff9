// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/design.h"

#include "artwork/covers/image.h"
#include "artwork/covers/lines.h"
#include "base/data_table.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace recital {

namespace {

/// Raised whenever the drawing changes, so that kept covers are drawn again.
constexpr int design_version = 1;

constexpr Rectangle ornament_area = {0, 0, cover_side, 810};
constexpr double margin = 110;
constexpr double name_top = 860;
constexpr double name_bottom = 1210; // of the room for the name
constexpr double dates_baseline = 1312;
constexpr double dates_size = 54;

Colour parse_colour(const std::string& digits, const SourcePlace& place) {
    unsigned value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 6 || parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) {
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' is not a colour: write six hexadecimal digits", digits), place);
    }
    const auto part = [value](unsigned shift) { return ((value >> shift) & 0xFFU) / 255.0; };
    return {part(16), part(8), part(0), 1};
}

/// Web Content Accessibility Guidelines 2.1, "relative luminance".
double luminance(const Colour& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

void draw_name(Canvas& canvas, const CoverText& text, TextStyle style, bool has_dates) {
    const double bottom = has_dates ? name_bottom : dates_baseline;
    style.size = 100; // hinting is off, so widths grow with it
    const LineRoom room{cover_side - 2 * margin, bottom - name_top, 200, 1.04};
    const SetText set = set_in_lines(text.name, room, [&canvas, &style](const std::string& line) {
        return canvas.width_of(line, style) / style.size;
    });
    const double size = style.size = set.size;
    // The lines hang together in the middle of their room, and their letters' feet stand on the baseline.
    const auto lines = static_cast<double>(set.lines.size());
    const double block = size * (room.leading * (lines - 1) + 0.68);
    double baseline = name_top + (room.height - block) / 2 + 0.68 * size;
    for (const std::string& line : set.lines) {
        canvas.text({cover_side / 2, baseline}, line, style);
        baseline += size * room.leading;
    }
}

} // namespace

CoverDesigner::CoverDesigner(const std::filesystem::path& folder) {
    for (const DataRow& row : read_data_table(folder / "palettes.tsv", 5, 5)) {
        const auto colour = [&row](std::size_t cell) { return parse_colour(row.cells[cell], row.place); };
        palettes_.push_back({colour(1), colour(2), colour(3), colour(4)});
    }
    for (DataRow& row : read_data_table(folder / "fonts.tsv", 2, 2)) {
        fonts_.push_back({std::move(row.cells[0]), std::move(row.cells[1])});
    }
    if (palettes_.empty()) {
        throw Error(ErrorKind::usage, "contains no palette", {(folder / "palettes.tsv").string(), 0});
    }
    fingerprint_ = hash_hex(fmt::format("{}\n{}\n{}\n{}", design_version, drawing_environment(),
                                        read_file(folder / "palettes.tsv"), read_file(folder / "fonts.tsv")));
}

std::string CoverDesigner::families(const std::string& language) const {
    std::string families = "serif";
    std::size_t longest = 0;
    for (const Fonts& fonts : fonts_) {
        if (fonts.language == "*" ? longest == 0
                                  : fonts.language.size() > longest && language.starts_with(fonts.language)) {
            families = fonts.families;
            longest = fonts.language == "*" ? 0 : fonts.language.size();
        }
    }
    return families;
}

Raster CoverDesigner::draw(const CoverText& text) const {
    const std::uint64_t hash = hash_64(normalise_nfc(text.name));
    const Palette& palette = palettes_[hash % palettes_.size()];
    const std::size_t ornament = hash / palettes_.size() % ornament_kinds();
    Canvas canvas("png", cover_side, cover_side);
    canvas.fill(Rectangle{0, 0, cover_side, cover_side}, palette.ground);
    draw_ornament(canvas, ornament_area, palette, ornament, hash);
    canvas.fill(Rectangle{0, ornament_area.bottom(), cover_side, cover_side - ornament_area.bottom()},
                palette.ground);
    canvas.fill(Rectangle{0, ornament_area.bottom(), cover_side, 8}, palette.accent);

    TextStyle style;
    style.colour = palette.ink;
    style.anchor = 0.5;
    style.families = families(text.language);
    style.language = text.language;
    const std::string dates = vital_dates_text(text.born, text.died);
    draw_name(canvas, text, style, !dates.empty());
    style.size = dates_size;
    style.spacing = 6;
    canvas.text({cover_side / 2, dates_baseline}, dates, style);
    return canvas.finish_raster();
}

std::string vital_dates_text(std::string_view born, std::string_view died) {
    if (born.empty() && died.empty()) {
        return {};
    }
    if (died.empty()) {
        return fmt::format("* {}", born);
    }
    return born.empty() ? fmt::format("† {}", died) : fmt::format("{} – {}", born, died);
}

double contrast(const Colour& left, const Colour& right) {
    const auto [darker, lighter] = std::minmax({luminance(left), luminance(right)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace recital
