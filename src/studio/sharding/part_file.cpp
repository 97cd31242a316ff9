// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/part_file.h"

#include "base/byte_stream.h"
#include "base/error.h"
#include "studio/state/file_digests.h"

#include <string_view>

namespace recital {

namespace {

constexpr std::string_view part_mark = "recital part of a plan 1";

void put_texts(ByteWriter& out, const std::vector<std::string>& texts) {
    out.number(texts.size());
    for (const std::string& text : texts) {
        out.text(text);
    }
}

std::vector<std::string> take_texts(ByteReader& in) {
    constexpr std::size_t min_text_bytes = 8;
    std::vector<std::string> texts(in.count(min_text_bytes));
    for (std::string& text : texts) {
        text = in.text();
    }
    return texts;
}

std::string header_block(const PartHeader& header) {
    ByteWriter out;
    out.text(part_mark);
    out.number(header.shard.number);
    out.number(header.shard.count);
    put_texts(out, header.arguments);
    put_texts(out, header.inputs);
    put_digest(out, header.files);
    return out.take();
}

PartHeader read_header(std::string_view block) {
    ByteReader in(block);
    if (in.text() != part_mark) {
        throw MalformedBytes();
    }
    PartHeader header;
    header.shard.number = in.number();
    header.shard.count = in.number();
    if (header.shard.number < 1 || header.shard.number > header.shard.count) {
        throw MalformedBytes();
    }
    header.arguments = take_texts(in);
    header.inputs = take_texts(in);
    header.files = take_digest(in);
    in.expect_end();
    return header;
}

BlockFileReader open(const std::filesystem::path& path) {
    try {
        return BlockFileReader(path);
    } catch (const MalformedBytes&) {
        throw Error(ErrorKind::input, "this is no part of a plan: make it with `recital plan --shard`",
                    {path.string(), 0});
    }
}

} // namespace

bool is_part_file(const std::filesystem::path& path) {
    try {
        const PartFile part(path);
        return true;
    } catch (const Error&) {
        return false;
    }
}

PartFileWriter::PartFileWriter(const std::filesystem::path& path, const PartHeader& header)
    : file_(path, [folder = path.parent_path()] {
          if (!folder.empty()) {
              create_folder(folder);
          }
      }) {
    file_.add(header_block(header));
}

void PartFileWriter::finish(std::uint64_t failures) {
    ByteWriter out;
    out.number(failures);
    file_.add(out.take());
    file_.commit();
}

PartFile::PartFile(const std::filesystem::path& path) : path_(path), file_(open(path)) {
    try {
        std::string block;
        if (!file_.next(block) || !file_.next(waiting_)) {
            refuse();
        }
        header_ = read_header(block);
    } catch (const MalformedBytes&) {
        refuse();
    }
}

bool PartFile::next(TextEntry& entry) {
    try {
        std::string block;
        if (!file_.next(block)) {
            ByteReader in(waiting_);
            failures_ = in.number();
            in.expect_end();
            return false;
        }
        entry = read_text_entry(waiting_);
        waiting_ = std::move(block);
        return true;
    } catch (const MalformedBytes&) {
        refuse();
    }
}

void PartFile::refuse() const {
    throw Error(ErrorKind::input, "this is no complete part of a plan: make it with `recital plan --shard`",
                {path_.string(), 0});
}

} // namespace recital
