// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>

namespace recital {

/// Lays out `--help` in lines of at most `max_columns`: names and values of options on the left, descriptions
/// on the right. Limits of values are in the descriptions only, where they are in words.
class HelpFormatter : public CLI::Formatter {
public:
    static constexpr std::size_t max_columns = 100;

    [[nodiscard]] std::string make_option(const CLI::Option* option, bool is_positional) const override;

private:
    [[nodiscard]] std::string label_of(const CLI::Option& option, bool is_positional) const;
};

} // namespace recital
