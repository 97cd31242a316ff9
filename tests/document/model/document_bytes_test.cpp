// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"
#include "base/sealed_bytes.h"
#include "document/model/document_bytes.h"
#include "document/read.h"
#include "document/readers/records/records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <vector>

namespace recital {
namespace {

namespace fs = std::filesystem;

/// All files of the examples that give a document.
std::vector<Document> example_documents() {
    std::vector<Document> documents;
    for (const char* folder : {"tests/data/document", "data/biographies"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(RECITAL_SOURCE_DIR) / folder)) {
            if (!entry.is_regular_file() || is_record_kind(entry.path())) {
                continue;
            }
            try {
                documents.push_back(read_document(entry.path()));
            } catch (const Error&) { // an example of what is refused
            }
        }
    }
    return documents;
}

/// A document in which no two members have the same value.
Document full_document() {
    Document document;
    document.musician = "Antonín Dvořák";
    document.birth_name = "Antonín Leopold Dvořák";
    document.other_names = {"Antonín Leopold Dvořák", "A. L. Dvořák"};
    document.candidates = {{"Antonín Dvořák", 130, "the title"}, {"Dvořák", -5, "the file name"}};
    document.born = "1841";
    document.died = "1904";
    document.occupation = "composer";
    document.aliases = {"Dvořák", "Antonín"};
    document.evidence = "the subject of the first sentence";
    document.certain = true;
    document.id = "Q7298";
    document.title = "A Life";
    document.author = "An Author";
    document.date = "1999-05-04";
    document.description = "A biography.";
    document.rights = "CC0";
    document.publisher = "A Publisher";
    document.cover = std::string("\xFF\xD8\0\1", 4);
    document.language = "cs";
    document.part = -2;
    document.sources = {"one.txt", "two.txt"};
    document.sections = {{"Youth", "I. Youth", 3, 0, {{"He was born.", 4, 0, {{0, 2}, {3, 6}}, true}}},
                         {"Later", {}, 8, 1, {{"He died.", 9, 1, {}, false}, {"He is missed.", 10, 1}}}};
    document.diagnostics = {{"odd", {"one.txt", 3}}, {"guessed", {}}};
    document.notices = {{"joined", {"two.txt", 0}}};
    return document;
}

std::string body_of(const std::string& bytes) {
    constexpr std::string_view magic = "RECITAL DOCUMENT 1\n";
    return std::string(unsealed(magic, bytes));
}

std::string with_body(const std::string& body) {
    return sealed("RECITAL DOCUMENT 1\n", body);
}

TEST(DocumentBytes, KeepEveryMember) {
    const Document document = full_document();
    const Document parsed = parse_document(serialise_document(document));
    EXPECT_EQ(parsed.musician, document.musician);
    EXPECT_EQ(parsed.birth_name, document.birth_name);
    EXPECT_EQ(parsed.other_names, document.other_names);
    ASSERT_EQ(parsed.candidates.size(), 2U);
    EXPECT_EQ(parsed.candidates[1].name, "Dvořák");
    EXPECT_EQ(parsed.candidates[1].score, -5);
    EXPECT_EQ(parsed.candidates[1].evidence, "the file name");
    EXPECT_EQ(parsed.born, document.born);
    EXPECT_EQ(parsed.died, document.died);
    EXPECT_EQ(parsed.occupation, document.occupation);
    EXPECT_EQ(parsed.aliases, document.aliases);
    EXPECT_EQ(parsed.evidence, document.evidence);
    EXPECT_TRUE(parsed.certain);
    EXPECT_EQ(parsed.id, document.id);
    EXPECT_EQ(parsed.title, document.title);
    EXPECT_EQ(parsed.author, document.author);
    EXPECT_EQ(parsed.date, document.date);
    EXPECT_EQ(parsed.description, document.description);
    EXPECT_EQ(parsed.rights, document.rights);
    EXPECT_EQ(parsed.publisher, document.publisher);
    EXPECT_EQ(parsed.cover, document.cover);
    EXPECT_EQ(parsed.language, document.language);
    EXPECT_EQ(parsed.part, document.part);
    EXPECT_EQ(parsed.sources, document.sources);
    ASSERT_EQ(parsed.sections.size(), 2U);
    EXPECT_EQ(parsed.sections[0].title, "Youth");
    EXPECT_EQ(parsed.sections[0].heading, "I. Youth");
    EXPECT_EQ(parsed.sections[0].line, 3U);
    EXPECT_EQ(parsed.sections[1].source, 1U);
    ASSERT_EQ(parsed.sections[1].paragraphs.size(), 2U);
    const Paragraph& paragraph = parsed.sections[0].paragraphs.at(0);
    EXPECT_EQ(paragraph.text, "He was born.");
    EXPECT_EQ(paragraph.line, 4U);
    EXPECT_EQ(paragraph.emphases, (std::vector<TextRange>{{0, 2}, {3, 6}}));
    EXPECT_TRUE(paragraph.heading);
    EXPECT_EQ(parsed.sections[1].paragraphs[1].source, 1U);
    ASSERT_EQ(parsed.diagnostics.size(), 2U);
    EXPECT_EQ(parsed.diagnostics[0].message, "odd");
    EXPECT_EQ(parsed.diagnostics[0].place.file, "one.txt");
    EXPECT_EQ(parsed.diagnostics[0].place.line, 3U);
    ASSERT_EQ(parsed.notices.size(), 1U);
    EXPECT_EQ(parsed.notices[0].message, "joined");
}

TEST(DocumentBytes, AreTheSameAfterARoundTripOfEveryExample) {
    const std::vector<Document> documents = example_documents();
    ASSERT_GT(documents.size(), 60U);
    for (const Document& document : documents) {
        const std::string bytes = serialise_document(document);
        EXPECT_TRUE(serialise_document(parse_document(bytes)) == bytes) << document.sources.front();
    }
}

TEST(DocumentBytes, AreRefusedWhenDamaged) {
    const std::string bytes = serialise_document(full_document());
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        EXPECT_THROW((void)parse_document(bytes.substr(0, n)), MalformedBytes) << "cut to " << n;
        std::string changed = bytes;
        changed[n] = static_cast<char>(changed[n] ^ 0x10);
        EXPECT_THROW((void)parse_document(changed), MalformedBytes) << "another bit in byte " << n;
    }
    EXPECT_THROW((void)parse_document(bytes + '\0'), MalformedBytes);
    EXPECT_THROW((void)parse_document(with_body(body_of(bytes) + '\0')), MalformedBytes);
}

