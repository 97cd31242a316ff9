// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/block_file.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"

#include <ios>
#include <system_error>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view first_line = "recital run 1\n";
constexpr std::size_t length_bytes = 8;
constexpr std::size_t digest_digits = 32;
constexpr std::size_t max_waiting_bytes = std::size_t{1} << 20U;

std::string length_of(std::string_view block) {
    std::string length;
    put_little_endian(length, block.size(), length_bytes);
    return length;
}

} // namespace

BlockFileWriter::BlockFileWriter(std::filesystem::path path, std::function<void()> prepare)
    : path_(std::move(path)), prepare_(std::move(prepare)) {
    put(first_line);
}

void BlockFileWriter::put(std::string_view bytes) {
    hasher_.update(bytes);
    waiting_ += bytes;
}

void BlockFileWriter::add(std::string_view block) {
    put(length_of(block));
    put(block);
    if (waiting_.size() > max_waiting_bytes) {
        hand_over();
    }
}

void BlockFileWriter::hand_over() {
    if (!file_) {
        prepare_();
        file_ = std::make_unique<TemporaryFile>(path_);
        writer_ = std::make_unique<FileWriter>(file_->descriptor(), file_->path().string());
    }
    writer_->write(waiting_);
    waiting_.clear();
}

void BlockFileWriter::commit() {
    put(length_of({}));
    waiting_ += hasher_.hex();
    hand_over();
    writer_->flush();
    file_->commit_synced();
}

BlockFileReader::BlockFileReader(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) { // opening anything else might block
        throw MalformedBytes();
    }
    bytes_ = std::filesystem::file_size(path, error);
    file_.open(path, std::ios::binary);
    rewind();
}

void BlockFileReader::rewind() {
    file_.clear();
    file_.seekg(0);
    left_ = bytes_;
    hasher_ = std::make_unique<Hasher>();
    std::string line;
    read(line, first_line.size());
    if (line != first_line) {
        throw MalformedBytes();
    }
}

void BlockFileReader::read(std::string& bytes, std::uint64_t count) {
    if (count > left_) {
        throw MalformedBytes();
    }
    bytes.resize(count);
    file_.read(bytes.data(), static_cast<std::streamsize>(count));
    if (!file_) {
        throw MalformedBytes();
    }
    left_ -= count;
    hasher_->update(bytes);
}

void BlockFileReader::read_at(std::uint64_t position, std::string& block) {
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(position));
    left_ = bytes_ - position;
    read(block, length_bytes);
    read(block, read_little_endian(block));
}

bool BlockFileReader::next(std::string& block) {
    read(block, length_bytes);
    const std::uint64_t length = read_little_endian(block);
    if (length > 0) {
        read(block, length);
        return true;
    }
    const std::string digest = hasher_->hex();
    read(block, digest_digits);
    if (block != digest || left_ != 0) {
        throw MalformedBytes();
    }
    return false;
}

} // namespace recital
