// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace recital {

namespace {

std::string to_hex(XXH128_hash_t digest) {
    return fmt::format("{:016x}{:016x}", digest.high64, digest.low64);
}

} // namespace

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
    return to_hex(XXH3_128bits_digest(state_.get()));
}

std::string hash_hex(std::string_view bytes) {
    return to_hex(XXH3_128bits(bytes.data(), bytes.size()));
}

std::uint64_t hash_64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace recital
