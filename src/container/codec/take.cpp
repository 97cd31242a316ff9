// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/take.h"

#include "base/error.h"
#include "base/hash.h"

#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL TAKE 2\n";

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

/// Reads the magic; the checksum of what stands behind it.
std::uint64_t read_checksum(Reader& reader) {
    if (reader.text(magic.size()) != magic) {
        damaged();
    }
    return reader.value<std::uint64_t>();
}

void read_key(Reader& reader, std::string_view key) {
    if (reader.text(reader.value<std::uint64_t>()) != key) {
        damaged();
    }
}

} // namespace

std::string serialise_take(const Take& take, std::string_view key) {
    std::string file(magic);
    file.reserve(take.packets.bytes.size() + take.packets.sizes.size() * sizeof(std::uint32_t) +
                 take.words.size() * sizeof(WordTime) + key.size() + 4096);
    append(file, std::uint64_t{0}); // the checksum's place
    const std::size_t body = file.size();
    append_text(file, key);
    append(file, take.samples);
    append_all(file, take.sentences);
    append_all(file, take.words);
    append(file, std::bit_cast<std::uint64_t>(take.limiter.max_gain_reduction));
    append(file, take.limiter.samples_over_3_db);
    append_all(file, take.packets.sizes);
    append_text(file, take.packets.bytes);

    const std::uint64_t checksum = hash_64(std::string_view(file).substr(body));
    std::memcpy(&file[magic.size()], &checksum, sizeof checksum);
    return file;
}

Take parse_take(std::string file, std::string_view key) {
    Reader reader(file);
    const std::uint64_t checksum = read_checksum(reader);
    if (hash_64(std::string_view(file).substr(magic.size() + sizeof checksum)) != checksum) {
        damaged();
    }
    read_key(reader, key);
    Take take;
    take.samples = reader.value<std::uint64_t>();
    take.sentences = reader.values<SampleRange>();
    take.words = reader.values<WordTime>();
    take.limiter.max_gain_reduction = std::bit_cast<double>(reader.value<std::uint64_t>());
    take.limiter.samples_over_3_db = reader.value<std::uint64_t>();
    take.packets.sizes = reader.values<std::uint32_t>();
    const std::string_view packets = reader.text(reader.value<std::uint64_t>());
    const auto first = static_cast<std::size_t>(packets.data() - file.data());
    file.resize(first + packets.size());
    file.erase(0, first);
    take.packets.bytes = std::move(file); // minutes of PCM are not held twice
    return take;
}

std::size_t take_head_bytes(std::string_view key) {
    return magic.size() + 2 * sizeof(std::uint64_t) + key.size() + sizeof(Take::samples);
}

std::uint64_t parse_take_length(std::string_view head, std::string_view key) {
    Reader reader(head);
    (void)read_checksum(reader);
    read_key(reader, key);
    return reader.value<std::uint64_t>();
}

} // namespace recital
