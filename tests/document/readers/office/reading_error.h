// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "document/read.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {

/// The message of the error that reading the bytes as a file of that name gives, which has to be an input
/// error that names the file; empty if it is read.
inline std::string reading_error(const std::string& bytes, const std::string& name) {
    try {
        (void)read_document(bytes, name);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_EQ(error.place().file, name);
        return error.what();
    }
}

} // namespace recital
