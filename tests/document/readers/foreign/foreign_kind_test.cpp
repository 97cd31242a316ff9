// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/error.h"
#include "document/read.h"
#include "document/readers/foreign/foreign_kind.h"
#include "support/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>

namespace recital {
namespace {

using testing::HasSubstr;
using testing_support::zip;

/// "\x00", "\n" and "\t" are bytes; "zip:a,b" is an archive with these files.
std::string unescaped(std::string_view text) {
    if (text.starts_with("zip:")) {
        testing_support::ZipFiles files;
        std::string name;
        for (const char sign : std::string(text.substr(4)) + ",") {
            if (sign == ',') {
                const auto equals = name.find('=');
                files.emplace_back(name.substr(0, equals),
                                   equals == std::string::npos ? "x" : name.substr(equals + 1));
                name.clear();
            } else {
                name += sign;
            }
        }
        return zip(files);
    }
    std::string bytes;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] != '\\' || n + 1 == text.size()) {
            bytes += text[n];
        } else if (text[n + 1] == 'x') {
            bytes += static_cast<char>(std::stoi(std::string(text.substr(n + 2, 2)), nullptr, 16));
            n += 3;
        } else {
            const char sign = text[++n];
            bytes += sign == 'n' ? '\n' : sign == 't' ? '\t' : sign;
        }
    }
    return bytes;
}

TEST(ForeignKind, KnowsTheExamples) {
    for (const DataRow& row :
         read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/document/foreign_kinds.tsv", 4, 3)) {
        const auto kind = foreign_kind(unescaped(row.cells[2]), row.cells[1]);
        EXPECT_EQ(kind ? kind->code : "", row.cells[3]) << row.place.to_string() << ": " << row.cells[0];
    }
}

TEST(ForeignKind, SaysWhatToDo) {
    for (const auto& [bytes, name, remedy] : {std::tuple("%PDF-1.4\n", "a.pdf", "pdftotext"),
                                              std::tuple("{\\rtf1 text}", "a.rtf", "save it as .docx"),
                                              std::tuple("[{\"a\": 1}]", "a.json", "jq"),
                                              std::tuple("\x7F"
                                                         "ELF",
                                                         "a", "give the text")}) {
        try {
            (void)read_document(std::string_view(bytes), name);
            ADD_FAILURE() << name << " was read";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.what(), HasSubstr(remedy));
        }
    }
}

TEST(ForeignKind, IsGivenForTheBeginningOfAFile) {
    EXPECT_EQ(foreign_kind("%PDF-1.7", "a.pdf")->code, "pdf");
    EXPECT_FALSE(foreign_kind("", "a.txt"));
}

} // namespace
} // namespace recital
