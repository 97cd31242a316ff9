// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/covers.h"

#include "base/data_table.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/resources.h"
#include "studio/cover_image.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace recital {

namespace {

std::filesystem::path data_folder() {
    return resource_folder() / "data" / "covers";
}

std::string with_name(std::string pattern, const std::string& name) {
    constexpr std::string_view field = "{name}";
    if (const auto place = pattern.find(field); place != std::string::npos) {
        pattern.replace(place, field.size(), name);
    }
    return pattern;
}

} // namespace

Covers::Covers(const Job& job, const TakeStore& store, Warn warn)
    : job_(job), store_(store), warn_(std::move(warn)) {
    for (DataRow& row : read_data_table(data_folder() / "names.tsv", 1, 1)) {
        names_.push_back(std::move(row.cells.front()));
    }
}

BookCovers Covers::of(const BookPlan& plan, const Document& document) {
    BookCovers covers;
    if (job_.cover) {
        covers.book = find(plan, document);
    }
    if (job_.split_chapters && !covers.book.empty()) {
        covers.chapter = read_cover(covers.book.jpeg, chapter_cover_side);
    }
    return covers;
}

Cover Covers::find(const BookPlan& plan, const Document& document) {
    if (!job_.cover_file.empty()) {
        if (!given_) {
            try {
                given_ = read(read_file(job_.cover_file), job_.cover_file.string());
            } catch (const Error& error) {
                given_ = Cover{};
                warn_({fmt::format("the cover cannot be used, so one is drawn: {}", error.what()),
                       {job_.cover_file.string(), 0}});
            }
        }
        if (!given_->empty()) {
            return *given_;
        }
    } else {
        for (const SourceRef& source : plan.sources) {
            if (Cover cover = beside(source); !cover.empty()) {
                return cover;
            }
        }
        if (!document.cover.empty()) {
            if (Cover cover = read(document.cover, document.sources.front()); !cover.empty()) {
                return cover;
            }
        }
    }
    return drawn({plan.name, document.born, document.died, document.language});
}

/// Empty, after a warning, where the picture cannot be used.
Cover Covers::read(std::string_view bytes, const std::string& name) const {
    try {
        return read_cover(bytes);
    } catch (const Error& error) {
        warn_({fmt::format("the picture for a cover cannot be used: {}", error.what()), {name, 0}});
        return {};
    }
}

/// A dump holds many people: what lies beside it is nobody's in particular.
Cover Covers::beside(const SourceRef& source) {
    if (source.line > 0) {
        return {};
    }
    for (const std::string& pattern : names_) {
        const auto picture = source.path.parent_path() / with_name(pattern, source.path.stem().string());
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(picture, ignored)) {
            continue;
        }
        try {
            if (Cover cover = read(read_file(picture), picture.string()); !cover.empty()) {
                return cover;
            }
        } catch (const Error& error) { // of the file system
            warn_({fmt::format("the picture for a cover cannot be used: {}", error.what()),
                   {picture.string(), 0}});
        }
    }
    return {};
}

Cover Covers::drawn(const CoverText& text) {
    if (!designer_) {
        designer_.emplace(data_folder());
    }
    const std::string key = hash_hex(fmt::format("cover\n{}\n{}\n{}\n{}\n{}", designer_->fingerprint(),
                                                 text.name, text.born, text.died, text.language));
    const std::size_t digits = hash_hex({}).size();
    if (const auto kept = store_.find_note(key);
        kept && kept->size() > digits &&
        hash_hex(std::string_view(*kept).substr(digits)) == kept->substr(0, digits)) {
        return {kept->substr(digits), cover_side, cover_side};
    }
    const Cover cover = encode_cover(designer_->draw(text));
    store_.put_note(key, hash_hex(cover.jpeg) + cover.jpeg);
    return cover;
}

} // namespace recital
