// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/covers.h"

#include "artwork/covers/image.h"
#include "base/byte_stream.h"
#include "base/file.h"
#include "base/resources.h"
#include "base/strings.h"
#include "studio/process/worker.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
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

Cover cover_of(std::string_view rest) {
    const auto number = [&rest] {
        return static_cast<unsigned>(std::stoul(std::string(cut_front(rest, ' '))));
    };
    const unsigned width = number();
    const unsigned height = number();
    return {std::string(rest), width, height};
}

/// A picture in a process of its own: it takes more memory than a book, and a reader of pictures that crashes
/// over one costs no more than that one.
Cover read_apart(std::string_view picture, int side, const WorkerLimits& limits) {
    const WorkerKind reader{"the reader of pictures", [side](std::string_view bytes, const StepReporter&) {
                                return bytes_of(read_cover(bytes, side));
                            }};
    load_picture_libraries(); // here, so that all readers have them
    return cover_of(ask_once(reader, limits, picture));
}

constexpr std::string_view design_request = "";

std::string drawing_request(const CoverText& text) {
    ByteWriter request;
    for (const std::string* part : {&text.name, &text.born, &text.died, &text.language}) {
        request.text(*part);
    }
    return request.take();
}

CoverText parse_drawing_request(std::string_view bytes) {
    ByteReader request(bytes);
    CoverText text;
    for (std::string* part : {&text.name, &text.born, &text.died, &text.language}) {
        *part = request.text();
    }
    return text;
}

/// Answers `design_request` with the fingerprint of the design, others with a drawn cover. Pango starts a
/// thread of its own when it first lists fonts (since 1.56 it needs that thread to draw), which a child
/// forked later does not have: its drawing would never end. So the process that forks never calls Pango.
WorkerKind draughtsman_of_covers() {
    const auto designer = std::make_shared<std::optional<CoverDesigner>>(); // made in the worker
    return {"the draughtsman of covers", [designer](std::string_view request, const StepReporter&) {
                if (!*designer) {
                    designer->emplace(data_folder());
                }
                return request == design_request
                           ? (*designer)->fingerprint()
                           : bytes_of(encode_cover((*designer)->draw(parse_drawing_request(request))));
            }};
}

} // namespace

Cover read_cover_file(const std::filesystem::path& picture, const WorkerLimits& limits) {
    return read_apart(read_file(picture), cover_side, limits);
}

Covers::Covers(const Job& job, TakeStore& store, MachineNotes& notes, Warn warn)
    : job_(job), store_(store), notes_(notes), warn_(std::move(warn)),
      names_(read_picture_names(data_folder())), folders_(names_),
      draughtsman_(draughtsman_of_covers(), job.limits) {}

BookCovers Covers::of(const BookPlan& plan, const Document& document) {
    BookCovers covers;
    if (job_.cover) {
        covers.book = find(plan, document);
    }
    if (job_.split_chapters && !covers.book.empty()) {
        covers.chapter = read_apart(covers.book.jpeg, chapter_cover_side, job_.limits);
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
        return read_apart(read(), cover_side, job_.limits);
    } catch (const Error& error) {
        warn_({fmt::format("the picture for a cover cannot be used: {}", error.what()), {name, 0}});
        return {};
    }
}

Cover Covers::drawn(const CoverText& text) {
    const std::string design =
        notes_.of("design of covers", [this] { return ask_draughtsman(design_request); });
    const std::string key =
        fmt::format("cover\n{}\n{}\n{}\n{}\n{}", design, text.name, text.born, text.died, text.language);
    if (auto kept = store_.find_note(key)) {
        return {std::move(*kept), cover_side, cover_side};
    }
    Cover cover = cover_of(ask_draughtsman(drawing_request(text)));
    store_.put_note(key, cover.jpeg);
    return cover;
}

std::string Covers::ask_draughtsman(std::string_view request) {
    load_picture_libraries(); // here, so that they belong to the installation that the notes are of
    return draughtsman_.ask(request);
}

} // namespace recital
