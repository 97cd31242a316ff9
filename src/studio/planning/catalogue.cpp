// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/catalogue.h"

#include <utility>

namespace recital {

namespace {

/// A dump that names its rows has no drafts: its texts are not compared.
bool may_be_draft(const SourceRef& source, const Document& document) {
    return source.line == 0 || document.id.empty();
}

} // namespace

void Catalogue::add(std::size_t path, const SourceRef& source, const Document& document, double seconds) {
    entries_.push_back(
        {source.offset, static_cast<std::uint32_t>(path), static_cast<std::uint32_t>(source.line)});
    const auto fingerprint = may_be_draft(source, document) ? Fingerprint::compute : Fingerprint::omit;
    facts_.add(facts_of(document, seconds, source.content), identity_of(document, fingerprint));
    IdentityHash hash = hash_of(document);
    if (std::string parent = source.path.parent_path().string(); source.line == 0 && !parent.empty()) {
        const auto [entry, is_new] =
            folder_indexes_.try_emplace(parent, static_cast<std::uint32_t>(folders_.size()));
        if (is_new) {
            folders_.push_back(std::move(parent));
        }
        hash.folder = entry->second;
    }
    hashes_.push_back(hash);
}

SourceRef Catalogue::source(std::size_t index) const {
    const Entry& entry = entries_[index];
    return {paths_[entry.path], entry.offset, entry.line, facts_.facts(index).content};
}

Identity Catalogue::identity(std::size_t index) const {
    Identity identity = facts_.identity(index);
    identity.source = source(index).to_string();
    identity.folder = shared_folder(index);
    return identity;
}

CandidateGroups Catalogue::take_candidate_groups() {
    const std::vector<IdentityHash> hashes = std::exchange(hashes_, {});
    const std::vector<std::string> folders = std::exchange(folders_, {});
    CandidateGroups candidate_groups = find_candidate_groups(hashes, folders);
    shared_folders_ = candidate_groups.shared_folders;
    return candidate_groups;
}

std::string Catalogue::shared_folder(std::size_t index) const {
    const Entry& entry = entries_[index];
    const auto folder = folder_indexes_.find(paths_[entry.path].parent_path().string());
    return entry.line == 0 && folder != folder_indexes_.end() && shared_folders_[folder->second]
               ? folder->first
               : std::string();
}

} // namespace recital
