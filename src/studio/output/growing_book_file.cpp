// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/growing_book_file.h"

#include "container/formats.h"

namespace recital {

GrowingBookFile::GrowingBookFile(const Book& book, const std::filesystem::path& path)
    : file_(std::filesystem::absolute(path)), writer_(open_book_writer(book, file_)) {}

std::uint64_t GrowingBookFile::commit() {
    return commit([](TemporaryFile& file) { file.commit(); });
}

std::uint64_t GrowingBookFile::commit(const std::function<void(TemporaryFile&)>& put_in_place) {
    writer_->finish();
    const std::uint64_t bytes = file_.size();
    put_in_place(file_);
    return bytes;
}

} // namespace recital
