// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/temporary_name.h"

#include "base/hash.h"

#include <fmt/format.h>

#include <cstdint>
#include <random>

namespace recital {

namespace {

constexpr std::size_t random_digits = 16;

std::string check_digits(std::string_view name) {
    return fmt::format("-{:08x}", static_cast<std::uint32_t>(hash_64(name)));
}

} // namespace

std::string make_temporary_name(std::string_view prefix) {
    std::random_device random;
    const std::string name = fmt::format("{}{:08x}{:08x}", prefix, static_cast<std::uint32_t>(random()),
                                         static_cast<std::uint32_t>(random()));
    return name + check_digits(name);
}

bool is_temporary_name(std::string_view name, std::string_view prefix) {
    const std::size_t checked = prefix.size() + random_digits;
    return name.starts_with(prefix) && name.size() > checked &&
           name.substr(checked) == check_digits(name.substr(0, checked));
}

} // namespace recital
