// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace recital {

/// What a book's file says of its making. Other programs copy the record into what they make of a book, but
/// not the name of the application.
struct BookStamp {
    std::string application; ///< name and version of the program that wrote the file; empty if unknown
    std::string record;      ///< the line of `book_record`; empty if absent
};

/// The stamps of files of these formats; empty for any other file. The audio is not read.
[[nodiscard]] BookStamp read_mp3_stamp(const std::filesystem::path& path);
[[nodiscard]] BookStamp read_opus_stamp(const std::filesystem::path& path);
[[nodiscard]] BookStamp read_flac_stamp(const std::filesystem::path& path);

} // namespace recital
