// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/run_sources.h"

#include "document/readers/records/records.h"
#include "studio/state/installation.h"

namespace recital {

RunSources::RunSources(const Job& job) : RunSources(find_run_inputs(job)) {}

RunSources::RunSources(const RunInputs& inputs)
    : gathered_(inputs.gathered), texts_(inputs.texts, is_record_kind), side_files_(inputs.side_files),
      knowledge_(knowledge_files()) {}

void RunSources::set_content(const std::filesystem::path& text, const Digest& content) {
    texts_.set_content(text, content);
}

bool RunSources::are_texts_still(const RunInputs& now, Comparison comparison) const {
    return now.gathered == gathered_ && texts_.are_still(now.texts, comparison);
}

bool RunSources::is_rest_still(const RunInputs& now, Comparison comparison) const {
    return side_files_.are_still(now.side_files, comparison) &&
           knowledge_.is_still(knowledge_files(), comparison);
}

void RunSources::put(ByteWriter& out) const {
    put_digest(out, gathered_);
    texts_.put(out);
    side_files_.put(out);
    knowledge_.put(out);
}

RunSources RunSources::take(ByteReader& in) {
    RunSources sources;
    sources.gathered_ = take_digest(in);
    sources.texts_ = WatchedFiles::take(in);
    sources.side_files_ = WatchedFiles::take(in);
    sources.knowledge_ = WatchedSet::take(in);
    return sources;
}

} // namespace recital
