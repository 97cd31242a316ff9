// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/shard.h"

#include "base/error.h"
#include "base/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace recital {

namespace {

constexpr std::uint64_t max_shards = 10'000'000;

/// A variable by which an engine tells an array job its number.
struct ArrayVariable {
    const char* name;
    std::uint64_t first; ///< the number of the first job
    const char* remedy;  ///< where numbers begin is the user's choice
};

constexpr std::array<ArrayVariable, 3> array_variables{{
    {"SLURM_ARRAY_TASK_ID", 1, "submit the array as --array=1-N"},
    {"JOB_COMPLETION_INDEX", 0, "use an indexed job of N completions"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", 0, "use an array job of size N"},
}};

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= max_shards
               ? std::optional(number)
               : std::nullopt;
}

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
    throw Error(ErrorKind::usage, fmt::format("--shard {} is not possible: {}", text, why));
}

std::uint64_t number_from_environment(std::string_view text, std::uint64_t count) {
    const ArrayVariable* found = nullptr;
    for (const ArrayVariable& variable : array_variables) {
        if (std::getenv(variable.name) == nullptr) {
            continue;
        }
        if (found != nullptr) {
            refuse(text, fmt::format("both {} and {} are set: give the number, as K/N", found->name,
                                     variable.name));
        }
        found = &variable;
    }
    if (found == nullptr) {
        refuse(text, "this is no array job (none of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX and "
                     "AWS_BATCH_JOB_ARRAY_INDEX is set): give the number, as K/N");
    }
    const std::string_view value = std::getenv(found->name);
    const auto number = number_in(value);
    if (!number || *number < found->first || *number - found->first >= count) {
        refuse(text, fmt::format("{} is '{}' and has to be {} to {}: {}", found->name, value, found->first,
                                 found->first + count - 1, found->remedy));
    }
    return *number - found->first + 1;
}

} // namespace

std::string Shard::to_string() const {
    return fmt::format("{}/{}", number, count);
}

std::string Shard::file_name() const {
    const std::string all = std::to_string(count);
    return fmt::format("shard-{:0{}}-of-{}", number, all.size(), all);
}

std::uint64_t Shard::size_of(std::uint64_t books) const {
    const std::uint64_t rounds = books / count;
    return rounds + (index_of(rounds) < books ? 1 : 0);
}

std::uint64_t Shard::index_of(std::uint64_t n) const {
    return n * count + (n % 2 == 0 ? number - 1 : count - number);
}

Shard Shard::of_book(std::uint64_t book, std::uint64_t count) {
    const std::uint64_t place = book % count;
    return {book / count % 2 == 0 ? place + 1 : count - place, count};
}

std::vector<Shard> parse_shards(std::string_view text) {
    std::string_view rest = text;
    const std::string_view numbers = cut_front(rest, '/');
    const auto count = number_in(rest);
    constexpr std::string_view form = "give K/N, such as 3/32, several as 1-4/32, or auto/N";
    if (!count || *count == 0) {
        refuse(text, form);
    }
    if (numbers == "auto") {
        return {{number_from_environment(text, *count), *count}};
    }
    std::string_view last = numbers;
    const auto first_number = number_in(cut_front(last, '-'));
    const bool is_range = numbers.find('-') != std::string_view::npos;
    const auto last_number = is_range ? number_in(last) : first_number;
    if (!first_number || !last_number) {
        refuse(text, form);
    }
    if (*first_number < 1 || *first_number > *last_number || *last_number > *count) {
        refuse(text, fmt::format("shards are numbered from 1 to {}", *count));
    }
    std::vector<Shard> shards;
    for (std::uint64_t number = *first_number; number <= *last_number; ++number) {
        shards.push_back({number, *count});
    }
    return shards;
}

} // namespace recital
