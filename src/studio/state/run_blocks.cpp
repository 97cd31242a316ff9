// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/run_blocks.h"

#include "studio/planning/folder_books.h"
#include "studio/state/book_bytes.h"
#include "studio/state/file_digests.h"
#include "studio/state/file_stamp.h"

#include <optional>
#include <utility>

namespace recital {

namespace {

void put_diagnostic(ByteWriter& out, const Diagnostic& diagnostic) {
    out.text(diagnostic.message);
    out.text(diagnostic.place.file);
    out.number(diagnostic.place.line);
}

} // namespace

void put_kind(ByteWriter& out, RunBlock kind) {
    const char byte = static_cast<char>(kind);
    out.raw({&byte, 1});
}

RunBlock take_kind(ByteReader& in) {
    const auto kind = static_cast<unsigned char>(in.raw(1).front());
    if (kind > static_cast<unsigned char>(RunBlock::end)) {
        throw MalformedBytes();
    }
    return static_cast<RunBlock>(kind);
}

std::string remark_block(const Remark& remark) {
    ByteWriter out;
    put_kind(out, remark.is_warning ? RunBlock::warning : RunBlock::notice);
    put_diagnostic(out, remark.diagnostic);
    return out.take();
}

std::string skipped_block(const SkippedReport& skipped) {
    ByteWriter out;
    put_kind(out, RunBlock::skipped);
    out.text(skipped.source);
    out.text(skipped.code);
    out.text(skipped.reason);
    return out.take();
}

std::string book_block(const RecordedBook& book) {
    ByteWriter out;
    put_kind(out, RunBlock::book);
    out.number(book.remarks.size());
    for (const Remark& remark : book.remarks) {
        out.flag(remark.is_warning);
        put_diagnostic(out, remark.diagnostic);
    }
    put_book(out, book.report);
    for_each_file(book.report, [&out](const std::filesystem::path& file) { put_stamp(out, stamp_of(file)); });
    return out.take();
}

Diagnostic take_diagnostic(ByteReader& in) {
    Diagnostic diagnostic;
    diagnostic.message = in.text();
    diagnostic.place.file = in.text();
    diagnostic.place.line = in.number();
    return diagnostic;
}

SkippedReport take_skipped(ByteReader& in) {
    SkippedReport skipped;
    skipped.source = in.text();
    skipped.code = in.text();
    skipped.reason = in.text();
    return skipped;
}

RecordedBook take_recorded_book(ByteReader& in) {
    constexpr std::size_t min_remark_bytes = 25;
    RecordedBook book;
    book.remarks.resize(in.count(min_remark_bytes));
    for (Remark& remark : book.remarks) {
        remark.is_warning = in.flag();
        remark.diagnostic = take_diagnostic(in);
    }
    book.report = take_book(in);
    return book;
}

/// A file that was not there when the book was recorded is never intact.
bool are_files_intact(const BookReport& book, ByteReader& in) {
    bool is_intact = true;
    for_each_file(book, [&](const std::filesystem::path& file) {
        const std::optional<FileStamp> recorded = take_stamp(in);
        is_intact = is_intact && recorded && stamp_of(file) == recorded;
    });
    return is_intact;
}

void report_again(const RecordedBook& book, RunListener& listener) {
    for (const Remark& remark : book.remarks) {
        if (remark.is_warning) {
            listener.on_warning(remark.diagnostic);
        } else {
            listener.on_notice(remark.diagnostic);
        }
    }
    BookReport report = book.report;
    for (FileReport& file : report.files) {
        file.takes_reused += std::exchange(file.takes_rendered, 0);
    }
    listener.on_book(report);
}

Digest stamps_of_books(const std::filesystem::path& folder) {
    return stamps_digest(list_books(folder)).digest;
}

} // namespace recital
