// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/external_sorter.h"

#include "base/byte_order.h"
#include "base/error.h"
#include "base/system/system_error.h"

#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <tuple>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t length_bytes = 4;
constexpr std::size_t max_parts = 64; ///< that are merged at once: each has a buffer
constexpr std::size_t read_bytes = std::size_t{1} << 16U;

bool is_before(const ExternalSorter::Entry& left, const ExternalSorter::Entry& right) {
    return std::tie(left.key, left.value) < std::tie(right.key, right.value);
}

void write_entry(FileWriter& writer, const ExternalSorter::Entry& entry) {
    std::string lengths;
    put_little_endian(lengths, entry.key.size(), length_bytes);
    put_little_endian(lengths, entry.value.size(), length_bytes);
    writer.write(lengths);
    writer.write(entry.key);
    writer.write(entry.value);
}

} // namespace

/// Reads a sorted part of the file.
class ExternalSorter::Run {
public:
    Run(int descriptor, const Part& part) : descriptor_(descriptor), position_(part.begin), end_(part.end) {
        advance();
    }

    [[nodiscard]] bool is_at_end() const { return is_at_end_; }
    /// Valid until `advance`.
    [[nodiscard]] const Entry& entry() const { return entry_; }

    void advance() {
        start_ += used_;
        used_ = 0;
        is_at_end_ = start_ == buffer_.size() && position_ == end_;
        if (is_at_end_) {
            return;
        }
        fill(2 * length_bytes);
        const std::string_view head = std::string_view(buffer_).substr(start_);
        const std::size_t key_bytes = read_little_endian(head.substr(0, length_bytes));
        const std::size_t value_bytes = read_little_endian(head.substr(length_bytes, length_bytes));
        used_ = 2 * length_bytes + key_bytes + value_bytes;
        fill(used_);
        const std::string_view content = std::string_view(buffer_).substr(start_ + 2 * length_bytes);
        entry_ = {content.substr(0, key_bytes), content.substr(key_bytes, value_bytes)};
    }

private:
    /// Has at least so many bytes in the buffer, from `start_` on.
    void fill(std::size_t bytes) {
        if (buffer_.size() - start_ >= bytes) {
            return;
        }
        buffer_.erase(0, start_);
        start_ = 0;
        while (buffer_.size() < bytes) {
            const std::size_t before = buffer_.size();
            const std::size_t wanted =
                std::min<std::uint64_t>(std::max(read_bytes, bytes - before), end_ - position_);
            buffer_.resize(before + wanted);
            const ssize_t count =
                ::pread(descriptor_, buffer_.data() + before, wanted, static_cast<off_t>(position_));
            if (count <= 0) {
                throw Error(ErrorKind::output,
                            "a temporary file cannot be read: " + system_error_text(count < 0 ? errno : EIO));
            }
            buffer_.resize(before + static_cast<std::size_t>(count));
            position_ += static_cast<std::uint64_t>(count);
        }
    }

    int descriptor_;
    std::uint64_t position_;
    std::uint64_t end_;
    std::string buffer_;
    std::size_t start_ = 0; ///< of the entry in the buffer
    std::size_t used_ = 0;  ///< bytes that the entry takes there
    Entry entry_;
    bool is_at_end_ = false;
};

/// The smallest entry of several sorted parts, one after the other.
class ExternalSorter::Merge {
public:
    Merge(FileDescriptor file, std::vector<Part>::const_iterator first,
          std::vector<Part>::const_iterator last)
        : file_(std::move(file)) {
        for (; first != last; ++first) {
            runs_.emplace_back(file_.get(), *first);
        }
        for (Run& run : runs_) {
            heap_.push_back(&run);
        }
        std::make_heap(heap_.begin(), heap_.end(), is_later);
    }

    bool next(Entry& entry) {
        if (last_ != nullptr) {
            last_->advance();
            heap_.push_back(last_);
            std::push_heap(heap_.begin(), heap_.end(), is_later);
        }
        if (heap_.empty() || heap_.front()->is_at_end()) {
            last_ = nullptr;
            heap_.clear();
            return false;
        }
        std::pop_heap(heap_.begin(), heap_.end(), is_later);
        last_ = heap_.back();
        heap_.pop_back();
        entry = last_->entry();
        return true;
    }

private:
    static bool is_later(const Run* left, const Run* right) {
        if (left->is_at_end() || right->is_at_end()) {
            return left->is_at_end() && !right->is_at_end();
        }
        return is_before(right->entry(), left->entry());
    }

