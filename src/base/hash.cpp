// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace recital {

namespace {

Digest from(XXH128_hash_t digest) {
    return {digest.high64, digest.low64};
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

std::string Hasher::hex() const {
    return from(XXH3_128bits_digest(state_.get())).hex();
}

Digest digest_of(std::string_view bytes) noexcept {
    return from(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string hash_hex(std::string_view bytes) {
    return digest_of(bytes).hex();
}

std::uint64_t hash_64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace recital
