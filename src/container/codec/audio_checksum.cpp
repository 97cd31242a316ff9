// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/audio_checksum.h"

#include <zlib.h>

namespace recital {

void AudioChecksum::add(std::string_view bytes) {
    value_ = static_cast<std::uint32_t>(
        crc32_z(value_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    bytes_ += bytes.size();
}

void AudioChecksum::append(const AudioChecksum& next) {
    value_ =
        static_cast<std::uint32_t>(crc32_combine(value_, next.value_, static_cast<z_off_t>(next.bytes_)));
    bytes_ += next.bytes_;
}

} // namespace recital
