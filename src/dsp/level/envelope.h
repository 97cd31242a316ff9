// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recital {

/// The outline of a long row of values in a fixed number of bins: whenever all are full, neighbours are
/// merged, so that nobody needs to know the length beforehand.
class Envelope {
public:
    /// What the values of one bin have in common. A bin without finite values is empty.
    struct Bin {
        double min = 0;
        double max = 0;
        double sum_of_squares = 0;
        std::uint64_t count = 0;

        [[nodiscard]] bool is_empty() const { return count == 0; }
        /// Root of the mean square.
        [[nodiscard]] double rms() const;
    };

    /// At most `capacity` bins, an even number.
    explicit Envelope(std::size_t capacity) : capacity_(capacity) {}

    /// A value that is not finite takes its place and is counted in no bin.
    void add(double value);

    /// In order; all but the last stand for `bin_values` values each.
    [[nodiscard]] const std::vector<Bin>& bins() const { return bins_; }
    [[nodiscard]] std::uint64_t bin_values() const { return bin_values_; }

private:
    void merge();

    std::size_t capacity_;
    std::uint64_t bin_values_ = 1;
    std::uint64_t in_last_ = 0; ///< values whose place is in the last bin
    std::vector<Bin> bins_;
};

} // namespace recital
