// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recital {

/// The envelope of a long sequence of values in a fixed number of bins. Whenever all bins are full,
/// neighbours are merged, so the length need not be known in advance.
class Envelope {
public:
    /// Statistics of the values of one bin. A bin without finite values is empty.
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

    /// Adds a value. A value that is not finite takes its place but is not counted.
    void add(double value);

    /// The bins in order; all but the last cover `bin_values` values each. Valid until the next `add`.
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
