// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/libav_encoder.h"

#include "base/error.h"
#include "container/codec/libav.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/log.h>
}

#include <fmt/format.h>

#include <cstring>
#include <memory>
#include <string_view>

namespace recital {

namespace {

using libav::CodecContext;
using libav::Frame;
using libav::Packet;

/// A running encoder of one take.
class Encoding {
public:
    explicit Encoding(const LibavEncoder& encoder) : encoder_(encoder), packet_(libav_.alloc_packet()) {
        libav_.set_log_level(AV_LOG_QUIET);
        const AVCodec* codec = libav_.find_encoder_by_name(encoder.name);
        require(codec != nullptr, "libavcodec does not have it");
        context_.reset(libav_.alloc_context(codec));
        require(context_ != nullptr && packet_ != nullptr, "no memory");
        context_->sample_rate = encoder.sample_rate;
        context_->sample_fmt = encoder.is_planar ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_FLT;
        context_->ch_layout = AV_CHANNEL_LAYOUT_MONO;
        context_->bit_rate = encoder.bitrate;
        if (encoder.compression_level >= 0) {
            context_->compression_level = encoder.compression_level;
        }
        context_->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
        for (const auto& [name, value] : encoder.options) {
            require(libav_.set_option(context_->priv_data, name, value, 0) == 0,
                    "it does not know an option");
        }
        require(libav_.open(context_.get(), codec, nullptr) == 0, "it does not accept these settings");
        require(context_->frame_size == static_cast<int>(encoder.frame_samples),
                "its frame size is unexpected");
        require(context_->initial_padding == static_cast<int>(encoder.delay_samples),
                "its delay is unexpected");
    }

    /// One frame.
    void send(std::span<const float> samples, std::int64_t position) {
        const Frame frame(libav_.alloc_frame());
        require(frame != nullptr, "no memory");
        frame->nb_samples = static_cast<int>(samples.size());
        frame->format = context_->sample_fmt;
        frame->sample_rate = context_->sample_rate;
        frame->pts = position;
        require(libav_.copy_channel_layout(&frame->ch_layout, &context_->ch_layout) == 0, "no memory");
        require(libav_.get_frame_buffer(frame.get(), 0) == 0, "no memory");
        std::memcpy(frame->data[0], samples.data(), samples.size_bytes());
        require(libav_.send_frame(context_.get(), frame.get()) == 0, "a frame was refused");
        receive();
    }

    Packets finish() {
        require(libav_.send_frame(context_.get(), nullptr) == 0, "it does not finish");
        receive();
        return std::move(packets_);
    }

    void require(bool success, std::string_view what) const {
        if (!success) {
            throw Error(ErrorKind::engine, fmt::format("the encoder {} failed: {}", encoder_.name, what));
        }
    }

private:
    void receive() {
        while (libav_.receive_packet(context_.get(), packet_.get()) == 0) {
            packets_.sizes.push_back(static_cast<std::uint32_t>(packet_->size));
            packets_.bytes.append(reinterpret_cast<const char*>(packet_->data),
                                  static_cast<std::size_t>(packet_->size));
            libav_.unref_packet(packet_.get());
        }
    }

    const libav::CodecLibrary& libav_ = libav::CodecLibrary::instance();
    const LibavEncoder& encoder_;
    Packet packet_;
    CodecContext context_;
    Packets packets_;
};

} // namespace

Packets encode_by(const LibavEncoder& encoder, std::span<const float> samples) {
    Encoding encoding(encoder);
    encoding.require(samples.size() % encoder.frame_samples == 0, "the last frame is incomplete");
    for (std::size_t position = 0; position < samples.size(); position += encoder.frame_samples) {
        encoding.send(samples.subspan(position, encoder.frame_samples), static_cast<std::int64_t>(position));
    }
    Packets packets = encoding.finish();
    const std::size_t needed =
        (samples.size() + encoder.delay_samples + encoder.frame_samples - 1) / encoder.frame_samples;
    encoding.require(packets.sizes.size() >= needed, "a packet is missing");
    while (packets.sizes.size() > needed) {
        packets.bytes.resize(packets.bytes.size() - packets.sizes.back());
        packets.sizes.pop_back();
    }
    return packets;
}

void load_encoders() {
    (void)libav::CodecLibrary::instance();
}

} // namespace recital
