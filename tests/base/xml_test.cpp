// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

std::string refusal_of(const std::string& bytes) {
    try {
        const XmlDocument document(bytes, "a.epub", "part.xml");
        return "none";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        return error.what();
    }
}

/// A fuzzer's find: the library wrote "encoding error: input conversion failed" on the terminal.
TEST(Xml, SaysNothingOfItsOwnAboutDamagedText) {
    for (const std::string encoding : {"EUC-JP", "UTF-7", "UTF-32", "UTF-16", "US-ASCII", "none"}) {
        testing::internal::CaptureStderr();
        EXPECT_THAT(refusal_of("<?xml version='1.0' encoding='" + encoding + "'?><a>\x8F\xFF\xFF\xFF</a>"),
                    testing::StartsWith("part.xml in it is not well-formed XML"));
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << encoding;
    }
}

} // namespace
} // namespace recital
