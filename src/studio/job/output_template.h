// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A template for the paths of books, with fields in braces: "{author}/{title}/{title}". Parts between
/// slashes are folders; the last is the file name without its extension.
class OutputTemplate {
public:
    /// Throws a `usage` error for an unknown field (and lists the known ones), for an unmatched brace, and if
    /// the template has no file name.
    explicit OutputTemplate(std::string_view text);

    /// The template as it was given.
    [[nodiscard]] const std::string& text() const { return text_; }

    /// The names of all fields.
    [[nodiscard]] static const std::vector<std::string>& field_names();

    /// The path for the given values of fields. All names are made safe: no value can leave its folder. A
    /// folder of which all fields are empty is omitted; a file name of which all are empty becomes
    /// `otherwise`. If only some are empty, brackets around them, and separators and spaces at the ends, are
    /// removed.
    [[nodiscard]] std::filesystem::path path(const std::map<std::string, std::string>& values,
                                             const std::string& otherwise) const;

private:
    /// Literal text or a field.
    struct Piece {
        std::string text;
        bool is_field = false;
    };
    using Component = std::vector<Piece>;

    static Component parse_component(std::string_view text);

    std::string text_;
    std::vector<Component> components_;
};

} // namespace recital
