// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/books.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

namespace recital::testing_support {

/// Where a book about somebody of that name comes from.
inline BookOrigin about(std::string musician, std::string born = {}, std::string died = {},
                        std::string id = {}) {
    BookOrigin origin;
    origin.identity.musician = std::move(musician);
    origin.identity.born = std::move(born);
    origin.identity.died = std::move(died);
    origin.identity.id = std::move(id);
    origin.sources = {origin.identity.musician + origin.identity.born + origin.identity.id};
    return origin;
}

/// Writes a short book of that origin in the format that the path's extension names.
inline void write_book_about(const std::filesystem::path& path, const BookOrigin& origin) {
    std::filesystem::create_directories(path.parent_path());
    MadeBook made = make_book(make_format_settings(path.extension().string().substr(1), 0, 0), {"One"}, 1);
    made.book.origin = origin;
    write_to(made, path);
}

/// Turns the record of such a book into one of version 1, which says nothing of the origin.
inline void age_record(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    const std::string now = "\"version\":2";
    content.replace(content.find(now), now.size(), "\"version\":1");
    std::ofstream(path, std::ios::binary) << content;
}

/// The name of the musician in a book's record; empty if it has none.
inline std::string musician_of(const std::filesystem::path& path) {
    const std::string record = read_stamp(path).record;
    const std::string key = "\"musician\":\"";
    const auto start = record.find(key);
    return start == std::string::npos
               ? std::string()
               : record.substr(start + key.size(), record.find('"', start + key.size()) - start - key.size());
}

} // namespace recital::testing_support
