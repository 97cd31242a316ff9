// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/job/report.h"
#include "studio/planning/plan_record.h"
#include "studio/state/installation.h"
#include "studio/state/run_blocks.h"

#include <filesystem>
#include <optional>

namespace recital {

/// The books that earlier runs have finished.
class FinishedEarlier {
public:
    FinishedEarlier() = default;
    FinishedEarlier(const FinishedEarlier&) = delete;
    FinishedEarlier& operator=(const FinishedEarlier&) = delete;
    FinishedEarlier(FinishedEarlier&&) = default;
    FinishedEarlier& operator=(FinishedEarlier&&) = default;
    virtual ~FinishedEarlier() = default;

    /// The book with that key if it would be made again just as it is, and is intact.
    [[nodiscard]] virtual std::optional<RecordedBook> find(const Digest& key) = 0;

    /// Why an earlier run did not make the book, if another attempt would fail as well.
    [[nodiscard]] virtual std::optional<FailureReport> find_failure(const Digest& /*key*/) {
        return std::nullopt;
    }
};

/// Records what a run tells its listener, for later runs.
class BookRecorder : public RunListener {
public:
    /// While this object lives, what is said is about the book with this key.
    class Opening {
    public:
        /// Without a recorder it does nothing, and does not ask for the key.
        template <typename Key>
        Opening(BookRecorder* recorder, const Key& key) : recorder_(recorder) {
            if (recorder_ != nullptr) {
                recorder_->set_opening(key());
            }
        }
        Opening(const Opening&) = delete;
        Opening& operator=(const Opening&) = delete;
        ~Opening() {
            if (recorder_ != nullptr) {
                recorder_->set_opening(std::nullopt);
            }
        }

    private:
        BookRecorder* recorder_;
    };

    /// What is installed, if it is known already.
    virtual void set_installation(const std::optional<Installation>& /*installation*/) {}

    /// A text that is a file of its own was read, with that content.
    virtual void on_text_read(const std::filesystem::path& /*text*/, const Digest& /*content*/) {}

private:
    virtual void set_opening(const std::optional<Digest>& key) = 0;
};

} // namespace recital
