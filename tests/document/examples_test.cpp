// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over tests/data/document; its README says what each folder promises.
#include "base/file.h"
#include "document/read.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace recital {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> examples(const char* folder) {
    std::vector<fs::path> paths;
    for (const auto& entry :
         fs::directory_iterator(fs::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" / folder)) {
        if (entry.path().extension() != ".expected") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string written(const Document& document) {
    std::string text = "musician: " + document.musician + "\n";
    for (const Section& section : document.sections) {
        text += (section.heading.empty() ? "~ " : "# ") + section.title + "\n";
        for (const Paragraph& paragraph : section.paragraphs) {
            text += (paragraph.heading ? "  # " : "  ") + paragraph.text + "\n";
        }
    }
    return text;
}

TEST(Examples, AreReadAsExpected) {
    const auto paths = examples("reads");
    ASSERT_FALSE(paths.empty());
    for (const fs::path& path : paths) {
        const Document document = read_document(path);
        EXPECT_EQ(written(document), read_file(path.string() + ".expected")) << path;
        for (const Diagnostic& diagnostic : document.diagnostics) {
            EXPECT_TRUE(diagnostic.message.starts_with("not read: ")) << diagnostic.to_string();
        }
    }
}

TEST(Examples, AreReadWithAWarning) {
    const auto paths = examples("warns");
    ASSERT_FALSE(paths.empty());
    for (const fs::path& path : paths) {
        const Document document = read_document(path);
        ASSERT_FALSE(document.diagnostics.empty()) << path;
        EXPECT_EQ(document.diagnostics.front().place.file, path.string());
    }
}

TEST(Examples, AreRefused) {
    const auto paths = examples("refuses");
    ASSERT_FALSE(paths.empty());
    for (const fs::path& path : paths) {
        try {
            (void)read_document(path);
            ADD_FAILURE() << path << " was read";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input) << path;
            EXPECT_EQ(error.place().file, path.string());
        }
    }
}

} // namespace
} // namespace recital
