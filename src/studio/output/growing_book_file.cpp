// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/growing_book_file.h"

#include "container/formats.h"

namespace recital {

GrowingBookFile::GrowingBookFile(const Book& book, const std::filesystem::path& path)
    : file_(std::filesystem::absolute(path)), writer_(open_book_writer(book, file_)) {}

std::uint64_t GrowingBookFile::finish() {
    writer_->finish();
    writer_.reset();
    return file_.size();
}

void GrowingBookFile::commit() {
    finish();
    file_.commit();
}

} // namespace recital
