// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/covers.h"

#include "artwork/covers/image.h"
#include "base/file.h"
#include "base/resources.h"
#include "base/strings.h"
#include "studio/process/worker.h"

#include <fmt/format.h>

#include <filesystem>
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

std::string bytes_of(const Cover& cover) {
    return fmt::format("{} {} {}", cover.width, cover.height, cover.jpeg);
}

WorkerKind reader_of_pictures(int side) {
    return {"the reader of pictures", [side](std::string_view picture, const StepReporter&) {
                return bytes_of(read_cover(picture, side));
            }};
}

/// A cover of a process of its own: pictures take more memory than books, and a reader of pictures that
/// crashes over one costs no more than that one.
Cover made_apart(const WorkerKind& kind, const WorkerLimits& limits, std::string_view request = {}) {
    const std::string answer = ask_once(kind, limits, request);
    std::string_view rest = answer;
    const auto number = [&rest] {
        return static_cast<unsigned>(std::stoul(std::string(cut_front(rest, ' '))));
    };
    const unsigned width = number();
    const unsigned height = number();
    return {std::string(rest), width, height};
}

/// Answers with the fingerprint of the design. Pango starts a thread of its own when it first lists fonts
/// (since 1.56 it needs that thread to draw), which a child forked later does not have: its drawing would
/// never end. So the process that forks never calls Pango.
WorkerKind designer_of_covers() {
    return {"the designer of covers",
            [](std::string_view, const StepReporter&) { return CoverDesigner(data_folder()).fingerprint(); }};
}

} // namespace

Covers::Covers(const Job& job, TakeStore& store, Warn warn)
    : job_(job), store_(store), warn_(std::move(warn)), names_(read_picture_names(data_folder())),
      folders_(names_) {}

BookCovers Covers::of(const BookPlan& plan, const Document& document) {
    BookCovers covers;
    if (job_.cover) {
        load_picture_libraries(); // here, so that all children have them
        covers.book = find(plan, document);
    }
    if (job_.split_chapters && !covers.book.empty()) {
        covers.chapter = made_apart(reader_of_pictures(chapter_cover_side), job_.limits, covers.book.jpeg);
    }
    return covers;
}

Cover Covers::find(const BookPlan& plan, const Document& document) {
    Cover cover = given();
    if (cover.empty()) {
        cover = own(plan, document);
    }
    return cover.empty() ? drawn({plan.name, document.born, document.died, document.language}) : cover;
}

/// That of the job, which is read once; empty where none is given, or it cannot be used.
const Cover& Covers::given() {
    if (!given_) {
        given_ = job_.cover_file.empty() ? Cover{} : in_file(job_.cover_file);
    }
    return *given_;
}

/// One that came with the texts; empty where none did.
Cover Covers::own(const BookPlan& plan, const Document& document) {
    for (const SourceRef& source : plan.sources) {
        if (Cover cover = beside(source); !cover.empty()) {
            return cover;
        }
    }
    return document.cover.empty() ? Cover{}
                                  : usable(document.sources.front(), [&document] { return document.cover; });
}

/// A dump holds many people: what lies beside it is nobody's in particular.
Cover Covers::beside(const SourceRef& source) {
    if (source.line > 0) {
        return {};
    }
    for (const std::string& pattern : names_) {
        const std::filesystem::path picture =
            folders_.find(source.path.parent_path(), with_name(pattern, source.path.stem().string()));
        if (!picture.empty()) {
            Cover cover = in_file(picture);
            if (!cover.empty()) {
                return cover;
            }
        }
    }
    return {};
}

Cover Covers::in_file(const std::filesystem::path& picture) const {
    return usable(picture.string(), [&picture] { return read_file(picture); });
}

/// Made of the bytes that `read` brings; empty, after a warning, where they are no picture. `name` is where
/// it stands.
Cover Covers::usable(const std::string& name, const std::function<std::string()>& read) const {
    try {
        return made_apart(reader_of_pictures(cover_side), job_.limits, read());
    } catch (const Error& error) {
        warn_({fmt::format("the picture for a cover cannot be used: {}", error.what()), {name, 0}});
        return {};
    }
}

Cover Covers::drawn(const CoverText& text) {
    if (design_.empty()) {
        design_ = ask_once(designer_of_covers(), job_.limits);
    }
    const std::string key =
        fmt::format("cover\n{}\n{}\n{}\n{}\n{}", design_, text.name, text.born, text.died, text.language);
    if (auto kept = store_.find_note(key)) {
        return {std::move(*kept), cover_side, cover_side};
    }
    const WorkerKind draughtsman{"the reader of pictures", [&text](std::string_view, const StepReporter&) {
                                     return bytes_of(encode_cover(CoverDesigner(data_folder()).draw(text)));
                                 }};
    Cover cover = made_apart(draughtsman, job_.limits);
    store_.put_note(key, cover.jpeg);
    return cover;
}

} // namespace recital
