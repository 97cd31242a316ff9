// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/flac_samples.h"

#include "base/error.h"

#include <FLAC/stream_decoder.h>
#include <FLAC/stream_encoder.h>

#include <algorithm>
#include <memory>

namespace recital {

namespace {

// Higher levels take twice the time for a hundredth of the bytes.
constexpr unsigned compression_level = 3;

struct DeleteEncoder {
    void operator()(FLAC__StreamEncoder* encoder) const { FLAC__stream_encoder_delete(encoder); }
};
struct DeleteDecoder {
    void operator()(FLAC__StreamDecoder* decoder) const { FLAC__stream_decoder_delete(decoder); }
};

void require(bool success, const char* what) {
    if (!success) {
        throw Error(ErrorKind::engine, what);
    }
}

FLAC__StreamEncoderWriteStatus append_bytes(const FLAC__StreamEncoder* /*encoder*/, const FLAC__byte* buffer,
                                            std::size_t bytes, std::uint32_t /*samples*/,
                                            std::uint32_t /*frame*/, void* out) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(buffer), bytes);
    return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
}

/// What a decoder reads from and writes to.
struct Decoding {
    std::string_view rest;
    std::size_t count;
    std::vector<std::int16_t> samples = {};
    bool has_failed = false;
};

FLAC__StreamDecoderReadStatus read_bytes(const FLAC__StreamDecoder* /*decoder*/, FLAC__byte* buffer,
                                         std::size_t* bytes, void* data) {
    std::string_view& rest = static_cast<Decoding*>(data)->rest;
    *bytes = std::min(*bytes, rest.size());
    std::copy_n(rest.begin(), *bytes, buffer);
    rest.remove_prefix(*bytes);
    return *bytes == 0 ? FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM
                       : FLAC__STREAM_DECODER_READ_STATUS_CONTINUE;
}

FLAC__StreamDecoderWriteStatus append_samples(const FLAC__StreamDecoder* /*decoder*/,
                                              const FLAC__Frame* frame, const FLAC__int32* const* channels,
                                              void* data) {
    Decoding& decoding = *static_cast<Decoding*>(data);
    const FLAC__FrameHeader& header = frame->header;
    if (header.channels != 1 || header.bits_per_sample != 16 ||
        header.blocksize > decoding.count - decoding.samples.size()) {
        decoding.has_failed = true;
        return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT;
    }
    std::transform(channels[0], channels[0] + header.blocksize, std::back_inserter(decoding.samples),
                   [](FLAC__int32 sample) { return static_cast<std::int16_t>(sample); });
    return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE;
}

void note_failure(const FLAC__StreamDecoder* /*decoder*/, FLAC__StreamDecoderErrorStatus /*status*/,
                  void* data) {
    static_cast<Decoding*>(data)->has_failed = true;
}

} // namespace

std::string encode_flac(std::span<const std::int16_t> samples, int sample_rate) {
    const std::unique_ptr<FLAC__StreamEncoder, DeleteEncoder> owner(FLAC__stream_encoder_new());
    FLAC__StreamEncoder* const encoder = owner.get();
    require(encoder != nullptr, "no memory for a FLAC encoder");
    std::string stream;
    const bool is_ready =
        FLAC__stream_encoder_set_channels(encoder, 1) != 0 &&
        FLAC__stream_encoder_set_bits_per_sample(encoder, 16) != 0 &&
        FLAC__stream_encoder_set_sample_rate(encoder, static_cast<std::uint32_t>(sample_rate)) != 0 &&
        FLAC__stream_encoder_set_compression_level(encoder, compression_level) != 0 &&
        FLAC__stream_encoder_set_total_samples_estimate(encoder, samples.size()) != 0 &&
        FLAC__stream_encoder_init_stream(encoder, append_bytes, nullptr, nullptr, nullptr, &stream) ==
            FLAC__STREAM_ENCODER_INIT_STATUS_OK;
    require(is_ready, "the FLAC encoder does not take these settings");
    const std::vector<FLAC__int32> wide(samples.begin(), samples.end());
    require(FLAC__stream_encoder_process_interleaved(encoder, wide.data(),
                                                     static_cast<std::uint32_t>(wide.size())) != 0 &&
                FLAC__stream_encoder_finish(encoder) != 0,
            "the FLAC encoder failed");
    return stream;
}

std::vector<std::int16_t> decode_flac(std::string_view stream, std::size_t count) {
    const std::unique_ptr<FLAC__StreamDecoder, DeleteDecoder> owner(FLAC__stream_decoder_new());
    FLAC__StreamDecoder* const decoder = owner.get();
    require(decoder != nullptr, "no memory for a FLAC decoder");
    Decoding decoding{stream, count};
    const bool is_decoded = FLAC__stream_decoder_init_stream(
                                decoder, read_bytes, nullptr, nullptr, nullptr, nullptr, append_samples,
                                nullptr, note_failure, &decoding) == FLAC__STREAM_DECODER_INIT_STATUS_OK &&
                            FLAC__stream_decoder_process_until_end_of_stream(decoder) != 0;
    require(is_decoded && !decoding.has_failed && decoding.samples.size() == count,
            "kept speech is no FLAC stream of its length");
    return std::move(decoding.samples);
}

} // namespace recital
