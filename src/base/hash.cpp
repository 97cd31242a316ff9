// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>
#include <new>
#include <system_error>

namespace recital {

namespace {

Digest from(XXH128_hash_t digest) {
    return {digest.high64, digest.low64};
}

constexpr std::size_t digits_of_half = 16;

/// The number that 16 lower-case hexadecimal digits write; nothing for any other text.
std::optional<std::uint64_t> half_from_hex(std::string_view digits) {
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
    const bool is_lower_hex = digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return error == std::errc() && stop == end && is_lower_hex ? std::optional(value) : std::nullopt;
}

} // namespace

std::string Digest::hex() const {
    return fmt::format("{:016x}{:016x}", high, low);
}

void Hasher::Free::operator()(XXH3_state_s* state) const {
    XXH3_freeState(state);
}

Hasher::Hasher() : state_(XXH3_createState()) {
    if (state_ == nullptr) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(state_.get());
}

void Hasher::update(std::span<const std::byte> bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
}

Digest Hasher::digest() const {
    return from(XXH3_128bits_digest(state_.get()));
}

std::string Hasher::hex() const {
    return digest().hex();
}

Digest digest_of(std::string_view bytes) noexcept {
    return from(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string hash_hex(std::string_view bytes) {
    return digest_of(bytes).hex();
}

std::optional<Digest> Digest::from_hex(std::string_view text) {
    if (text.size() != 2 * digits_of_half) {
        return std::nullopt;
    }
    const auto high = half_from_hex(text.substr(0, digits_of_half));
    const auto low = half_from_hex(text.substr(digits_of_half));
    return high && low ? std::optional(Digest{*high, *low}) : std::nullopt;
}

std::uint64_t hash_64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace recital