TEST(DocumentBytes, AreRefusedWhenNoReaderMakesSuchADocument) {
    const auto refuses = [](auto change) {
        Document document = full_document();
        change(document);
        EXPECT_THROW((void)parse_document(serialise_document(document)), MalformedBytes);
    };
    refuses([](Document& document) { document.sections.clear(); });
    refuses([](Document& document) { document.sections[1].paragraphs.clear(); });
    refuses([](Document& document) { document.sections[0].source = 2; });
    refuses([](Document& document) { document.sections[1].paragraphs[0].source = 2; });
    refuses([](Document& document) { document.sources.clear(); });
    refuses([](Document& document) { document.sections[0].paragraphs[0].emphases[1].end = 13; });
    refuses([](Document& document) { document.sections[0].paragraphs[0].emphases[0].begin = 5; });
}

/// Whatever a worker sends with a right checksum is either refused or a document that can be used.
TEST(DocumentBytes, NeverCrashTheirReader) {
    std::mt19937 random(20);
    std::vector<Document> documents = example_documents();
    documents.resize(std::min<std::size_t>(documents.size(), 20));
    documents.push_back(full_document());
    for (const Document& document : documents) {
        const std::string body = body_of(serialise_document(document));
        for (int round = 0; round < 200; ++round) {
            std::string changed = body;
            for (std::size_t n = 0; n < 1 + random() % 4; ++n) {
                changed[random() % changed.size()] = static_cast<char>(random());
            }
            changed.resize(random() % 4 == 0 ? random() % changed.size() : changed.size());
            try {
                const Document parsed = parse_document(with_body(changed));
                EXPECT_FALSE(parsed.sections.empty());
            } catch (const MalformedBytes&) {
            }
        }
    }
}

} // namespace
} // namespace recital
