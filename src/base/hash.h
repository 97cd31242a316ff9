// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace recital {

/// An XXH3-128 digest.
struct Digest {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    /// 32 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;
    /// The digest that `hex` wrote; nothing unless the text is 32 lower-case hexadecimal digits.
    [[nodiscard]] static std::optional<Digest> from_hex(std::string_view text);

    auto operator<=>(const Digest&) const = default;
};

/// Incremental XXH3 (xxHash specification, version 0.8): names and checks things, protects against no
/// adversary.
class Hasher {
public:
    Hasher();

    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes) { update(std::as_bytes(std::span(bytes))); }

    /// The 128-bit digest of all bytes so far.
    [[nodiscard]] Digest digest() const;
    /// The same as 32 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;

private:
    struct Free {
        void operator()(XXH3_state_s* state) const;
    };
    std::unique_ptr<XXH3_state_s, Free> state_;
};

/// XXH3-128 of the bytes.
[[nodiscard]] Digest digest_of(std::string_view bytes) noexcept;

/// XXH3-128 of the bytes as 32 hexadecimal digits.
[[nodiscard]] std::string hash_hex(std::string_view bytes);

/// XXH3-64 of the bytes, for checksums and seeds.
[[nodiscard]] std::uint64_t hash_64(std::string_view bytes);

} // namespace recital