    FileDescriptor file_;
    std::deque<Run> runs_; // which the heap points to
    std::vector<Run*> heap_;
    Run* last_ = nullptr; ///< whose entry was returned
};

ExternalSorter::ExternalSorter(std::filesystem::path folder, std::size_t memory_bytes)
    : folder_(std::move(folder)), memory_bytes_(memory_bytes) {}
ExternalSorter::~ExternalSorter() = default;
ExternalSorter::ExternalSorter(ExternalSorter&&) noexcept = default;
ExternalSorter& ExternalSorter::operator=(ExternalSorter&&) noexcept = default;

void ExternalSorter::add(std::string_view key, std::string_view value) {
    if (!places_.empty() &&
        buffer_.size() + key.size() + value.size() + places_.size() * sizeof(Place) > memory_bytes_) {
        spill();
    }
    places_.push_back(
        {buffer_.size(), static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(value.size())});
    buffer_ += key;
    buffer_ += value;
    ++size_;
}

ExternalSorter::Entry ExternalSorter::entry_at(const Place& place) const {
    const std::string_view bytes = buffer_;
    return {bytes.substr(place.begin, place.key_bytes),
            bytes.substr(place.begin + place.key_bytes, place.value_bytes)};
}

void ExternalSorter::sort_buffer() {
    std::sort(places_.begin(), places_.end(), [this](const Place& left, const Place& right) {
        return is_before(entry_at(left), entry_at(right));
    });
}

/// Moves what is in memory to the file, as one more part.
void ExternalSorter::spill() {
    if (!file_) {
        file_ = std::make_unique<TemporaryFile>(folder_ / "sorted");
        writer_ = std::make_unique<FileWriter>(file_->descriptor(), file_->path().string());
    }
    sort_buffer();
    Part part{writer_->position(), 0};
    for (const Place& place : places_) {
        write_entry(*writer_, entry_at(place));
    }
    part.end = writer_->position();
    parts_.push_back(part);
    buffer_.clear();
    places_.clear();
    if (parts_.size() >= max_parts * max_parts) {
        merge_parts();
    }
}

/// Fewer parts, each longer.
void ExternalSorter::merge_parts() {
    writer_->flush();
    auto file = std::make_unique<TemporaryFile>(folder_ / "sorted");
    auto writer = std::make_unique<FileWriter>(file->descriptor(), file->path().string());
    std::vector<Part> parts;
    for (std::size_t first = 0; first < parts_.size(); first += max_parts) {
        const std::size_t last = std::min(parts_.size(), first + max_parts);
        Merge merge(file_->descriptor(), parts_.begin() + static_cast<std::ptrdiff_t>(first),
                    parts_.begin() + static_cast<std::ptrdiff_t>(last));
        Part part{writer->position(), 0};
        for (Entry entry; merge.next(entry);) {
            write_entry(*writer, entry);
        }
        part.end = writer->position();
        parts.push_back(part);
    }
    file_ = std::move(file);
    writer_ = std::move(writer);
    parts_ = std::move(parts);
}

void ExternalSorter::start_reading() {
    is_read_ = true;
    next_ = 0;
    if (parts_.empty()) {
        sort_buffer();
        return;
    }
    if (!places_.empty()) {
        spill();
        buffer_ = {};
        places_ = {};
    }
    while (parts_.size() > max_parts) {
        merge_parts();
    }
    writer_->flush();
    merge_ = std::make_unique<Merge>(file_->descriptor(), parts_.begin(), parts_.end());
}

bool ExternalSorter::next(Entry& entry) {
    if (!is_read_) {
        start_reading();
    }
    if (merge_) {
        return merge_->next(entry);
    }
    if (next_ == places_.size()) {
        return false;
    }
    entry = entry_at(places_[next_++]);
    return true;
}

void ExternalSorter::rewind() {
    is_read_ = false;
}

} // namespace recital
