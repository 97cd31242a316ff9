// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/group.h"

#include "base/unicode.h"
#include "document/subject/file_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace recital {

namespace {

bool is_full_name(std::string_view name) {
    return name.find(' ') != std::string_view::npos;
}

std::string folded_name(const Identity& identity) {
    return fold_case(normalise_nfc(identity.musician));
}

/// Documents that are put together, with what put them there.
struct Cluster {
    std::vector<std::size_t> members;
    std::string reason;
};

/// Puts each document with those before it on the strongest evidence there is.
class Grouper {
public:
    Grouper(std::span<const Identity> identities, std::vector<Diagnostic>& diagnostics)
        : identities_(identities), diagnostics_(diagnostics) {}

    std::vector<BookGroup> group() {
        for (std::size_t i = 0; i < identities_.size(); ++i) {
            place(i);
        }
        place_by_folder();
        std::vector<BookGroup> groups;
        for (Cluster& cluster : clusters_) {
            if (!cluster.members.empty()) {
                groups.push_back(book_of(cluster));
            }
        }
        tell_namesakes_apart(groups);
        return groups;
    }

private:
    void place(std::size_t index) {
        const Identity& identity = identities_[index];
        if (!identity.id.empty()) {
            if (const auto found = by_id_.find(identity.id); found != by_id_.end()) {
                join(found->second, index, "the same id");
                return;
            }
        }
        const std::vector<std::string> names = whole_names(identity);
        std::size_t home = clusters_.size();
        for (const std::string& name : names) {
            for (const std::size_t cluster : by_name_[name]) {
                home = take_in(cluster, home, index);
            }
        }
        if (home == clusters_.size()) {
            if (const auto namesake = names.empty() ? std::nullopt : find_namesake(names.front())) {
                warn_of_namesake(identity, *namesake);
            }
            clusters_.emplace_back();
            join(home, index, "");
        }
        for (const std::string& name : names) {
            by_name_[name].push_back(home);
        }
    }

    /// The folded names by which the document is found: the musician's first. None of a text that may be
    /// about somebody else.
    [[nodiscard]] static std::vector<std::string> whole_names(const Identity& identity) {
        std::vector<std::string> names;
        if (!identity.certain) {
            return names;
        }
        if (std::string name = folded_name(identity); is_full_name(name)) {
            names.push_back(std::move(name));
        }
        for (const std::string& other : identity.other_names) {
            names.push_back(fold_case(normalise_nfc(other)));
        }
        return names;
    }

    /// Puts the document into the cluster, or, if it has a home, the cluster's members there, unless
    /// something contradicts that. Returns the home, which is the number of clusters as long as there is
    /// none.
    std::size_t take_in(std::size_t cluster, std::size_t home, std::size_t index) {
        if (cluster == home || clusters_[cluster].members.empty() ||
            !contradiction_with(cluster, identities_[index]).empty()) {
            return home;
        }
        const Identity& first = identities_[clusters_[cluster].members.front()];
        const bool has_one_name = folded_name(first) == folded_name(identities_[index]);
        const char* const reason = has_one_name ? "the same full name" : "names of one person";
        if (home == clusters_.size()) {
            join(cluster, index, reason);
            return cluster;
        }
        for (const std::size_t member : std::exchange(clusters_[cluster].members, {})) {
            join(home, member, reason);
        }
        return home;
    }

    /// The first cluster with that name. Those that were put into another one are empty.
    [[nodiscard]] std::optional<std::size_t> find_namesake(const std::string& name) {
        for (const std::size_t cluster : by_name_[name]) {
            if (!clusters_[cluster].members.empty()) {
                return cluster;
            }
        }
        return std::nullopt;
    }

    /// Ids that differ were declared; everything else was concluded, and may be wrong.
    void warn_of_namesake(const Identity& identity, std::size_t namesake) {
        const Identity& other = identities_[clusters_[namesake].members.front()];
        const bool are_declared = !identity.id.empty() && !other.id.empty() && identity.id != other.id;
        if (!are_declared) {
            diagnostics_.push_back(
                {fmt::format("{} is taken for another person than that of {}: {}", identity.musician,
                             other.source, contradiction_with(namesake, identity)),
                 {identity.source, 0}});
        }
    }

