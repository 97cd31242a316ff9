// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/covers/design.h"
#include "artwork/covers/picture_folders.h"
#include "base/error.h"
#include "container/book/cover.h"
#include "document/model/document.h"
#include "studio/job/job.h"
#include "studio/planning/plan_record.h"
#include "studio/process/worker.h"
#include "studio/store/machine_notes.h"
#include "studio/store/take_store.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The picture in a file as a cover. Throws an `input` error, or one of the process that reads it, if it
/// cannot be used.
[[nodiscard]] Cover read_cover_file(const std::filesystem::path& picture, const WorkerLimits& limits);

/// The pictures of one book; empty where it is to have none.
struct BookCovers {
    Cover book;
    Cover chapter; ///< smaller, of the chapters' own files; empty where there are no such files
};

/// Finds every book its cover: the picture given for all, one beside a text, one in a text, else a drawn one,
/// which is kept in the store; the next of them where one cannot be used.
class Covers {
public:
    using Warn = std::function<void(const Diagnostic&)>;

    /// `warn` is told of pictures that cannot be used. Job, store and notes outlive this object.
    Covers(const Job& job, TakeStore& store, MachineNotes& notes, Warn warn);

    [[nodiscard]] BookCovers of(const BookPlan& plan, const Document& document);

private:
    [[nodiscard]] Cover find(const BookPlan& plan, const Document& document);
    [[nodiscard]] const Cover& given();
    [[nodiscard]] Cover own(const BookPlan& plan, const Document& document);
    [[nodiscard]] Cover beside(const SourceRef& source);
    [[nodiscard]] Cover in_file(const std::filesystem::path& picture) const;
    [[nodiscard]] Cover usable(const std::string& name, const std::function<std::string()>& read) const;
    [[nodiscard]] Cover drawn(const CoverText& text);
    [[nodiscard]] std::string ask_draughtsman(std::string_view request);

    const Job& job_;
    TakeStore& store_;
    MachineNotes& notes_;
    Warn warn_;
    std::vector<std::string> names_; ///< of pictures beside texts
    PictureFolders folders_;         ///< where these are looked for
    std::optional<Cover> given_;     ///< that of the job, once it was read
    Worker draughtsman_;
};

} // namespace recital
