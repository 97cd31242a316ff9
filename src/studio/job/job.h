// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/formats.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "speech/voice/voice.h"
#include "studio/job/metadata_tags.h"
#include "studio/job/output_template.h"
#include "studio/job/shard.h"
#include "studio/process/worker_process.h"
#include "text/script/excerpt.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// What the command line asks of a render.
struct Job {
    std::vector<std::filesystem::path> inputs;   ///< files and folders as given
    std::filesystem::path plan;                  ///< a file of records in place of inputs; empty: none
    std::vector<Shard> shards = {{}};            ///< of the plan: at least one
    bool retries_failed = false;                 ///< only the books that `manifest` says have failed
    std::filesystem::path manifest;              ///< of an earlier run of the plan
    std::filesystem::path output = "audiobooks"; ///< a folder, or the one book's file
    ReadOptions reading;                         ///< how documents are read
    std::vector<std::string> ids;                ///< of the biographies to be read; empty: all
    RecordFields fields;                         ///< which field of a dump's records holds what
    std::vector<std::filesystem::path> lexicons; ///< of the user, the first wins
    Voice voice;                                 ///< effective profile: speed and rate already applied
    std::vector<FormatSettings> formats{FormatSettings{}}; ///< at least one, no format twice
    bool split_chapters = false;                           ///< also write every chapter as a file of its own
    std::vector<std::string> subtitles;                    ///< kinds to write beside every file
    bool lyrics = true;                                    ///< carry the text in the tags
    std::size_t workers = 1;                               ///< takes rendered at once
    std::filesystem::path cache;                           ///< folder of stored takes; empty: keep none
    std::uint64_t cache_bytes = std::uint64_t{5} << 30U;   ///< size that the cache may have
    bool keep_speech = false;         ///< also keep what the engine says, for takes in other formats
    bool cover = true;                ///< whether books have one
    std::filesystem::path cover_file; ///< the picture that all books get; empty: each its own
    GivenTags metadata;               ///< tags of all books
    std::optional<OutputTemplate> output_template; ///< of the books' paths in the folder
    bool overwrite = false;                        ///< also files that this program did not make
    std::optional<Excerpt> excerpt;                ///< only this part of each book
    bool dry_run = false;                          ///< plan only, write nothing
    bool skips_passages = false; ///< a passage that cannot be spoken is left out, instead of its book
    bool check_content = false;  ///< read inputs to see whether they have changed, whatever their times say
    WorkerLimits limits;         ///< of each request to a worker process
    /// How much memory the texts may take between planning and their books, in bytes; others are read again.
    std::size_t document_budget = std::size_t{16} << 20;
};

} // namespace recital
