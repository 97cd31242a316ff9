// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/plan_file.h"

#include "base/byte_order.h"
#include "base/error.h"
#include "base/json/json_line.h"
#include "base/system/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

namespace recital {

namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t offset_bytes = 8;

// Offsets have a fixed width in lines of a fixed number, so that the place of each is known.
constexpr std::size_t offsets_a_line = 512;
constexpr std::size_t offset_columns = 16; ///< with the comma or bracket behind it
constexpr std::string_view index_start = R"({"recital_plan_index":[)";
constexpr std::string_view index_end = "}";

constexpr std::uint64_t index_line_bytes(std::size_t offsets) {
    return index_start.size() + offsets * offset_columns + index_end.size() + 1;
}

constexpr std::size_t max_last_line = 4096;

} // namespace

PlanFileWriter::PlanFileWriter(const std::filesystem::path& path, const std::vector<std::string>& arguments)
    : file_(path), writer_(file_.descriptor(), path.string()), offsets_file_(path),
      offsets_(offsets_file_.descriptor(), offsets_file_.path().string()) {
    summary_.arguments = arguments;
    OrderedJson texts = OrderedJson::array();
    std::transform(arguments.begin(), arguments.end(), std::back_inserter(texts), json_of_text);
    write_line(to_checked_line({{"recital_plan_file", version}, {"arguments", texts}}));
}

void PlanFileWriter::write_line(std::string_view line) {
    const std::string bytes = fmt::format("{}\n", line);
    hasher_.update(bytes);
    writer_.write(bytes);
}

void PlanFileWriter::add(const PlanRecord& record) {
    std::string offset;
    put_little_endian(offset, writer_.position(), offset_bytes);
    offsets_.write(offset);
    write_line(to_line(record));
    ++summary_.books;
    summary_.seconds += record.seconds;
}

void PlanFileWriter::write_index() {
    offsets_.flush();
    const FileDescriptor offsets = offsets_file_.descriptor();
    std::string block(offsets_a_line * offset_bytes, '\0');
    for (std::uint64_t first = 0; first < summary_.books; first += offsets_a_line) {
        const ssize_t count =
            ::pread(offsets.get(), block.data(), block.size(), static_cast<off_t>(first * offset_bytes));
        if (count <= 0) {
            throw Error(ErrorKind::output, system_error_text(count < 0 ? errno : EIO),
                        {offsets_file_.path().string(), 0});
        }
        std::string line(index_start);
        for (std::string_view rest = std::string_view(block).substr(0, static_cast<std::size_t>(count));
             !rest.empty(); rest.remove_prefix(offset_bytes)) {
            line += fmt::format("{:>{}}{}", read_little_endian(rest.substr(0, offset_bytes)),
                                offset_columns - 1, rest.size() > offset_bytes ? ',' : ']');
        }
        write_line(line + std::string(index_end));
    }
}

PlanSummary PlanFileWriter::finish() {
    constexpr double units = 10; // the records have tenths of seconds
    summary_.seconds = std::round(summary_.seconds * units) / units;
    const std::uint64_t index = writer_.position();
    write_index();
    summary_.content = hasher_.digest();
    writer_.write(fmt::format("{}\n", to_checked_line({{"recital_plan_end", version},
                                                       {"books", summary_.books},
                                                       {"seconds", summary_.seconds},
                                                       {"index", index},
                                                       {"content", summary_.content.hex()}})));
    writer_.flush();
    file_.commit_synced();
    return summary_;
}

PlanFile::PlanFile(const std::filesystem::path& path) : path_(path) {
    require_regular_file(path);
    file_ = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!file_.is_open() || ::fstat(file_.get(), &status) != 0) {
        throw Error(ErrorKind::input, system_error_text(errno), {path.string(), 0});
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size == 0) {
        refuse("it is empty");
    }
    const std::uint64_t tail_bytes = std::min<std::uint64_t>(size, max_last_line);
    const std::string tail = read(size - tail_bytes, tail_bytes);
    if (!tail.ends_with('\n')) {
        refuse("its end is missing");
    }
    const auto break_before = tail.rfind('\n', tail.size() - 2);
    const std::size_t begin = break_before == std::string::npos ? 0 : break_before + 1;
    try {
        const std::string_view line = std::string_view(tail).substr(begin, tail.size() - 1 - begin);
        const OrderedJson end = parse_line(line);
        if (unsigned_of(end, "recital_plan_end") != version) {
            refuse("it has another version of the format");
        }
        check_checksum(line);
        index_ = unsigned_of(end, "index");
        summary_.books = unsigned_of(end, "books");
        summary_.seconds = seconds_of(end, "seconds");
        summary_.content = Digest::from_hex(string_of(end, "content")).value_or(Digest());
        const std::string head = read_line(0, summary_.books == 0 ? index_ : offset_of(0));
        check_checksum(head);
        const OrderedJson first = parse_line(head);
        for (const OrderedJson& argument : array_of(first, "arguments")) {
            summary_.arguments.push_back(text_of(argument));
        }
    } catch (const MalformedLine& damage) {
        refuse(damage.what());
    }
}

void PlanFile::refuse(const std::string& why) const {
    throw Error(ErrorKind::input,
                fmt::format("this is no complete plan: {}: make it with `recital plan`", why),
                {path_.string(), 0});
}

std::string PlanFile::read(std::uint64_t offset, std::uint64_t size) const {
    constexpr std::uint64_t max_bytes = std::uint64_t{1} << 26U; // no line is longer
    constexpr auto max_offset = static_cast<std::uint64_t>(std::numeric_limits<off_t>::max());
    if (size == 0 || size > max_bytes || offset > max_offset) {
        refuse("its index is damaged");
    }
    std::string bytes(size, '\0');
    const ssize_t count = ::pread(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0) {
        throw Error(ErrorKind::input, system_error_text(errno), {path_.string(), 0});
    }
    if (static_cast<std::size_t>(count) != bytes.size()) {
        refuse("it ends too early");
    }
    return bytes;
}

/// The line between two places, without its end.
std::string PlanFile::read_line(std::uint64_t begin, std::uint64_t end) const {
    std::string line = read(begin, end - begin);
    if (line.back() != '\n') {
        refuse("its index is damaged");
    }
    line.pop_back();
    return line;
}

std::uint64_t PlanFile::offset_of(std::size_t book) const {
    const std::uint64_t position = index_ + book / offsets_a_line * index_line_bytes(offsets_a_line) +
                                   index_start.size() + book % offsets_a_line * offset_columns;
    const std::string columns = read(position, offset_columns);
    std::string_view digits = std::string_view(columns).substr(0, offset_columns - 1);
    digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
    std::uint64_t offset = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') {
            refuse("its index is damaged");
        }
        offset = offset * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return offset;
}

PlanRecord PlanFile::record(std::size_t book) const {
    const std::uint64_t begin = offset_of(book);
    const std::uint64_t end = book + 1 < summary_.books ? offset_of(book + 1) : index_;
    const std::string line = read_line(begin, end);
    return read_plan_record(line, {path_.string(), book + 2});
}

} // namespace recital
