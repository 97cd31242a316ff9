// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/planning/plan_record.h"

#include <cstddef>

namespace recital {

/// The books of a run, one record each.
class RecordSource {
public:
    RecordSource() = default;
    RecordSource(const RecordSource&) = default;
    RecordSource& operator=(const RecordSource&) = default;
    RecordSource(RecordSource&&) = default;
    RecordSource& operator=(RecordSource&&) = default;
    virtual ~RecordSource() = default;

    [[nodiscard]] virtual std::size_t size() const = 0;

    /// The record of that number, from 0, in the order in which books are made. May throw an `input` error.
    [[nodiscard]] virtual PlanRecord record(std::size_t book) const = 0;
};

} // namespace recital