    void join(std::size_t cluster, std::size_t index, const char* reason) {
        clusters_[cluster].members.push_back(index);
        clusters_[cluster].reason = clusters_[cluster].reason.empty() ? reason : clusters_[cluster].reason;
        if (!identities_[index].id.empty()) {
            by_id_.try_emplace(identities_[index].id, cluster);
        }
    }

    [[nodiscard]] std::string contradiction_with(std::size_t cluster, const Identity& identity) const {
        for (const std::size_t member : clusters_[cluster].members) {
            if (std::string against = contradiction(identities_[member], identity); !against.empty()) {
                return against;
            }
        }
        return {};
    }

    /// Texts that do not say whom they are about belong to the person whose name their folder bears.
    void place_by_folder() {
        std::map<std::string, std::vector<std::size_t>> folders;
        for (std::size_t cluster = 0; cluster < clusters_.size(); ++cluster) {
            for (const std::size_t member : clusters_[cluster].members) {
                const std::string& folder = identities_[member].folder;
                if (!folder.empty()) {
                    auto& clusters = folders[folder];
                    if (clusters.empty() || clusters.back() != cluster) {
                        clusters.push_back(cluster);
                    }
                }
            }
        }
        for (const auto& [folder, clusters] : folders) {
            join_folder(folder, clusters);
        }
    }

    void join_folder(const std::string& folder, const std::vector<std::size_t>& clusters) {
        const std::string person = title_from_folder_name(folder);
        std::vector<std::size_t> named;
        std::vector<std::size_t> unnamed;
        for (const std::size_t cluster : clusters) {
            if (clusters_[cluster].members.empty()) {
                continue;
            }
            const Identity& first = identities_[clusters_[cluster].members.front()];
            (first.certain ? named : unnamed).push_back(cluster);
        }
        const auto is_person = [&](std::size_t cluster) {
            return folded_name(identities_[clusters_[cluster].members.front()]) == fold_case(person);
        };
        const bool folder_names_one = named.size() == 1 && is_person(named.front());
        const bool folder_names_unknown = named.empty() && unnamed.size() > 1 && is_full_name(person) &&
                                          std::none_of(unnamed.begin(), unnamed.end(), is_person);
        if (!folder_names_one && !folder_names_unknown) {
            return;
        }
        const std::size_t target = folder_names_one ? named.front() : unnamed.front();
        for (const std::size_t cluster : unnamed) {
            if (cluster != target) {
                for (const std::size_t member : std::exchange(clusters_[cluster].members, {})) {
                    join(target, member, "one folder that bears the person's name");
                }
            }
        }
        if (folder_names_unknown) {
            folder_names_.emplace(target, person);
        }
    }

    [[nodiscard]] BookGroup book_of(Cluster& cluster) {
        BookGroup group;
        drop_drafts(cluster.members);
        std::stable_sort(
            cluster.members.begin(), cluster.members.end(),
            [this](std::size_t left, std::size_t right) { return order_of(left) < order_of(right); });
        group.documents = cluster.members;
        group.musician = identities_[speaker_of(cluster)].musician;
        const auto position = static_cast<std::size_t>(&cluster - clusters_.data());
        if (const auto named = folder_names_.find(position); named != folder_names_.end()) {
            group.musician = named->second;
        }
        group.reason = cluster.members.size() > 1 ? cluster.reason : std::string();
        return group;
    }

