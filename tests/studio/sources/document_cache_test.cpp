// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/document_cache.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>

namespace recital {
namespace {

class DocumentCacheTest : public testing::Test {
protected:
    /// A file with one paragraph.
    SourceRef write(const std::string& name, const std::string& content) {
        const auto path = folder_.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return {path, 0, 0, digest_of(content)};
    }

    static DocumentCache cache_of(std::size_t budget) { return {SourceReader({}, {}), budget}; }

    /// A document that no file has: who gets it got it from memory.
    static Document kept_document(std::size_t text_bytes = 100) {
        Document document;
        document.musician = "from memory";
        document.sources = {"a.txt"};
        document.sections = {{"", "", 1, 0, {{std::string(text_bytes, 'x'), 1, 0, {}, false}}}};
        return document;
    }

private:
    testing_support::ScratchFolder folder_;
};

const std::string cached_text = "Clara Schumann was a pianist.\n";

TEST_F(DocumentCacheTest, HandsOutADocumentOnceFromMemory) {
    DocumentCache cache = cache_of(1 << 20);
    const SourceRef source = write("a.txt", cached_text);
    cache.keep(source, kept_document());
    EXPECT_EQ(cache.take(source).musician, "from memory");
    EXPECT_EQ(cache.take(source).musician, "Clara Schumann");
}

TEST_F(DocumentCacheTest, ReadsAgainWhatItDoesNotKeep) {
    DocumentCache cache = cache_of(0);
    const SourceRef source = write("a.txt", cached_text);
    cache.keep(source, kept_document());
    EXPECT_EQ(cache.take(source).musician, "Clara Schumann");
}

TEST_F(DocumentCacheTest, KeepsNoMoreThanItsBudget) {
    constexpr std::size_t text_bytes = 10000;
    const std::size_t size = memory_of(kept_document(text_bytes));
    DocumentCache cache = cache_of(3 * size - 1);
    std::vector<SourceRef> sources;
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
        sources.push_back(write(name, cached_text));
        cache.keep(sources.back(), kept_document(text_bytes));
    }
    EXPECT_EQ(cache.take(sources[2]).musician, "Clara Schumann");
    EXPECT_EQ(cache.take(sources[0]).musician, "from memory");
    EXPECT_EQ(cache.take(sources[1]).musician, "from memory");
    cache.keep(sources[2], kept_document(text_bytes)); // what was taken leaves room
    EXPECT_EQ(cache.take(sources[2]).musician, "from memory");
}

TEST_F(DocumentCacheTest, KeepsSmallDocumentsBesideOneThatIsTooLarge) {
    DocumentCache cache = cache_of(10000);
    const SourceRef large = write("a.txt", cached_text);
    const SourceRef small = write("b.txt", cached_text);
    cache.keep(large, kept_document(10000));
    cache.keep(small, kept_document());
    EXPECT_EQ(cache.take(large).musician, "Clara Schumann");
    EXPECT_EQ(cache.take(small).musician, "from memory");
}

TEST_F(DocumentCacheTest, ForgetsWhatNobodyWillAskFor) {
    const std::size_t size = memory_of(kept_document(1000)) + 1000;
    DocumentCache cache = cache_of(size);
    const SourceRef first = write("a.txt", cached_text);
    const SourceRef second = write("b.txt", cached_text);
    cache.keep(first, kept_document(1000));
    cache.forget(first);
    cache.forget(second); // was never kept
    cache.keep(second, kept_document(1000));
    EXPECT_EQ(cache.take(second).musician, "from memory");
    EXPECT_EQ(cache.take(first).musician, "Clara Schumann");
}

TEST_F(DocumentCacheTest, DistinguishesRecordsOfOneFile) {
    DocumentCache cache = cache_of(1 << 20);
    const std::string row = R"({"name":"Clara Schumann","text":"She played."})";
    const SourceRef path = write("a.jsonl", row + "\n" + row + "\n");
    const SourceRef first{path.path, 0, 1, digest_of(row)};
    const SourceRef second{path.path, row.size() + 1, 2, digest_of(row)};
    cache.keep(second, kept_document());
    EXPECT_EQ(cache.take(first).musician, "Clara Schumann");
    EXPECT_EQ(cache.take(second).musician, "from memory");
}

TEST_F(DocumentCacheTest, CountsEveryPartOfADocument) {
    const std::string large(1000, 'x');
    const std::size_t empty = memory_of({});
    const auto size_with = [](const auto& change) {
        Document document;
        change(document);
        return memory_of(document);
    };
    for (const auto field : {&Document::musician, &Document::born, &Document::died, &Document::occupation,
                             &Document::evidence}) {
        EXPECT_GE(size_with([&](Document& document) { document.*field = large; }), empty + 1000);
    }
    for (const auto field :
         {&Document::id, &Document::title, &Document::author, &Document::date, &Document::description,
          &Document::rights, &Document::publisher, &Document::cover, &Document::language}) {
        EXPECT_GE(size_with([&](Document& document) { document.*field = large; }), empty + 1000);
    }
    EXPECT_GE(size_with([&](Document& document) { document.aliases = {large}; }), empty + 1000);
    EXPECT_GE(size_with([&](Document& document) { document.sources = {large}; }), empty + 1000);
    EXPECT_GE(size_with([&](Document& document) { document.diagnostics = {{large, {large, 0}}}; }),
              empty + 2000);
    EXPECT_GE(size_with([&](Document& document) {
                  document.sections = {{large, large, 1, 0, {{large, 1, 0, {{0, 1}}, false}}}};
              }),
              empty + 3000);
}

} // namespace
} // namespace recital
