// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/manifest_merge.h"

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/file.h"
#include "base/files/external_sorter.h"
#include "base/json/json_line.h"
#include "studio/job/shard.h"
#include "studio/manifest/manifest_entry.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/manifest_segment.h"
#include "studio/manifest/sha256.h"
#include "studio/planning/plan_record.h"
#include "studio/state/file_digests.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr std::uint64_t root_version = 1;
constexpr std::string_view root_name = "manifest.json";

/// What is compared of a book: a few bytes, because there may be a hundred million.
struct Trace {
    enum class Kind : unsigned char { planned, made, failed };

    Kind kind = Kind::planned;
    Digest files;             ///< of names and hashes of its files
    std::string place;        ///< for messages: its id, or its manifest
    std::uint64_t number = 0; ///< of a planned book: its place in the plan, from 0
    double seconds = 0;
    std::uint64_t bytes = 0;
    FailureReport failure; ///< of a book that failed
};

std::string encode_trace(const Trace& trace) {
    ByteWriter out;
    out.number(static_cast<std::uint64_t>(trace.kind));
    put_digest(out, trace.files);
    out.text(trace.place);
    out.number(trace.number);
    out.real(trace.seconds);
    out.number(trace.bytes);
    if (trace.kind == Trace::Kind::failed) {
        out.text(trace.failure.source);
        out.number(trace.failure.line);
        out.number(static_cast<std::uint64_t>(trace.failure.kind));
        out.text(trace.failure.error);
    }
    return out.take();
}

Trace decode_trace(std::string_view bytes) {
    ByteReader in(bytes);
    Trace trace;
    trace.kind = static_cast<Trace::Kind>(in.number_below(3));
    trace.files = take_digest(in);
    trace.place = in.text();
    trace.number = in.number();
    trace.seconds = in.real();
    trace.bytes = in.number();
    if (trace.kind == Trace::Kind::failed) {
        trace.failure.source = in.text();
        trace.failure.line = in.number();
        trace.failure.kind =
            static_cast<ErrorKind>(in.number_below(static_cast<std::uint64_t>(ErrorKind::internal) + 1));
        trace.failure.error = in.text();
    }
    return trace;
}

Trace trace_of(const ManifestEntry& entry, const std::filesystem::path& segment) {
    Trace trace{entry.is_made() ? Trace::Kind::made : Trace::Kind::failed,
                {},
                segment.filename().string(),
                0,
                entry.seconds,
                0,
                {}};
    if (!entry.is_made()) {
        const ManifestSource& source = entry.sources.front();
        trace.failure = {source.path.string(), source.line, entry.error_kind, entry.error};
    }
    Hasher hasher;
    for (const ManifestFile& file : entry.files) {
        hasher.update(fmt::format("{}\n{}\n", file.path.string(), file.sha256));
        trace.bytes += file.bytes;
    }
    trace.files = hasher.digest();
    return trace;
}

/// The latest attempt at each shard, and all retries: each of them has other books.
std::vector<AttemptFile> attempts_that_count(const std::filesystem::path& folder) {
    std::vector<AttemptFile> attempts;
    for (AttemptFile& file : find_attempts(folder, manifest_extension)) {
        if (!attempts.empty() && attempts.back().shard == file.shard && file.shard != retry_name) {
            attempts.back() = std::move(file);
        } else {
            attempts.push_back(std::move(file));
        }
    }
    return attempts;
}

class Merger {
public:
    Merger(const PlanFile& plan, std::filesystem::path folder, const MergeListener& tell,
           const MergeFailureListener& tell_failure)
        : plan_(plan), folder_(std::move(folder)), tell_(tell), tell_failure_(tell_failure),
          traces_(folder_) {}

