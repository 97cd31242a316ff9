// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/sources/source.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace recital {

/// The files that the job reads, in their order. What is skipped and unusual is told to the listener. Throws
/// an `input` error if there is none.
[[nodiscard]] std::vector<std::filesystem::path> find_texts(const Job& job, RunListener& listener);

/// A file, and which part of it is to be read.
struct TextFile {
    std::filesystem::path path;
    ByteRange part;
};

/// Called for each text with the number of its file.
using TextVisitor = std::function<void(std::size_t file, const SourceRef& source, Document&& document)>;

/// Reads every text of these files once, in their order. What is unusual, and what cannot be read, is told to
/// the listener. Returns how many sources become no book.
[[nodiscard]] std::size_t read_texts(const Job& job, std::span<const TextFile> files, SourceReader& reader,
                                     RunListener& listener, const TextVisitor& visit);

} // namespace recital
