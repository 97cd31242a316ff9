// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/book_file.h"

#include "base/error.h"
#include "base/file.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace recital {

BookTags make_tags(const Document& document, const BookPlan& plan, const Voice& voice) {
    BookTags tags;
    tags.title = plan.name;
    tags.album = plan.name;
    tags.artist = document.author;
    tags.composer = fmt::format("eSpeak NG ({})", voice.name);
    tags.genre = "Audiobook";
    tags.description = document.description.empty()
                           ? fmt::format("A biography of {}, read by eSpeak NG.", plan.musician)
                           : document.description;
    tags.date = document.date;
    tags.rights = document.rights;
    tags.language = document.language;
    return tags;
}

void check_output(const BookPlan& plan, bool overwrite) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(plan.output, error);
    if (!std::filesystem::status_known(status)) {
        throw Error(ErrorKind::output, fmt::format("cannot be written: {}", error.message()),
                    {plan.output.string(), 0});
    }
    const bool is_ours = std::filesystem::is_regular_file(status) && is_our_work(plan.output);
    if (!overwrite && std::filesystem::exists(status) && !is_ours) {
        throw Error(ErrorKind::output,
                    "exists and was not made by recital: move it away, choose another folder "
                    "with -o, or replace it with --overwrite",
                    {plan.output.string(), 0});
    }
}

std::uint64_t write_book_file(const Production& production, const TakeStore& store) {
    TemporaryFile file(std::filesystem::absolute(production.plan().output));
    const auto load = [&store](const BookTake& take) {
        auto stored = store.find(take.key);
        if (!stored) {
            throw Error(ErrorKind::output,
                        "a stored take has vanished while its book was written: run again");
        }
        return std::move(*stored);
    };
    write_book(production.book(), load, file);
    const std::uint64_t bytes = std::filesystem::file_size(file.path());
    file.commit();
    return bytes;
}

} // namespace recital