    MergeReport merge() {
        add_plan();
        std::set<std::string> environments;
        for (const AttemptFile& attempt : attempts_that_count(folder_)) {
            note_shards(attempt);
            try {
                environments.insert(add_segment(attempt));
            } catch (const Error& damage) {
                if (damage.kind() != ErrorKind::input) {
                    throw;
                }
                tell_({damage.what(), damage.place()}); // its books are missing
            }
        }
        if (environments.size() > 1) {
            tell_(
                {"shards ran on machines whose books differ: their programs, libraries or processors are not "
                 "the same (\"environment\" in the manifests says which)",
                 {folder_.string(), 0}});
        }
        compare();
        write_root();
        return report_;
    }

private:
    void add_plan() {
        for (std::size_t book = 0; book < plan_.size(); ++book) {
            const PlanRecord record = plan_.record(book);
            traces_.add(record_digest(record).hex(),
                        encode_trace({Trace::Kind::planned, {}, record.id, book, 0, 0, {}}));
        }
        report_.planned = plan_.size();
    }

    /// Into how many shards the plan was divided, as the names of manifests say.
    void note_shards(const AttemptFile& attempt) {
        constexpr std::string_view mark = "-of-";
        const auto place = attempt.shard.rfind(mark);
        if (place != std::string::npos) {
            shard_counts_.insert(attempt.shard.substr(place + mark.size()));
        }
    }

    /// The shard of a book of the plan as an option, such as "shard 3/32"; "its shard" if that is not known.
    [[nodiscard]] std::string shard_of(std::uint64_t book) const {
        std::uint64_t count = 0;
        if (shard_counts_.size() == 1) {
            const std::string& digits = *shard_counts_.begin();
            std::from_chars(digits.data(), digits.data() + digits.size(), count);
        }
        return count == 0 ? "its shard" : "shard " + Shard::of_book(book, count).to_string();
    }

    std::string add_segment(const AttemptFile& attempt) {
        SegmentReader segment(attempt.path);
        const SegmentSummary& summary = segment.summary();
        if (summary.plan != plan_.summary().content) {
            throw Error(ErrorKind::input, "this manifest belongs to another plan",
                        {attempt.path.string(), 0});
        }
        std::vector<std::pair<std::string, std::string>> traces; // added if the whole manifest is intact
        for (ManifestEntry entry; segment.next(entry);) {
            if (const std::string file = lost_file(entry); !file.empty()) {
                tell_({fmt::format("the manifest has {}, which is not there, or has another size", file),
                       {entry.id, 0}});
                continue; // then the book is missing
            }
            traces.emplace_back(entry.book.hex(), encode_trace(trace_of(entry, attempt.path)));
        }
        for (const auto& [book, trace] : traces) {
            traces_.add(book, trace);
        }
        segments_.push_back({{"file", attempt.path.filename().string()},
                             {"sha256", sha256_of_file(attempt.path)},
                             {"shard", summary.shard},
                             {"attempt", summary.attempt},
                             {"made", summary.made},
                             {"failed", summary.failed},
                             {"program", summary.program},
                             {"engine", summary.engine},
                             {"environment", summary.environment}});
        ++report_.segments;
        return summary.environment;
    }

    /// The first file of the book that is not there as it was written, as far as its size shows; empty if all
    /// are.
    [[nodiscard]] std::string lost_file(const ManifestEntry& entry) const {
        const std::filesystem::path output = folder_.parent_path().parent_path();
        for (const ManifestFile& file : entry.files) {
            std::error_code error;
            if (!stays_below(file.path) ||
                std::filesystem::file_size(output / file.path, error) != file.bytes || error) {
                return file.path.string();
            }
        }
        return {};
    }

    /// Looks at the traces of one book after the other.
    void compare() {
        std::string book;
        std::vector<Trace> traces;
        for (ExternalSorter::Entry entry; traces_.next(entry);) {
            if (entry.key != book && !traces.empty()) {
                settle(traces);
                traces.clear();
            }
            book = entry.key;
            traces.push_back(decode_trace(entry.value));
        }
        if (!traces.empty()) {
            settle(traces);
        }
    }

