// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace recital {

/// What is known of one language: everything that `data/languages/<code>/` says, loaded once.
class Language {
public:
    /// Loads `folder`/<primary subtag of `tag`>. Throws a `usage` error with file and line for a bad entry.
    Language(const std::filesystem::path& folder, std::string_view tag);

    /// BCP 47 tag as given.
    [[nodiscard]] const std::string& tag() const { return tag_; }

private:
    std::string tag_;
};

} // namespace recital
