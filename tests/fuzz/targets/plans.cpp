// SPDX-License-Identifier: GPL-3.0-or-later
// Plans, parts of plans, manifests, journals, and what a run leaves for the next one. Checksums are made
// right, so that what is behind them is read.
#include "base/byte_order.h"
#include "base/hash.h"
#include "fuzz/sealing.h"
#include "fuzz/target.h"
#include "studio/manifest/manifest_entry.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/manifest_merge.h"
#include "studio/manifest/manifest_segment.h"
#include "studio/manifest/shard_journal.h"
#include "studio/sharding/part_file.h"
#include "studio/sharding/plan_file.h"
#include "studio/state/block_file.h"
#include "studio/state/book_bytes.h"
#include "studio/state/installation.h"
#include "studio/state/run_blocks.h"
#include "studio/state/run_sources.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace recital::fuzz {
namespace {

void parse_lines(std::string_view bytes) {
    refusing_malformed([&] { check_checksum(bytes); });
    refusing_malformed([&] {
        const OrderedJson json = parse_line(bytes);
        check_checksum(to_checked_line(json));
        for (const auto& [name, value] : json.items()) {
            refusing_malformed([&] {
                const std::string text = text_of(value);
                require(text_of(json_of_text(text)) == text, "a text comes back as it was");
            });
        }
    });
}

void check_record(const PlanRecord& record) {
    require(!record.sources.empty() && !record.stems.empty() && record.seconds >= 0, "a record is whole");
    require(std::ranges::all_of(record.stems, stays_below), "a book stays in the folder of the books");
    require(read_plan_record(to_line(record), {}) == record, "a record comes back as it was");
}

void parse_record(std::string_view bytes) {
    refusing(ErrorKind::input, [&] { check_record(read_plan_record(bytes, {})); });
    refusing(ErrorKind::input,
             [&] { check_record(read_plan_record(resealed_line(std::string(bytes)), {})); });
}

void check_plan(const std::string& bytes) {
    constexpr std::size_t max_books = 64;
    refusing(ErrorKind::input, [&] {
        const PlanFile plan(scratch_file("plan", bytes));
        for (std::size_t book = 0; book < std::min(plan.size(), max_books); ++book) {
            check_record(plan.record(book));
        }
    });
}

void read_plan(std::string_view bytes) {
    check_plan(std::string(bytes));
    check_plan(resealed_lines(bytes));
}

void parse_entry(std::string_view bytes) {
    refusing_malformed([&] {
        const ManifestEntry entry = read_manifest_entry(resealed_line(std::string(bytes)));
        require(read_manifest_entry(to_line(entry)) == entry, "an entry comes back as it was");
    });
}

void read_segment(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        SegmentReader segment(scratch_file("segment", resealed_lines(bytes)));
        std::size_t entries = 0;
        for (ManifestEntry entry; segment.next(entry); ++entries) {
            require(entries <= bytes.size(), "there are not more entries than bytes");
        }
    });
    refusing(ErrorKind::input, [&] {
        const auto path = scratch_file("recital-manifest/plan/root", bytes);
        for (const auto& file : read_manifest_root(path).segments) {
            require(file.parent_path() == path.parent_path(), "segments lie beside the root");
        }
    });
}

/// Blocks with the length and checksum that a journal has before each entry.
void read_journal(std::string_view bytes) {
    constexpr std::size_t length_bytes = 4;
    constexpr std::size_t checksum_bytes = 8;
    std::string file;
    while (!bytes.empty()) {
        const std::string_view block = take_block(bytes);
        put_little_endian(file, block.size(), length_bytes);
        put_little_endian(file, hash_64(block), checksum_bytes);
        file += block;
    }
    const std::filesystem::path folder = scratch_file("journals/empty", "").parent_path();
    std::filesystem::remove_all(folder);
    const auto path = attempt_path("journals", "shard-1-of-1", 1, journal_extension);
    (void)scratch_file(path.string(), file);
    ShardJournal journal(folder, "shard-1-of-1");
    if (const auto entry = journal.find({})) {
        require(entry->key == Digest(), "an entry has the key that was asked for");
        journal.add(*entry);
        std::size_t entries = 0;
        journal.visit([&](const JournalEntry& added) {
            require(added.line == entry->line && added.block == entry->block,
                    "an entry comes back as it was");
            ++entries;
        });
        require(entries == 1, "an entry is added once");
    }
}

void read_part(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        PartFile part(scratch_file("part", block_file(bytes)));
        const Shard& shard = part.header().shard;
        require(shard.number >= 1 && shard.number <= shard.count, "a part is one of those that there are");
        for (TextEntry entry; part.next(entry);) {
            require(entry.facts.seconds >= 0 && std::isfinite(entry.facts.seconds), "a text has a length");
            const std::string written = to_bytes(entry);
            require(to_bytes(read_text_entry(written)) == written, "an entry comes back as it was");
        }
    });
}

void read_end_of_run(ByteReader& in) {
    (void)in.flag();
    const Installation installation = Installation::take(in);
    ByteWriter out;
    installation.put(out);
    const std::string bytes = out.take();
    ByteReader again(bytes);
    (void)Installation::take(again);
}

void read_book(ByteReader& in) {
    const RecordedBook book = take_recorded_book(in);
    ByteWriter out;
    put_book(out, book.report);
    const std::string bytes = out.take();
    ByteReader again(bytes);
    ByteWriter twice;
    put_book(twice, take_book(again));
    require(twice.take() == bytes, "a report comes back as it was");
    (void)are_files_intact(book.report, in);
}

void read_run_block(std::string_view block) {
    ByteReader in(block);
    switch (take_kind(in)) {
    case RunBlock::sources:
        (void)RunSources::take(in);
        break;
    case RunBlock::warning:
    case RunBlock::notice:
        (void)take_diagnostic(in);
        break;
    case RunBlock::skipped:
        (void)take_skipped(in);
        break;
    case RunBlock::book:
        read_book(in);
        break;
    case RunBlock::end:
        read_end_of_run(in);
        break;
    }
}

void read_run(std::string_view bytes) {
    refusing_malformed([&] {
        BlockFileReader file(scratch_file("run", bytes));
        for (std::string block; file.next(block);) {
            require(!block.empty(), "a block is not empty");
        }
    });
    refusing_malformed([&] {
        BlockFileReader file(scratch_file("run", block_file(bytes)));
        for (std::string block; file.next(block);) {
            refusing_malformed([&] { read_run_block(block); });
        }
    });
}

const Target targets[] = {
    {"json_line", parse_lines}, {"plan_record", parse_record},
    {"plan", read_plan},        {"manifest_entry", parse_entry},
    {"manifest", read_segment}, {"journal", read_journal},
    {"part", read_part},        {"run", read_run},
};

} // namespace
} // namespace recital::fuzz
