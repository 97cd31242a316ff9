// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/take.h"

#include "base/error.h"
#include "base/hash.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL TAKE 3\n";

static_assert(std::endian::native == std::endian::little, "take files hold numbers as they lie in memory");

template <typename Value>
void append(std::string& out, const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value>);
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Value>
void append_all(std::string& out, const std::vector<Value>& values) {
    append(out, static_cast<std::uint64_t>(values.size()));
    for (const Value& value : values) {
        append(out, value);
    }
}

void append_text(std::string& out, std::string_view text) {
    append(out, static_cast<std::uint64_t>(text.size()));
    out += text;
}

[[noreturn]] void damaged() {
    throw Error(ErrorKind::engine, "a stored take is damaged");
}

/// Reads what `append` wrote, never past the end.
class Reader {
public:
    explicit Reader(std::string_view rest) : rest_(rest) {}

    std::string_view text(std::uint64_t size) {
        if (size > rest_.size()) {
            damaged();
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    template <typename Value>
    Value value() {
        Value result{};
        std::memcpy(&result, text(sizeof result).data(), sizeof result);
        return result;
    }

    template <typename Value>
    std::vector<Value> values() {
        const auto count = value<std::uint64_t>();
        if (count > rest_.size() / sizeof(Value)) {
            damaged();
        }
        const std::string_view bytes = text(count * sizeof(Value));
        std::vector<Value> result(count);
        if (count > 0) { // an empty vector has no memory to copy to
            std::memcpy(result.data(), bytes.data(), bytes.size());
        }
        return result;
    }

private:
    std::string_view rest_;
};

PacketTotals totals_of(std::span<const std::uint32_t> sizes) {
    PacketTotals totals;
    for (const std::uint32_t size : sizes) {
        totals += {1, size, size};
    }
    return totals;
}

AudioChecksum checksum_of(std::string_view bytes) {
    AudioChecksum checksum;
    checksum.add(bytes);
    return checksum;
}

/// When what is heard, as it is stored.
std::string times_of(const Take& take) {
    std::string times;
    append_all(times, take.sentences);
    append_all(times, take.words);
    return times;
}

void append(std::string& out, const PacketTotals& totals) {
    append(out, totals.packets);
    append(out, totals.bytes);
    append(out, totals.largest);
}

PacketTotals read_totals(Reader& reader) {
    PacketTotals totals;
    totals.packets = reader.value<std::uint64_t>();
    totals.bytes = reader.value<std::uint64_t>();
    totals.largest = reader.value<std::uint32_t>();
    return totals;
}

TakeSummary read_summary(Reader& reader) {
    TakeSummary summary;
    summary.samples = reader.value<std::uint64_t>();
    summary.words = reader.value<std::uint64_t>();
    summary.limiter.max_gain_reduction = std::bit_cast<double>(reader.value<std::uint64_t>());
    summary.limiter.samples_over_3_db = reader.value<std::uint64_t>();
    summary.kept_packets = read_totals(reader);
    summary.kept = {reader.value<std::uint32_t>(), summary.kept_packets.bytes};
    summary.rest_packets = read_totals(reader);
    summary.rest = {reader.value<std::uint32_t>(), summary.rest_packets.bytes};
    summary.times = reader.value<std::uint64_t>();
    return summary;
}

/// The head of a file: what it says of the body, and the summary.
struct Head {
    std::uint64_t body_bytes = 0;
    std::uint64_t body_checksum = 0;
    TakeSummary summary;
};

std::string serialise_head(const Head& head, const TakeId& id) {
    std::string checked;
    append(checked, id.high);
    append(checked, id.low);
    append(checked, head.body_bytes);
    append(checked, head.body_checksum);
    checked += serialise_summary(head.summary);
    std::string out(magic);
    append(out, hash_64(checked));
    return out + checked;
}

Head read_head(Reader& reader, const TakeId& id) {
    if (reader.text(magic.size()) != magic) {
        damaged();
    }
    const auto checksum = reader.value<std::uint64_t>();
    const std::string_view checked = reader.text(take_head_bytes - magic.size() - sizeof checksum);
    if (hash_64(checked) != checksum) {
        damaged();
    }
    Reader content(checked);
    const TakeId found{content.value<std::uint64_t>(), content.value<std::uint64_t>()};
    if (found != id) {
        damaged();
    }
    Head head;
    head.body_bytes = content.value<std::uint64_t>();
    head.body_checksum = content.value<std::uint64_t>();
    head.summary = read_summary(content);
    return head;
}

} // namespace

PacketTotals& PacketTotals::operator+=(const PacketTotals& more) {
    packets += more.packets;
    bytes += more.bytes;
    largest = std::max(largest, more.largest);
    return *this;
}

TakeSummary summarise(const Take& take, std::size_t frame_samples) {
    TakeSummary summary;
    summary.samples = take.samples;
    summary.words = take.words.size();
    summary.limiter = take.limiter;
    const std::span<const std::uint32_t> sizes = take.packets.sizes;
    const std::size_t kept = std::min<std::size_t>(take.samples / frame_samples, sizes.size());
    summary.kept_packets = totals_of(sizes.first(kept));
    summary.rest_packets = totals_of(sizes.subspan(kept));
    const std::string_view bytes = take.packets.bytes;
    summary.kept = checksum_of(bytes.substr(0, summary.kept_packets.bytes));
    summary.rest = checksum_of(bytes.substr(summary.kept_packets.bytes));
    summary.times = hash_64(times_of(take));
    return summary;
}

std::string serialise_summary(const TakeSummary& summary) {
    std::string out;
    append(out, summary.samples);
    append(out, summary.words);
    append(out, std::bit_cast<std::uint64_t>(summary.limiter.max_gain_reduction));
    append(out, summary.limiter.samples_over_3_db);
    append(out, summary.kept_packets);
    append(out, summary.kept.value());
    append(out, summary.rest_packets);
    append(out, summary.rest.value());
    append(out, summary.times);
    return out;
}

TakeSummary parse_summary(std::string_view bytes) {
    if (bytes.size() != take_summary_bytes) {
        damaged();
    }
    Reader reader(bytes);
    return read_summary(reader);
}

std::string serialise_take(const Take& take, const TakeSummary& summary, std::string_view key) {
    std::string body;
    body.reserve(take.packets.bytes.size() + take.packets.sizes.size() * sizeof(std::uint32_t) +
                 take.words.size() * sizeof(WordTime) + key.size() + 4096);
    append_text(body, key);
    body += times_of(take);
    append_all(body, take.packets.sizes);
    append_text(body, take.packets.bytes);
    return serialise_head({body.size(), hash_64(body), summary}, digest_of(key)) + body;
}

Take parse_take(std::string file, const TakeId& id) {
    Reader reader(file);
    const Head head = read_head(reader, id);
    const std::string_view body = std::string_view(file).substr(take_head_bytes);
    if (body.size() != head.body_bytes || hash_64(body) != head.body_checksum) {
        damaged();
    }
    (void)reader.text(reader.value<std::uint64_t>()); // the key, whose digest the head has
    Take take;
    take.samples = head.summary.samples;
    take.limiter = head.summary.limiter;
    take.sentences = reader.values<SampleRange>();
    take.words = reader.values<WordTime>();
    take.packets.sizes = reader.values<std::uint32_t>();
    const std::string_view packets = reader.text(reader.value<std::uint64_t>());
    if (totals_of(take.packets.sizes).bytes != packets.size()) {
        damaged();
    }
    const auto first = static_cast<std::size_t>(packets.data() - file.data());
    file.resize(first + packets.size());
    file.erase(0, first);
    take.packets.bytes = std::move(file); // minutes of PCM are not held twice
    return take;
}

TakeSummary parse_take_head(std::string_view head, const TakeId& id) {
    Reader reader(head);
    return read_head(reader, id).summary;
}

} // namespace recital
