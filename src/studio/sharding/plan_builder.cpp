// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/plan_builder.h"

#include "base/byte_order.h"
#include "base/hash.h"
#include "document/grouping/group.h"
#include "studio/planning/book_names.h"
#include "studio/planning/make_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t number_bytes = 4;
constexpr std::size_t hash_bytes = 8;

/// How many levels of 256 folders so many books need, for some thousands in each.
std::size_t folder_levels(std::uint64_t books) {
    constexpr std::uint64_t max_books = 4096;
    constexpr std::uint64_t folders = 256;
    return books <= max_books ? 0 : books <= max_books * folders ? 1 : 2;
}

/// The longest first, then by id.
std::string length_key(const PlanRecord& record) {
    constexpr double units = 10; // a record has tenths of seconds
    constexpr std::uint64_t longest = std::uint64_t{1} << 56U;
    const auto tenths = static_cast<std::uint64_t>(std::llround(record.seconds * units));
    return big_endian(longest - std::min(tenths, longest), hash_bytes) + record.id;
}

PlanRecord record_in(std::string_view line) {
    return read_plan_record(line, {"a temporary file", 0});
}

/// Without what is the same for several formats.
std::unordered_set<std::uint64_t> hashes_of(const std::vector<std::filesystem::path>& stems) {
    std::unordered_set<std::uint64_t> hashes;
    for (const std::filesystem::path& stem : stems) {
        hashes.insert(hash_of_stem(stem));
    }
    return hashes;
}

bool contains_any(const std::unordered_set<std::uint64_t>& set,
                  const std::unordered_set<std::uint64_t>& hashes) {
    return std::any_of(hashes.begin(), hashes.end(),
                       [&set](std::uint64_t hash) { return set.contains(hash); });
}

/// Decides between books that want one name: the first gets it, the next take the next of their ladders.
class NameContest {
public:
    /// `contested` are the hashes of names that several books want.
    explicit NameContest(std::unordered_set<std::uint64_t> contested) : watched_(std::move(contested)) {}

    [[nodiscard]] bool is_none() const { return watched_.empty(); }

    /// How many names are watched.
    [[nodiscard]] std::size_t size() const { return watched_.size() + ladders_.size(); }

    /// A book whose name is contested may take one that another book wants: those names are watched, too.
    void watch(const PlanRecord& record) {
        const auto hashes = hashes_of(record.stems);
        if (!contains_any(watched_, hashes) && !contains_any(ladders_, hashes)) {
            return;
        }
        const NameLadder ladder = ladder_of(record, record.stems);
        for (std::size_t rung = 1; rung < ladder.size(); ++rung) {
            ladders_.merge(hashes_of(ladder.stems(rung)));
        }
    }

    /// To be asked in the order in which the books were given, after all were watched.
    void decide(PlanRecord& record) {
        if (const auto hashes = hashes_of(record.stems);
            !contains_any(watched_, hashes) && !contains_any(ladders_, hashes)) {
            return;
        }
        const NameLadder ladder = ladder_of(record, record.stems);
        std::size_t rung = 0;
        while (rung + 1 < ladder.size() && contains_any(taken_, hashes_of(ladder.stems(rung)))) {
            ++rung;
        }
        record.stems = ladder.stems(rung);
        taken_.merge(hashes_of(record.stems));
    }

private:
    std::unordered_set<std::uint64_t> watched_;
    std::unordered_set<std::uint64_t> ladders_;
    std::unordered_set<std::uint64_t> taken_;
};

} // namespace

PlanBuilder::PlanBuilder(const Job& job, const std::filesystem::path& folder, RunListener& listener)
    : job_(job), listener_(listener), folder_(folder), stems_(job), sets_(folder), texts_(folder),
      books_(folder), sorted_(folder) {}

void PlanBuilder::add(const TextEntry& entry) {
    texts_.add(big_endian(texts_.size(), number_bytes), to_bytes(entry));
    sets_.add(entry.hash, entry.folder());
}

void PlanBuilder::finish(const std::function<void(const PlanRecord&)>& visit) {
    sets_.connect();
    group_texts();
    name_books();
    for (ExternalSorter::Entry entry; sorted_.next(entry);) {
        visit(record_in(entry.value));
    }
}

