// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"

#include <filesystem>
#include <string>

namespace recital {

/// The folder of the cache in which runs leave what later runs need to know of them. It is made with
/// `make_run_folder`.
[[nodiscard]] std::filesystem::path run_folder(const Job& job);

/// The record of the last run of the job in that folder.
[[nodiscard]] std::filesystem::path run_record_path(const Job& job);

/// Makes the folder, for its owner alone: names show what is listened to. Removes what killed runs left in
/// it. Throws an `output` error.
void make_run_folder(const Job& job);

/// An absolute path that names the same file, without "." and "..".
[[nodiscard]] std::filesystem::path absolute_path(const std::filesystem::path& path);

/// Identifies the job: digest of its inputs and output, and of every option that decides what is written or
/// reported. The content of files is not part of it.
[[nodiscard]] std::string job_digest(const Job& job);

} // namespace recital
