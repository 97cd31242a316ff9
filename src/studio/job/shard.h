// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One of the parts into which the books of a plan, or the texts of a dump, are divided.
struct Shard {
    std::uint64_t number = 1; ///< from 1 to `count`
    std::uint64_t count = 1;

    bool operator==(const Shard&) const = default;

    /// The one of so many shards that has the book at this place, from 0, among all books.
    [[nodiscard]] static Shard of_book(std::uint64_t book, std::uint64_t count);

    /// "3/32"
    [[nodiscard]] std::string to_string() const;
    /// "shard-03-of-32": sorts like the numbers.
    [[nodiscard]] std::string file_name() const;

    /// How many of so many books are this shard's.
    [[nodiscard]] std::uint64_t size_of(std::uint64_t books) const;
    /// Where its `n`-th book, from 0, is among all books. If these are sorted by length, the shards are about
    /// equally long: they are dealt out like cards, forwards and backwards in turn.
    [[nodiscard]] std::uint64_t index_of(std::uint64_t n) const;
};

/// The shards that an option names: "3/32", "1-4/32" for several, or "auto/32" for the one whose number is in
/// the environment of an array job: SLURM_ARRAY_TASK_ID (from 1), JOB_COMPLETION_INDEX of Kubernetes or
/// AWS_BATCH_JOB_ARRAY_INDEX (both from 0). Throws a `usage` error, also if the environment has none of these
/// or several.
[[nodiscard]] std::vector<Shard> parse_shards(std::string_view text);

} // namespace recital
