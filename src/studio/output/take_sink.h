// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/take.h"

#include <cstddef>

namespace recital {

/// Something that is written while the takes of a book, in one format, pass by in order. All methods throw
/// `output` errors.
class TakeSink {
public:
    TakeSink() = default;
    TakeSink(const TakeSink&) = delete;
    TakeSink& operator=(const TakeSink&) = delete;
    virtual ~TakeSink() = default;

    virtual void begin_chapter(std::size_t /*chapter*/) {}
    /// The take of that slot of the production.
    virtual void add(std::size_t slot, const Take& take) = 0;
    virtual void end_chapter(std::size_t /*chapter*/) {}
    /// After the last chapter: puts what was written in its place.
    virtual void finish() = 0;
};

} // namespace recital
