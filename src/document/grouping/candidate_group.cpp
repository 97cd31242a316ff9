// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/candidate_group.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "document/subject/file_names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace recital {

namespace {

std::uint64_t hash_of_name(std::string_view name) {
    return hash_64(fold_case(normalise_nfc(name)));
}

/// Disjoint sets of documents; the first document of a set represents it.
class Sets {
public:
    explicit Sets(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }

    std::uint32_t find(std::uint32_t document) {
        while (parents_[document] != document) {
            parents_[document] = parents_[parents_[document]];
            document = parents_[document];
        }
        return document;
    }

    void unite(std::uint32_t left, std::uint32_t right) {
        left = find(left);
        right = find(right);
        parents_[std::max(left, right)] = std::min(left, right);
    }

private:
    std::vector<std::uint32_t> parents_;
};

class CandidateGroupFinder {
public:
    CandidateGroupFinder(std::span<const IdentityHash> documents, std::span<const std::string> folders)
        : documents_(documents), folders_(folders), order_(documents.size()), sets_(documents.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
    }

    CandidateGroups find() {
        unite_equal(&IdentityHash::id);
        unite_equal(&IdentityHash::name); // leaves the order by name, which the next steps look names up in
        unite_other_names();
        CandidateGroups candidate_groups;
        candidate_groups.shared_folders = unite_folders();
        std::sort(order_.begin(), order_.end(), [this](std::uint32_t left, std::uint32_t right) {
            return std::pair(sets_.find(left), left) < std::pair(sets_.find(right), right);
        });
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            if (i == 0 || sets_.find(order_[i]) != sets_.find(order_[i - 1])) {
                candidate_groups.starts.push_back(i);
            }
        }
        candidate_groups.starts.push_back(static_cast<std::uint32_t>(order_.size()));
        candidate_groups.members = std::move(order_);
        return candidate_groups;
    }

private:
    void sort_by(std::uint64_t IdentityHash::* field) {
        std::sort(order_.begin(), order_.end(), [this, field](std::uint32_t left, std::uint32_t right) {
            return documents_[left].*field < documents_[right].*field;
        });
    }

    void unite_equal(std::uint64_t IdentityHash::* field) {
        sort_by(field);
        for (std::size_t i = 1; i < order_.size(); ++i) {
            const std::uint64_t value = documents_[order_[i]].*field;
            if (value != 0 && documents_[order_[i - 1]].*field == value) {
                sets_.unite(order_[i - 1], order_[i]);
            }
        }
    }

    /// Texts of one person under several names.
    void unite_other_names() {
        std::map<std::uint64_t, std::uint32_t> first_with;
        for (std::uint32_t document = 0; document < documents_.size(); ++document) {
            for (const std::uint64_t name : documents_[document].other_names) {
                if (name == 0) {
                    continue;
                }
                sets_.unite(document, first_with.try_emplace(name, document).first->second);
                if (const auto namesake = find_namesake(name); namesake != order_.end()) {
                    sets_.unite(document, *namesake);
                }
            }
        }
    }

    /// A document whose musician has that name; the end of `order_`, which must be by name, if there is none.
    [[nodiscard]] std::vector<std::uint32_t>::const_iterator find_namesake(std::uint64_t name) const {
        const auto found = std::lower_bound(order_.begin(), order_.end(), name,
                                            [this](std::uint32_t document, std::uint64_t wanted) {
                                                return documents_[document].name < wanted;
                                            });
        return found != order_.end() && documents_[*found].name == name ? found : order_.end();
    }

    /// Texts that name no musician may belong to the one person whose texts are in their folder or after whom
    /// it is named.
    std::vector<bool> unite_folders() {
        std::vector<std::vector<std::uint32_t>> files(folders_.size());
        for (std::uint32_t i = 0; i < documents_.size(); ++i) {
            if (documents_[i].folder != IdentityHash::no_folder) {
                files[documents_[i].folder].push_back(i);
            }
        }
        std::vector<bool> shared(folders_.size());
        for (std::size_t folder = 0; folder < folders_.size(); ++folder) {
            shared[folder] = may_be_one_persons(files[folder]);
            if (shared[folder]) {
                unite_folder(files[folder], hash_of_name(title_from_folder_name(folders_[folder])));
            }
        }
        return shared;
    }

    bool may_be_one_persons(const std::vector<std::uint32_t>& files) {
        std::optional<std::uint32_t> person;
        bool any_uncertain = false;
        for (const std::uint32_t file : files) {
            any_uncertain = any_uncertain || !documents_[file].certain;
            if (documents_[file].certain) {
                if (person && *person != sets_.find(file)) {
                    return false;
                }
                person = sets_.find(file);
            }
        }
        return any_uncertain && files.size() > 1;
    }

    /// The book may get the folder's name: who bears that name belongs to the company, to be distinguished.
    void unite_folder(const std::vector<std::uint32_t>& files, std::uint64_t name) {
        for (const std::uint32_t file : files) {
            sets_.unite(files.front(), file);
        }
        if (const auto namesake = find_namesake(name); namesake != order_.end()) {
            sets_.unite(files.front(), *namesake);
        }
        sets_.unite(files.front(), by_folder_name_.try_emplace(name, files.front()).first->second);
    }

    std::span<const IdentityHash> documents_;
    std::span<const std::string> folders_;
    std::vector<std::uint32_t> order_;
    Sets sets_;
    std::map<std::uint64_t, std::uint32_t> by_folder_name_; ///< a file of the folder that bears it
};

} // namespace

IdentityHash hash_of(const Document& document) {
    IdentityHash hash;
    hash.id = document.id.empty() ? 0 : hash_64(document.id);
    hash.name = hash_of_name(document.musician);
    hash.certain = document.certain;
    const std::vector<std::string> others = identity_of(document, Fingerprint::omit).other_names;
    for (std::size_t n = 0; n < std::min(others.size(), hash.other_names.size()); ++n) {
        hash.other_names[n] = hash_of_name(others[n]);
    }
    return hash;
}

CandidateGroups find_candidate_groups(std::span<const IdentityHash> documents,
                                      std::span<const std::string> folders) {
    return CandidateGroupFinder(documents, folders).find();
}

} // namespace recital
