// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/run_inputs.h"

#include "artwork/covers/picture_folders.h"
#include "base/byte_stream.h"
#include "base/file.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "studio/sources/gather.h"
#include "text/lexicon/file.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <system_error>
#include <utility>

namespace recital {

namespace {

namespace fs = std::filesystem;

Digest digest_of_gathered(const GatheredInputs& inputs) {
    ByteWriter out;
    for (const fs::path& file : inputs.files) {
        out.text(file.native());
    }
    for (const SkippedReport& skipped : inputs.skipped) {
        out.text(skipped.source);
        out.text(skipped.code);
    }
    for (const Diagnostic& warning : inputs.warnings) {
        out.text(warning.message);
        out.text(warning.place.file);
    }
    return digest_of(out.take());
}

/// Finds the files beside texts that shape their books.
class SideFiles {
public:
    /// Adds those in the folder to `files`, once for each folder.
    void add(const fs::path& folder, std::vector<fs::path>& files) {
        if (!visited_.insert(folder).second) {
            return;
        }
        const auto first = static_cast<std::ptrdiff_t>(files.size());
        for (FolderReader entries(folder); entries.next();) {
            const fs::path name = entries.path().filename();
            if (is_lexicon(name) || pictures_.is_picture(name)) {
                files.push_back(folder / name);
            }
        }
        std::sort(files.begin() + first, files.end());
    }

private:
    static bool is_lexicon(const fs::path& name) {
        return std::find(lexicon_file_names.begin(), lexicon_file_names.end(), name.native()) !=
               lexicon_file_names.end();
    }

    PictureFolders pictures_{read_picture_names(resource_folder() / "data" / "covers")};
    std::set<fs::path> visited_;
};

} // namespace

bool are_inputs_comparable(const Job& job) {
    return std::all_of(job.inputs.begin(), job.inputs.end(), [](const fs::path& input) {
        std::error_code ignored;
        const fs::file_status status = fs::status(input, ignored);
        return !is_own_descriptor(input) && (fs::is_regular_file(status) || fs::is_directory(status));
    });
}

RunInputs find_run_inputs(const Job& job) {
    GatheredInputs gathered = gather_inputs(job.inputs);
    RunInputs inputs{digest_of_gathered(gathered), std::move(gathered.files), {}};
    SideFiles side_files;
    for (const fs::path& text : inputs.texts) {
        side_files.add(text.parent_path(), inputs.side_files);
    }
    inputs.side_files.insert(inputs.side_files.end(), job.lexicons.begin(), job.lexicons.end());
    if (!job.cover_file.empty()) {
        inputs.side_files.push_back(job.cover_file);
    }
    return inputs;
}

} // namespace recital
