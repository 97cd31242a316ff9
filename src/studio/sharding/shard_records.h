// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/shard.h"
#include "studio/planning/record_source.h"

namespace recital {

/// The books of a plan that belong to one shard.
class ShardRecords : public RecordSource {
public:
    /// The plan must outlive this object.
    ShardRecords(const RecordSource& plan, const Shard& shard) : plan_(&plan), shard_(shard) {}

    [[nodiscard]] std::size_t size() const override { return shard_.size_of(plan_->size()); }
    [[nodiscard]] PlanRecord record(std::size_t book) const override {
        return plan_->record(shard_.index_of(book));
    }

private:
    const RecordSource* plan_;
    Shard shard_;
};

} // namespace recital