/// Brings the texts of each set together.
void PlanBuilder::group_texts() {
    ExternalSorter grouped(folder_);
    std::uint32_t text = 0;
    for (ExternalSorter::Entry entry; texts_.next(entry); ++text) {
        grouped.add(big_endian(sets_.find(text), number_bytes) + std::string(entry.key), entry.value);
    }
    texts_ = ExternalSorter({});
    std::string set;
    std::vector<NumberedText> members;
    for (ExternalSorter::Entry entry; grouped.next(entry);) {
        if (entry.key.substr(0, number_bytes) != set) {
            make_books(members);
            members.clear();
            set = entry.key.substr(0, number_bytes);
        }
        members.push_back({read_big_endian(entry.key.substr(number_bytes)), read_text_entry(entry.value)});
    }
    make_books(members);
}

void PlanBuilder::make_books(std::span<const NumberedText> texts) {
    if (texts.empty()) {
        return;
    }
    if (texts.size() == 1) {
        add_book(texts, {{}, {}, {0}, {}});
        return;
    }
    std::vector<Identity> identities;
    for (const auto& [number, text] : texts) {
        identities.push_back(text.identity);
        const std::string folder = text.folder();
        identities.back().folder = sets_.is_shared(folder) ? folder : std::string();
    }
    std::vector<Diagnostic> diagnostics;
    for (const BookGroup& group : group_documents(identities, diagnostics)) {
        add_book(texts, group);
    }
    tell_of_grouping(diagnostics, listener_);
}

void PlanBuilder::add_book(std::span<const NumberedText> texts, const BookGroup& group) {
    std::vector<TextFacts> facts;
    std::vector<SourceRef> sources;
    for (const std::size_t document : group.documents) {
        facts.push_back(texts[document].text.facts);
        sources.push_back(texts[document].text.source);
    }
    PlanRecord record =
        make_record(facts, std::move(sources), group.musician, group.distinction, group.reason);
    record.stems = stems_.wanted(record, facts.front());
    const std::size_t first = *std::min_element(group.documents.begin(), group.documents.end());
    books_.add(big_endian(texts[first].number, number_bytes), to_line(record));
}

/// Folders of millions of files are slow on many file systems.
void PlanBuilder::spread_over_folders(PlanRecord& record) const {
    const std::size_t levels = job_.output_template ? 0 : folder_levels(books_.size());
    if (levels == 0) {
        return;
    }
    constexpr std::size_t digits_a_level = 2;
    const std::string digits = fmt::format("{:016x}", hash_64(record.id));
    std::filesystem::path folder;
    for (std::size_t level = 0; level < levels; ++level) {
        folder /= digits.substr(level * digits_a_level, digits_a_level);
    }
    for (std::filesystem::path& stem : record.stems) {
        stem = folder / stem;
    }
}

std::unordered_set<std::uint64_t> PlanBuilder::find_contested_names() {
    ExternalSorter names(folder_);
    for (ExternalSorter::Entry entry; books_.next(entry);) {
        PlanRecord record = record_in(entry.value);
        spread_over_folders(record);
        for (const std::uint64_t hash : hashes_of(record.stems)) {
            names.add(big_endian(hash, hash_bytes));
        }
    }
    std::unordered_set<std::uint64_t> contested;
    std::string last;
    for (ExternalSorter::Entry entry; names.next(entry);) {
        if (entry.key == last) {
            contested.insert(read_big_endian(entry.key));
        }
        last = entry.key;
    }
    return contested;
}

void PlanBuilder::name_books() {
    NameContest contest(find_contested_names());
    for (std::size_t before = 0; !contest.is_none() && contest.size() != before;) {
        before = contest.size();
        books_.rewind();
        for (ExternalSorter::Entry entry; books_.next(entry);) {
            PlanRecord record = record_in(entry.value);
            spread_over_folders(record);
            contest.watch(record);
        }
    }
    books_.rewind();
    for (ExternalSorter::Entry entry; books_.next(entry);) {
        PlanRecord record = record_in(entry.value);
        spread_over_folders(record);
        contest.decide(record);
        sorted_.add(length_key(record), to_line(record));
    }
    books_ = ExternalSorter({});
}

} // namespace recital
