// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/candidate_group.h"
#include "document/grouping/group.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

namespace recital {
namespace {

using testing::ElementsAre;

Document about(const std::string& musician, const std::string& id = {}, bool certain = true) {
    Document document;
    document.musician = musician;
    document.id = id;
    document.certain = certain;
    document.sources = {"x.txt"};
    return document;
}

std::vector<std::vector<std::uint32_t>> candidate_groups_of(const std::vector<IdentityHash>& documents,
                                                            const std::vector<std::string>& folders = {}) {
    const CandidateGroups candidate_groups = find_candidate_groups(documents, folders);
    std::vector<std::vector<std::uint32_t>> members;
    for (std::size_t i = 0; i < candidate_groups.size(); ++i) {
        members.emplace_back(candidate_groups[i].begin(), candidate_groups[i].end());
    }
    return members;
}

IdentityHash in_folder(const Document& document, std::uint32_t folder) {
    IdentityHash hash = hash_of(document);
    hash.folder = folder;
    return hash;
}

TEST(FindCandidateGroups, ConnectsTheNamesOfOnePerson) {
    Document stage = about("Ivory Lane");
    stage.other_names = {"Nora Alina Winter"};
    Document other_stage = about("Ivory");
    other_stage.other_names = {"Nora Alina Winter"};
    EXPECT_THAT(candidate_groups_of({hash_of(about("Paul Winter")), hash_of(stage),
                                     hash_of(about("Nora Alina Winter")), hash_of(other_stage)}),
                ElementsAre(ElementsAre(0), ElementsAre(1, 2, 3)));
}

TEST(FindCandidateGroups, ConnectsDocumentsByNamesAndIdsTransitively) {
    EXPECT_THAT(
        candidate_groups_of({hash_of(about("Clara Schumann", "1")), hash_of(about("Robert Schumann", "2")),
                             hash_of(about("Clara Wieck", "1")), hash_of(about("CLARA WIECK")),
                             hash_of(about("Franz Liszt"))}),
        ElementsAre(ElementsAre(0, 2, 3), ElementsAre(1), ElementsAre(4)));
    EXPECT_TRUE(candidate_groups_of({}).empty());
}

TEST(FindCandidateGroups, ConnectsDocumentsOfAFolderThatMayBeOnePersons) {
    const std::vector<std::string> folders = {"clara-schumann", "notes"};
    EXPECT_THAT(
        candidate_groups_of({in_folder(about("1", {}, false), 0), in_folder(about("Clara Schumann"), 0),
                             in_folder(about("Franz Liszt"), 1), in_folder(about("2", {}, false), 1),
                             in_folder(about("Robert Schumann"), 1)},
                            folders),
        ElementsAre(ElementsAre(0, 1), ElementsAre(2), ElementsAre(3), ElementsAre(4)));
}

/// A book as it can be compared: who, told apart how, from which documents.
using Book = std::tuple<std::string, std::string, std::vector<std::size_t>>;

std::vector<Book> grouped(const std::vector<Identity>& identities, std::span<const std::uint32_t> members) {
    std::vector<Identity> chosen;
    for (const std::uint32_t member : members) {
        chosen.push_back(identities[member]);
    }
    std::vector<Diagnostic> diagnostics;
    std::vector<Book> books;
    for (const BookGroup& group : group_documents(chosen, diagnostics)) {
        std::vector<std::size_t> documents;
        for (const std::size_t document : group.documents) {
            documents.push_back(members[document]);
        }
        books.emplace_back(group.musician, group.distinction, documents);
    }
    return books;
}

/// Grouping company by company, as a dump of millions has to be, gives what grouping everything at once does.
TEST(FindCandidateGroups, NeverSeparateDocumentsOfOneBook) {
    const std::vector<std::string> names = {"Clara Schumann",
                                            "clara schumann",
                                            "Robert Schumann",
                                            "Prince",
                                            "Franz Liszt",
                                            "Clara Wieck",
                                            "1",
                                            "2"};
    const std::vector<std::string> folders = {"a/Clara Schumann", "b/clara-schumann", "c", "d/Franz Liszt"};
    std::mt19937 random(7);
    const auto pick = [&random](std::size_t count) { return random() % count; };
    for (int round = 0; round < 500; ++round) {
        std::vector<Identity> identities;
        std::vector<IdentityHash> hashes;
        const std::size_t count = 1 + pick(9);
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::size_t name = pick(names.size());
            Document document = about(names[name], pick(3) == 0 ? std::to_string(pick(4)) : "", name < 6);
            document.born = pick(3) == 0 ? std::to_string(1800 + pick(2)) : "";
            const std::size_t folder = pick(folders.size());
            document.sources = {folders[folder] + "/" + std::to_string(i) + ".txt"};
            identities.push_back(identity_of(document));
            hashes.push_back(in_folder(document, static_cast<std::uint32_t>(folder)));
            all.push_back(i);
        }
        const CandidateGroups candidate_groups = find_candidate_groups(hashes, folders);
        std::vector<Identity> told = identities;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!candidate_groups.shared_folders[hashes[i].folder]) {
                told[i].folder.clear();
            }
        }
        std::vector<Book> books;
        for (std::size_t i = 0; i < candidate_groups.size(); ++i) {
            std::ranges::move(grouped(told, candidate_groups[i]), std::back_inserter(books));
        }
        std::vector<Book> expected = grouped(identities, all);
        std::ranges::sort(books);
        std::ranges::sort(expected);
        EXPECT_EQ(books, expected) << "round " << round;
    }
}

} // namespace
} // namespace recital
