// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// How books' paths are made of what is known of them: "{author}/{title}/{title}". Parts between slashes are
/// folders, the last is the file without its extension.
class OutputTemplate {
public:
    /// Throws a `usage` error for a field that there is not, which lists those that there are, for a brace
    /// without its other half, and where the template names no file.
    explicit OutputTemplate(std::string_view text);

    /// The names of fields.
    [[nodiscard]] static const std::vector<std::string>& field_names();

    /// The path that the values of fields make, of safe names only: no value leads out of its folder. A
    /// folder all of whose fields are empty is left out, a file's name of that kind is `otherwise`. Where
    /// only some are empty, so are the brackets around them, and signs and spaces at the ends are left out.
    [[nodiscard]] std::filesystem::path path(const std::map<std::string, std::string>& values,
                                             const std::string& otherwise) const;

private:
    /// A text as it is, or a field.
    struct Piece {
        std::string text;
        bool is_field = false;
    };
    using Component = std::vector<Piece>;

    static Component parse_component(std::string_view text);

    std::vector<Component> components_;
};

} // namespace recital
