// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/aac_codec.h"

#include "base/error.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
}

#include <algorithm>
#include <cstring>

namespace recital {

namespace {

struct FreeContext {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
using Context = std::unique_ptr<AVCodecContext, FreeContext>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;

void require(bool success, const char* what) {
    if (!success) {
        throw Error(ErrorKind::engine, std::string("the AAC encoder failed: ") + what);
    }
}

Context open_encoder(const FormatSettings& settings) {
    av_log_set_level(AV_LOG_QUIET);
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    require(codec != nullptr, "libavcodec has none");
    Context context(avcodec_alloc_context3(codec));
    require(context != nullptr, "no memory");
    context->sample_rate = settings.sample_rate;
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    context->ch_layout = AV_CHANNEL_LAYOUT_MONO;
    context->bit_rate = settings.bitrate;
    context->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(context->priv_data, "aac_coder", "fast", 0);
    require(avcodec_open2(context.get(), codec, nullptr) == 0, "it does not take these settings");
    require(context->initial_padding == static_cast<int>(AacCodec::delay_samples), "its delay is unknown");
    return context;
}

void receive(AVCodecContext& context, AVPacket& packet, Packets& packets) {
    while (avcodec_receive_packet(&context, &packet) == 0) {
        packets.sizes.push_back(static_cast<std::uint32_t>(packet.size));
        packets.bytes.append(reinterpret_cast<const char*>(packet.data),
                             static_cast<std::size_t>(packet.size));
        av_packet_unref(&packet);
    }
}

} // namespace

Packets AacCodec::encode(std::span<const float> samples) {
    const Context context = open_encoder(settings_);
    const auto frame_samples = static_cast<std::size_t>(context->frame_size);
    const Packet packet(av_packet_alloc());
    require(packet != nullptr, "no memory");
    Packets packets;
    for (std::size_t position = 0; position < samples.size(); position += frame_samples) {
        const Frame frame(av_frame_alloc());
        require(frame != nullptr, "no memory");
        frame->nb_samples = static_cast<int>(frame_samples);
        frame->format = context->sample_fmt;
        frame->sample_rate = context->sample_rate;
        frame->pts = static_cast<std::int64_t>(position);
        require(av_channel_layout_copy(&frame->ch_layout, &context->ch_layout) == 0, "no memory");
        require(av_frame_get_buffer(frame.get(), 0) == 0, "no memory");
        std::memcpy(frame->data[0], &samples[position], frame_samples * sizeof(float));
        require(avcodec_send_frame(context.get(), frame.get()) == 0, "a frame was refused");
        receive(*context, *packet, packets);
    }
    require(avcodec_send_frame(context.get(), nullptr) == 0, "it does not finish");
    receive(*context, *packet, packets);
    require(packets.sizes.size() == samples.size() / frame_samples + 1, "a packet is missing");
    return packets;
}

} // namespace recital
