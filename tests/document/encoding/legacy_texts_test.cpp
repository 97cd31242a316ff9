// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "document/encoding/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace recital {
namespace {

std::string encoded(const std::string& text, const std::string& encoding) {
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status) != 0) {
        return "unknown encoding";
    }
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    std::string bytes(static_cast<std::size_t>(units.length()) * 8 + 16, '\0');
    bytes.resize(static_cast<std::size_t>(
        units.extract(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status)));
    return bytes;
}

class LegacyTexts : public testing::TestWithParam<DataRow> {};

/// Read as it was written; if not, at least with a warning.
TEST_P(LegacyTexts, AreReadAsTheyWereWritten) {
    const auto& cells = GetParam().cells;
    const DecodedText decoded = decode_text(encoded(cells[1], cells[0]), "a.txt");
    EXPECT_EQ(decoded.text, cells[1]) << "taken for " << decoded.encoding;
    EXPECT_FALSE(decoded.diagnostics.empty()) << "taken for " << decoded.encoding;
}

std::string name_of(const testing::TestParamInfo<DataRow>& info) {
    std::string name = info.param.cells[0];
    std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
    return name + "Line" + std::to_string(info.param.place.line);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, LegacyTexts,
    testing::ValuesIn(read_data_table(RECITAL_SOURCE_DIR "/tests/data/document/encodings.tsv", 2, 2)),
    name_of);

} // namespace
} // namespace recital
