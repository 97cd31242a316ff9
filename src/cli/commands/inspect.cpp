// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/inspect.h"

#include "artwork/canvas/canvas.h"
#include "artwork/plots/inspection_plot.h"
#include "base/byte_stream.h"
#include "base/file.h"
#include "base/time_text.h"
#include "base/unicode.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/print.h"
#include "container/reader/inspection.h"
#include "studio/inspection/decoder.h"
#include "studio/process/signals.h"
#include "studio/process/worker.h"

#include <fmt/format.h>

#include <cmath>

namespace recital {

namespace {

/// A level that may be missing or endless, neither of which JSON knows.
Json level(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json to_json(const ChapterInspection& chapter, int rate) {
    const auto seconds = [rate](std::uint64_t samples) { return static_cast<double>(samples) / rate; };
    const SoundMeasures& sound = chapter.sound;
    Json json = {{"loudness", level(sound.loudness)},
                 {"true_peak", level(sound.true_peak)},
                 {"rms", level(sound.rms)},
                 {"floor", level(sound.floor)},
                 {"pauses",
                  {{"count", sound.pauses.size()},
                   {"median", seconds(sound.median_pause())},
                   {"longest", seconds(sound.longest_pause())},
                   {"share", sound.pause_share()}}}};
    if (const auto pace = chapter.words_per_minute(rate)) {
        json["words"] = *chapter.words;
        json["words_per_minute"] = *pace;
    }
    if (chapter.limiter) {
        json["limiter"] = {{"greatest_reduction", chapter.limiter->max_gain_reduction},
                           {"share_over_3_db", chapter.limited_share().value_or(0)}};
    }
    return json;
}

void put_text(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) {
        json[name] = text;
    }
}

/// What the book says of its making; its chapters are reported with what was measured of them.
Json to_json(const BookRecord& record) {
    const BookOrigin& origin = record.origin;
    Json json = {{"version", record.version}, {"crc32", fmt::format("{:08x}", record.checksum)}};
    if (record.part > 0) {
        json["part"] = record.part;
    }
    put_text(json, "cover", record.cover);
    put_text(json, "timed_text", record.timed_text);
    if (record.version > 1) {
        Json identity = Json::object();
        put_text(identity, "id", origin.identity.id);
        put_text(identity, "musician", origin.identity.musician);
        put_text(identity, "born", origin.identity.born);
        put_text(identity, "died", origin.identity.died);
        put_text(identity, "occupation", origin.identity.occupation);
        put_text(identity, "text", origin.identity.text);
        json["identity"] = std::move(identity);
        json["sources"] = origin.sources;
        json["settings"] = origin.settings;
        json["engine"] = {{"name", origin.engine}, {"version", origin.engine_version}};
    }
    return json;
}

std::string json_text(const Inspection& inspection) {
    const int rate = inspection.info.rate;
    Json chapters = Json::array();
    for (const ChapterInspection& chapter : inspection.chapters) {
        const double start = static_cast<double>(chapter.first_sample) / rate;
        Json entry = {{"title", chapter.title},
                      {"start", start},
                      {"end", start + static_cast<double>(chapter.sound.samples) / rate}};
        entry.update(to_json(chapter, rate));
        chapters.push_back(std::move(entry));
    }
    Json file = {{"file", inspection.file.string()},
                 {"format", inspection.info.format},
                 {"rate", rate},
                 {"samples", inspection.whole.sound.samples},
                 {"seconds", inspection.seconds()},
                 {"tags", inspection.info.tags}};
    file["tags"].erase("recital");
    file.update(to_json(inspection.whole, rate));
    if (inspection.record) {
        const LoudnessSettings& target = inspection.record->target;
        file["target"] =
            target.measure == "rms" ? Json{{"rms", target.rms}} : Json{{"loudness", target.integrated}};
        file["target"]["true_peak"] = target.true_peak;
        file["record"] = to_json(*inspection.record);
    }
    file["chapters"] = std::move(chapters);
    return json_line({{"schema", json_schema}, {"inspection", std::move(file)}});
}

/// A measure in its column; a dash for one that is not known.
std::string column(std::optional<double> value, std::size_t width, int digits = 1) {
    const bool known = value && !std::isnan(*value);
    return fmt::format("{:>{}}", known ? fmt::format("{:.{}f}", *value, digits) : "-", width);
}

constexpr std::size_t title_width = 32;

std::string row_text(const std::string& name, const ChapterInspection& row, int rate) {
    const auto seconds = [rate](std::uint64_t samples) { return static_cast<double>(samples) / rate; };
    const SoundMeasures& sound = row.sound;
    const auto share = row.limited_share();
    return fmt::format("{} {:>8} {:>8} {} {} {} {} {} {:>6} {} {} {} {}\n",
                       padded_to_columns(shown_in_columns(name, title_width), title_width),
                       time_text(seconds(row.first_sample)), time_text(seconds(sound.samples)),
                       column(sound.loudness, 6), column(sound.true_peak, 6), column(sound.rms, 6),
                       column(sound.floor, 6), column(row.words_per_minute(rate), 6, 0), sound.pauses.size(),
                       column(seconds(sound.median_pause()), 6, 2),
                       column(seconds(sound.longest_pause()), 7, 2),
                       column(row.limiter ? std::optional(row.limiter->max_gain_reduction) : std::nullopt, 8),
                       column(share ? std::optional(*share * 100) : std::nullopt, 8, 2));
}

std::string target_text(const LoudnessSettings& target) {
    const bool by_rms = target.measure == "rms";
    return fmt::format("{} {} and {} dBTP", by_rms ? target.rms : target.integrated,
                       by_rms ? "dB RMS" : "LUFS", target.true_peak);
}

std::string table_text(const Inspection& inspection) {
    const BookInfo& info = inspection.info;
    std::string text = fmt::format(
        "{}\n{}{}, {} Hz, {}{}\n\n", shown(inspection.file.native()),
        info.tag("title").empty() ? "" : shown(info.tag("title")) + ": ", shown(info.format), info.rate,
        time_text(inspection.seconds()),
        inspection.record ? fmt::format(", mastered to {}", target_text(inspection.record->target)) : "");
    text += fmt::format("{:<{}} {:>8} {:>8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>8} {:>8}\n",
                        "Chapter", title_width, "Start", "Length", "LUFS", "dBTP", "RMS", "Floor", "Words",
                        "Pauses", "Median", "Longest", "Limiter", "Over 3");
    text +=
        fmt::format("{:<{}} {:>8} {:>8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>8} {:>8}\n", "",
                    title_width, "", "", "", "", "dB", "dB", "/min", "", "s", "s", "most dB", "dB, %");
    for (const ChapterInspection& chapter : inspection.chapters) {
        text += row_text(chapter.title, chapter, info.rate);
    }
    return text + row_text("All of it", inspection.whole, info.rate);
}

/// What is told of one file.
struct Findings {
    std::string text;
    std::string plot; ///< the bytes of a picture; empty if none was asked for
    bool damaged = false;
};

/// In a worker: decodes, measures, and makes what is told of it.
std::string inspect(const std::filesystem::path& file, const InspectOptions& options,
                    const StepReporter& report_step) {
    const Inspection inspection = inspect_file(file, signs_of_life(report_step));
    ByteWriter out;
    out.text(options.json ? json_text(inspection) : table_text(inspection));
    out.text(options.plot.empty() ? "" : plot_inspection(inspection, drawing_kind(options.plot)));
    out.flag(inspection.damage.any() || !inspection.record_fault.empty());
    return out.take();
}

/// Throws an `input` error that names the file.
Findings ask(Worker& worker, const std::filesystem::path& file) {
    try {
        const std::string answer = worker.ask(file.native());
        ByteReader in(answer);
        Findings findings;
        findings.text = in.text();
        findings.plot = in.text();
        findings.damaged = in.flag();
        return findings;
    } catch (const MalformedBytes&) {
        throw Error(ErrorKind::input, "cannot be inspected: the decoder sent what is not an inspection",
                    {file.string(), 0});
    } catch (const Error& error) {
        if (error.place().file.empty()) {
            throw Error(error.kind(), fmt::format("cannot be inspected: {}", error.what()),
                        {file.string(), 0});
        }
        throw;
    }
}

void print_findings(const Findings& findings, bool json) {
    if (json) {
        print_foreign_json_line(findings.text);
    } else {
        print_output("{}", Lines{findings.text});
    }
}

void write_plot(const std::string& picture, const std::filesystem::path& file) {
    TemporaryFile temporary(std::filesystem::absolute(file));
    FileWriter writer(temporary.descriptor(), file.string());
    writer.write(picture);
    writer.flush();
    temporary.commit_synced();
}

} // namespace

int run_inspect(const InspectOptions& options) {
    watch_signals();
    Worker worker(decoder(
                      [&options](std::string_view file, const StepReporter& report_step) {
                          return inspect(std::filesystem::path(file), options, report_step);
                      },
                      options.files),
                  decoder_limits);
    std::size_t failed = 0;
    bool first = true;
    for (const std::filesystem::path& file : options.files) {
        try {
            const Findings findings = ask(worker, file);
            if (!options.json && !std::exchange(first, false)) {
                print_output("\n");
            }
            print_findings(findings, options.json);
            const bool is_read = flush_output();
            if (!options.plot.empty()) {
                write_plot(findings.plot, options.plot);
            } else if (!is_read) {
                break;
            }
            if (findings.damaged) {
                print_warning({"is damaged: see `recital verify`", {file.string(), 0}});
            }
        } catch (const Error& error) {
            print_error(error);
            ++failed;
        }
    }
    if (failed == 0) {
        return exit_all_done;
    }
    return failed == options.files.size() ? exit_no_book : exit_some_failed;
}

} // namespace recital