    /// The document whose name for the musician the book gets: one that is certain, and whose name is not
    /// what another text has as the name at birth.
    [[nodiscard]] std::size_t speaker_of(const Cluster& cluster) const {
        const auto is_certain = [this](std::size_t member) { return identities_[member].certain; };
        const auto is_known_name = [&](std::size_t member) {
            const std::string& name = identities_[member].musician;
            return is_certain(member) &&
                   std::none_of(cluster.members.begin(), cluster.members.end(), [&](std::size_t other) {
                       const auto& names = identities_[other].other_names;
                       return std::find(names.begin(), names.end(), name) != names.end();
                   });
        };
        const auto& members = cluster.members;
        auto speaker = std::find_if(members.begin(), members.end(), is_known_name);
        if (speaker == members.end()) {
            speaker = std::find_if(members.begin(), members.end(), is_certain);
        }
        return speaker == members.end() ? members.front() : *speaker;
    }

    /// By declared part, by the number in the file's name, by date, by name.
    [[nodiscard]] std::tuple<int, long, std::string, std::string> order_of(std::size_t index) const {
        const Identity& identity = identities_[index];
        const std::string stem = std::filesystem::path(identity.source).stem().string();
        const auto digit = stem.find_first_of("0123456789");
        constexpr std::size_t max_number_length = 9;
        const long number = digit == std::string::npos
                                ? std::numeric_limits<long>::max()
                                : std::strtol(stem.substr(digit, max_number_length).c_str(), nullptr, 10);
        const int part = identity.part == 0 ? std::numeric_limits<int>::max() : identity.part;
        return {part, number, identity.date, identity.source};
    }

    /// Of texts that are nearly the same, only the longest is read.
    void drop_drafts(std::vector<std::size_t>& members) {
        constexpr double nearly_equal = 0.6;
        std::vector<std::size_t> kept;
        for (const std::size_t member : members) {
            const auto twin = std::find_if(kept.begin(), kept.end(), [&](std::size_t other) {
                return resemblance(identities_[other], identities_[member]) >= nearly_equal;
            });
            if (twin == kept.end()) {
                kept.push_back(member);
                continue;
            }
            const bool longer = identities_[member].length > identities_[*twin].length;
            const std::size_t left_out = longer ? *twin : member;
            *twin = longer ? member : *twin;
            diagnostics_.push_back(
                {fmt::format("nearly the same text as {}: only that one is read", identities_[*twin].source),
                 {identities_[left_out].source, 0}});
        }
        members = std::move(kept);
    }

    void tell_namesakes_apart(std::vector<BookGroup>& groups) const {
        std::map<std::string, std::vector<BookGroup*>> by_name;
        for (BookGroup& group : groups) {
            by_name[fold_case(group.musician)].push_back(&group);
        }
        for (auto& [name, namesakes] : by_name) {
            if (namesakes.size() > 1) {
                distinguish(namesakes);
            }
        }
    }

    /// The first of trade, birth, death, id and place in the list that is another for each of them.
    void distinguish(const std::vector<BookGroup*>& namesakes) const {
        for (const auto field : {&Identity::occupation, &Identity::born, &Identity::died, &Identity::id}) {
            std::map<std::string, int> values;
            for (const BookGroup* group : namesakes) {
                ++values[value_of(*group, field)];
            }
            if (values.size() == namesakes.size() && !values.contains("")) {
                for (BookGroup* group : namesakes) {
                    group->distinction = value_of(*group, field);
                }
                return;
            }
        }
        int number = 0;
        for (BookGroup* group : namesakes) {
            group->distinction = std::to_string(++number);
        }
    }

    [[nodiscard]] std::string value_of(const BookGroup& group, std::string Identity::* field) const {
        for (const std::size_t document : group.documents) {
            if (const std::string& value = identities_[document].*field; !value.empty()) {
                return value;
            }
        }
        return {};
    }

    std::span<const Identity> identities_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Cluster> clusters_;
    std::map<std::string, std::size_t> by_id_;
    std::map<std::string, std::vector<std::size_t>> by_name_;
    std::map<std::size_t, std::string> folder_names_; ///< of clusters whose texts name nobody
};

} // namespace

std::vector<BookGroup> group_documents(std::span<const Identity> identities,
                                       std::vector<Diagnostic>& diagnostics) {
    return Grouper(identities, diagnostics).group();
}

} // namespace recital