    /// The trace of the plan comes first.
    void settle(const std::vector<Trace>& traces) {
        if (traces.front().kind != Trace::Kind::planned) {
            ++report_.doubled;
            tell_({"has a book that the plan does not have", {traces.front().place, 0}});
            return;
        }
        const std::string& id = traces.front().place;
        const Trace* made = nullptr;
        for (const Trace& trace : traces) {
            if (trace.kind != Trace::Kind::made) {
                continue;
            }
            if (made != nullptr && made->files != trace.files) {
                ++report_.doubled;
                tell_({fmt::format("the files of this book are others in {} than in {}", trace.place,
                                   made->place),
                       {id, 0}});
                return;
            }
            made = &trace;
        }
        if (made != nullptr) {
            ++report_.made;
            report_.seconds += made->seconds;
            report_.bytes += made->bytes;
        } else if (traces.size() > 1) {
            ++report_.failed;
            FailureReport failure = traces.back().failure;
            failure.id = id;
            tell_failure_(failure);
        } else {
            ++report_.missing;
            tell_({fmt::format("no manifest has this book: run {} again", shard_of(traces.front().number)),
                   {id, 0}});
        }
    }

    void write_root() {
        const OrderedJson root = {{"recital_manifest_root", root_version},
                                  {"plan", json_of_text(std::filesystem::absolute(plan_.path()).string())},
                                  {"plan_content", plan_.summary().content.hex()},
                                  {"planned", report_.planned},
                                  {"made", report_.made},
                                  {"failed", report_.failed},
                                  {"missing", report_.missing},
                                  {"doubled", report_.doubled},
                                  {"seconds", report_.seconds},
                                  {"bytes", report_.bytes},
                                  {"segments", segments_}};
        report_.root = folder_ / root_name;
        TemporaryFile file(report_.root);
        FileWriter writer(file.descriptor(), report_.root.string());
        constexpr int indent = 1;
        writer.write(root.dump(indent));
        writer.write("\n");
        writer.flush();
        file.commit_synced();
    }

    const PlanFile& plan_;
    std::filesystem::path folder_;
    const MergeListener& tell_;
    const MergeFailureListener& tell_failure_;
    ExternalSorter traces_;
    std::set<std::string> shard_counts_;
    OrderedJson segments_ = OrderedJson::array();
    MergeReport report_;
};

} // namespace

MergeReport merge_manifests(const std::filesystem::path& output, const PlanFile& plan,
                            const MergeListener& tell, const MergeFailureListener& tell_failure) {
    const std::filesystem::path folder = manifest_folder(output, plan.summary().content);
    if (!std::filesystem::is_directory(folder)) {
        throw Error(ErrorKind::input,
                    "no shard of this plan has left a manifest here: run its shards with this folder as -o",
                    {output.string(), 0});
    }
    return Merger(plan, folder, tell, tell_failure).merge();
}

ManifestRoot read_manifest_root(const std::filesystem::path& root) {
    const OrderedJson json = OrderedJson::parse(read_file(root), nullptr, false);
    try {
        if (!json.is_object() || unsigned_of(json, "recital_manifest_root") != root_version) {
            throw MalformedLine("it has another form");
        }
        ManifestRoot found{text_of(field(json, "plan")),
                           Digest::from_hex(string_of(json, "plan_content")).value_or(Digest()),
                           std::filesystem::absolute(root).parent_path().parent_path().parent_path(),
                           {}};
        for (const OrderedJson& segment : array_of(json, "segments")) {
            const std::filesystem::path name = string_of(segment, "file");
            found.segments.push_back(root.parent_path() / name.filename());
            if (sha256_of_file(found.segments.back()) != string_of(segment, "sha256")) {
                throw Error(ErrorKind::input, "was changed after the manifests were merged: merge them again",
                            {found.segments.back().string(), 0});
            }
        }
        return found;
    } catch (const MalformedLine& damage) {
        throw Error(
            ErrorKind::input,
            fmt::format("this is no merged manifest: {}: make it with `recital merge`", damage.what()),
            {root.string(), 0});
    }
}

std::unordered_set<std::string> failed_books(const ManifestRoot& root) {
    std::unordered_set<std::string> failed;
    const auto visit = [&root](bool is_made, const auto& work) {
        for (const std::filesystem::path& path : root.segments) {
            SegmentReader segment(path);
            for (ManifestEntry entry; segment.next(entry);) {
                if (entry.is_made() == is_made) {
                    work(entry.book.hex());
                }
            }
        }
    };
    visit(false, [&failed](const std::string& book) { failed.insert(book); });
    visit(true, [&failed](const std::string& book) { failed.erase(book); });
    return failed;
}

} // namespace recital
