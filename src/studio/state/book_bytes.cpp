// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/book_bytes.h"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t min_element_bytes = 8; // a text has its length, at least

std::string_view as_text(const std::string& text) {
    return text;
}

std::string_view as_text(const std::filesystem::path& path) {
    return path.native();
}

template <typename Text>
void put_texts(ByteWriter& out, const std::vector<Text>& texts) {
    out.number(texts.size());
    for (const Text& text : texts) {
        out.text(as_text(text));
    }
}

template <typename Text>
std::vector<Text> take_texts(ByteReader& in) {
    std::vector<Text> texts(in.count(min_element_bytes));
    for (Text& text : texts) {
        text = in.text();
    }
    return texts;
}

void put_file(ByteWriter& out, const FileReport& file) {
    out.text(file.format);
    out.text(file.file.native());
    out.text(file.playlist.native());
    put_texts(out, file.chapter_files);
    put_texts(out, file.subtitles);
    out.number(file.chapter_subtitles.size());
    for (const auto& subtitles : file.chapter_subtitles) {
        put_texts(out, subtitles);
    }
    out.number(static_cast<std::uint64_t>(file.rate));
    out.number(file.samples);
    out.number(file.bytes);
    out.number(file.chapters.size());
    for (const ChapterReport& chapter : file.chapters) {
        out.text(chapter.title);
        out.number(chapter.first_sample);
        out.number(chapter.last_sample);
    }
    out.real(file.limiter.max_gain_reduction);
    out.number(file.limiter.samples_over_3_db);
    out.number(file.takes_rendered);
    out.number(file.takes_reused);
}

FileReport take_file(ByteReader& in) {
    FileReport file;
    file.format = in.text();
    file.file = in.text();
    file.playlist = in.text();
    file.chapter_files = take_texts<std::filesystem::path>(in);
    file.subtitles = take_texts<std::filesystem::path>(in);
    file.chapter_subtitles.resize(in.count(min_element_bytes));
    for (auto& subtitles : file.chapter_subtitles) {
        subtitles = take_texts<std::filesystem::path>(in);
    }
    file.rate = static_cast<int>(in.number_below(std::numeric_limits<int>::max()));
    file.samples = in.number();
    file.bytes = in.number();
    file.chapters.resize(in.count(min_element_bytes));
    for (ChapterReport& chapter : file.chapters) {
        chapter.title = in.text();
        chapter.first_sample = in.number();
        chapter.last_sample = in.number();
    }
    file.limiter.max_gain_reduction = in.real();
    file.limiter.samples_over_3_db = in.number();
    file.takes_rendered = in.number();
    file.takes_reused = in.number();
    return file;
}

} // namespace

void put_book(ByteWriter& out, const BookReport& book) {
    out.text(book.id);
    out.text(book.musician);
    out.text(book.birth_name);
    put_texts(out, book.other_names);
    out.number(book.candidates.size());
    for (const NameCandidate& candidate : book.candidates) {
        out.text(candidate.name);
        out.integer(candidate.score);
        out.text(candidate.evidence);
    }
    put_texts(out, book.sources);
    out.text(book.reason);
    out.flag(book.is_name_shared);
    out.number(book.key.high);
    out.number(book.key.low);
    out.number(book.files.size());
    for (const FileReport& file : book.files) {
        put_file(out, file);
    }
}

BookReport take_book(ByteReader& in) {
    BookReport book;
    book.id = in.text();
    book.musician = in.text();
    book.birth_name = in.text();
    book.other_names = take_texts<std::string>(in);
    book.candidates.resize(in.count(min_element_bytes));
    for (NameCandidate& candidate : book.candidates) {
        candidate.name = in.text();
        candidate.score = in.integer();
        candidate.evidence = in.text();
    }
    book.sources = take_texts<std::string>(in);
    book.reason = in.text();
    book.is_name_shared = in.flag();
    book.key.high = in.number();
    book.key.low = in.number();
    book.files.resize(in.count(min_element_bytes));
    for (FileReport& file : book.files) {
        file = take_file(in);
    }
    return book;
}

void for_each_file(const BookReport& book, const std::function<void(const std::filesystem::path&)>& visit) {
    for (const FileReport& file : book.files) {
        visit(file.file);
        if (!file.playlist.empty()) {
            visit(file.playlist);
        }
        for (const auto* paths : {&file.chapter_files, &file.subtitles}) {
            for (const std::filesystem::path& path : *paths) {
                visit(path);
            }
        }
        for (const auto& subtitles : file.chapter_subtitles) {
            for (const std::filesystem::path& path : subtitles) {
                visit(path);
            }
        }
    }
}

} // namespace recital
