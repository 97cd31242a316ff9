// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"

#include "container/book/application_tag.h"
#include "container/codec/aac.h"
#include "container/codec/mp3.h"
#include "container/codec/opus.h"
#include "container/codec/pcm.h"
#include "container/m4b/m4b.h"
#include "container/mp3/mp3.h"
#include "container/sidecar/playlist.h"
#include "container/wav/wav.h"
#include "container/xiph/flac.h"
#include "container/xiph/opus.h"

#include <algorithm>
#include <array>
#include <string>

namespace recital {

namespace {

template <typename CodecOfFormat>
std::unique_ptr<Codec> make(const FormatSettings& settings) {
    return std::make_unique<CodecOfFormat>(settings);
}

std::unique_ptr<Codec> make_pcm(const FormatSettings& /*settings*/) {
    return std::make_unique<PcmCodec>();
}

std::unique_ptr<BookWriter> open_riff(const Book& book, const TemporaryFile& file) {
    return open_wav(book, file);
}

/// How takes and files of a format are made, and how one tells who made a file.
struct FormatBackend {
    Format format;
    std::unique_ptr<Codec> (*make_codec)(const FormatSettings&);
    std::unique_ptr<BookWriter> (*open)(const Book&, const TemporaryFile&);
    std::string (*read_application)(const std::filesystem::path&);
};

constexpr std::array backends = {
    FormatBackend{Format::m4b, make<AacCodec>, open_m4b, read_m4b_application},
    FormatBackend{Format::mp3, make<Mp3Codec>, open_mp3, read_mp3_application},
    FormatBackend{Format::opus, make<OpusCodec>, open_opus, read_opus_application},
    FormatBackend{Format::flac, make_pcm, open_flac, read_flac_application},
    FormatBackend{Format::wav, make_pcm, open_riff, read_wav_application},
};

const FormatBackend& backend_of(Format format) {
    return *std::find_if(backends.begin(), backends.end(),
                         [format](const FormatBackend& work) { return work.format == format; });
}

} // namespace

std::unique_ptr<Codec> make_codec(const FormatSettings& settings) {
    return backend_of(settings.format).make_codec(settings);
}

std::unique_ptr<BookWriter> open_book_writer(const Book& book, const TemporaryFile& file) {
    return backend_of(book.format.format).open(book, file);
}

bool is_written_by_recital(const std::filesystem::path& path) {
    return is_recital_name(read_playlist_application(path)) ||
           std::any_of(backends.begin(), backends.end(), [&path](const FormatBackend& work) {
               return is_recital_name(work.read_application(path));
           });
}

} // namespace recital
