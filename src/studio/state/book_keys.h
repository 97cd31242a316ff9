// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/planning/plan_record.h"

#include <filesystem>
#include <map>

namespace recital {

/// Names books by what they are made from: if two runs of one job have the same surroundings (see
/// RunSources), books with the same key are the same.
class BookKeys {
public:
    /// Of the record, with the content of its texts, but not where a row is in its table. Reads the first
    /// line of each table once.
    [[nodiscard]] Digest of(const PlanRecord& record);

private:
    [[nodiscard]] const Digest& header_of(const std::filesystem::path& table);

    std::map<std::filesystem::path, Digest> headers_;
};

} // namespace recital
