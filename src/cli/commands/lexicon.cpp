// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/lexicon.h"

#include "base/resources.h"
#include "base/unicode.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/place_text.h"
#include "cli/output/print.h"
#include "studio/pronunciation/lexicon_addition.h"
#include "studio/pronunciation/name_check.h"
#include "studio/pronunciation/reading_changes.h"
#include "text/lexicon/exported.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace recital {

namespace {

/// Prints them after what is left to be said of warnings.
void print_failures(std::span<const FailureReport> failures, Messages& messages) {
    for (const FailureReport& failure : failures) {
        messages.fail(failure);
    }
    messages.finish_warnings();
    messages.finish_failures();
}

/// What decides how a name is pronounced.
std::string_view origin_of(const UnknownName& name) {
    return name.stated ? "text" : name.rule.empty() ? "voice" : "language";
}

void print_json(const NameCheck& check) {
    Json names = Json::array();
    for (const UnknownName& name : check.names) {
        names.push_back({{"name", name.name},
                         {"count", name.count},
                         {"phonemes", name.phonemes},
                         {"rule", name.rule},
                         {"origin", origin_of(name)},
                         {"first", name.first.to_string()}});
    }
    print_json_line({{"names", std::move(names)}});
}

constexpr std::size_t max_columns = 80; // of a name

void print_table(const NameCheck& check) {
    std::size_t width = 0;
    for (const UnknownName& name : check.names) {
        width = std::max(width, columns_of(shown_in_columns(name.name, max_columns)));
    }
    for (const UnknownName& name : check.names) {
        print_output("{:>6}  {}  {}{}  ({})\n", name.count,
                     padded_to_columns(shown_in_columns(name.name, max_columns), width), name.phonemes,
                     name.rule.empty() ? std::string()
                                       : fmt::format("  by {}{}", name.stated ? "the text, " : "", name.rule),
                     place_text(name.first));
    }
}

int check(const LexiconCheckOptions& options) {
    Messages messages;
    const NameCheck found = check_names(
        options.job, [&messages](const Diagnostic& warning) { messages.warn(warning); },
        [&messages](const Diagnostic& notice) { messages.notify(notice); });
    print_failures(found.failures, messages);
    options.json ? print_json(found) : print_table(found);
    if (found.failures.empty()) {
        return exit_all_done;
    }
    return found.names.empty() ? exit_no_book : exit_some_failed;
}

Json to_json(std::span<const ReadingChange> changes) {
    Json texts = Json::array();
    for (const ReadingChange& change : changes) {
        texts.push_back({{"source", change.place.to_string()}, {"passages", change.passages}});
    }
    return texts;
}

std::string counted(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

/// Says what will be rendered again.
void print_changes(std::span<const ReadingChange> changes) {
    constexpr std::size_t max_shown = 10;
    if (changes.empty()) {
        print_output(
            "nothing has to be rendered again: no text has this name in this spelling, or it was said "
            "like this before\n");
        return;
    }
    std::size_t passages = 0;
    for (const ReadingChange& change : changes) {
        passages += change.passages;
    }
    print_output("{} of {} will be rendered again:\n", counted(passages, "passage"),
                 counted(changes.size(), "text"));
    for (const ReadingChange& change : changes.first(std::min(changes.size(), max_shown))) {
        print_output("{:>6}  {}\n", change.passages, place_text(change.place));
    }
    if (changes.size() > max_shown) {
        print_output("        and {} more\n", changes.size() - max_shown);
    }
}

void print_addition(const LexiconAddOptions& options, const LexiconAddition& addition) {
    print_output("{}: {} is said {}  /{}/{}\n", place_text(addition.place), options.name,
                 options.pronunciation, addition.ipa,
                 addition.replaced.empty() ? std::string()
                                           : fmt::format(", no longer {}", addition.replaced));
}

/// The job with the table as the first of its lexicons, once it is there.
Job reading_with(Job job, const std::filesystem::path& table) {
    std::error_code ignored;
    job.lexicons.clear();
    if (std::filesystem::exists(table, ignored)) {
        job.lexicons.push_back(table);
    }
    return job;
}

int add(const LexiconAddOptions& options) {
    const Job& job = options.job;
    const std::filesystem::path table = job.lexicons.empty() ? lexicon_for(job.inputs) : job.lexicons.front();
    Messages messages;
    const auto warn = [&messages](const Diagnostic& warning) { messages.warn(warning); };
    const Readings before = find_readings(reading_with(job, table), [](const Diagnostic&) {});
    if (before.texts.empty() && !before.failures.empty()) { // probably another folder was meant
        print_failures(before.failures, messages);
        return exit_no_book;
    }
    const LexiconAddition addition = add_to_lexicon(table, options.name, options.pronunciation, job.voice);
    const Readings after = find_readings(reading_with(job, table), warn);
    const std::vector<ReadingChange> changes = changes_between(before, after);
    print_failures(after.failures, messages);
    if (options.json) {
        print_json_line({{"entry",
                          {{"name", options.name},
                           {"pronunciation", options.pronunciation},
                           {"phonemes", addition.ipa},
                           {"replaced", addition.replaced},
                           {"place", addition.place.to_string()}}},
                         {"changes", to_json(changes)}});
    } else {
        print_addition(options, addition);
        if (!job.inputs.empty()) {
            print_changes(changes);
        }
    }
    return after.failures.empty() ? exit_all_done : exit_some_failed;
}

void print_entries_json(std::span<const LexiconEntry> entries) {
    Json list = Json::array();
    for (const LexiconEntry& entry : entries) {
        list.push_back({{"name", entry.written},
                        {"language", entry.language},
                        {"context", entry.context},
                        {"pronunciation", entry.pronunciation},
                        {"place", entry.place.to_string()}});
    }
    print_json_line({{"entries", std::move(list)}});
}

void print_entries(std::span<const LexiconEntry> entries) {
    std::size_t width = 0;
    for (const LexiconEntry& entry : entries) {
        width = std::max(width, columns_of(shown_in_columns(entry.written, max_columns)));
    }
    for (const LexiconEntry& entry : entries) {
        print_output("{}  {}{}{}\n", padded_to_columns(shown_in_columns(entry.written, max_columns), width),
                     entry.pronunciation,
                     entry.language.empty() ? std::string() : fmt::format("  in {}", entry.language),
                     entry.context.empty() ? std::string() : fmt::format("  {}", entry.context));
    }
}

/// What the file has for other programs.
std::string exported(std::span<const LexiconEntry> entries, const std::string& format) {
    if (format == "csv") {
        return to_csv(entries);
    }
    if (format == "tsv") {
        return to_tsv(entries);
    }
    const std::string language = "en"; // whose respellings there are
    return to_pls(entries, PhonemeTable(resource_folder() / "data" / "phonemes", language), language);
}

int show(const LexiconFileOptions& options) {
    const std::filesystem::path file = options.file.empty() ? lexicon_for({}) : options.file;
    const std::vector<LexiconEntry> entries = read_lexicon(file);
    if (!options.format.empty()) {
        print_content(exported(entries, options.format));
    } else {
        options.json ? print_entries_json(entries) : print_entries(entries);
    }
    return exit_all_done;
}

} // namespace

int run_lexicon(const LexiconOptions& options) {
    if (const auto* addition = std::get_if<LexiconAddOptions>(&options)) {
        return add(*addition);
    }
    if (const auto* file = std::get_if<LexiconFileOptions>(&options)) {
        return show(*file);
    }
    return check(std::get<LexiconCheckOptions>(options));
}

} // namespace recital
