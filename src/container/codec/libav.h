// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec_library.h"

#include <memory>

/// Deleters and owning pointers for objects that libavcodec allocates.
namespace recital::libav {

struct FreeContext {
    void operator()(AVCodecContext* context) const { CodecLibrary::instance().free_context(&context); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { CodecLibrary::instance().free_packet(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { CodecLibrary::instance().free_frame(&frame); }
};
using CodecContext = std::unique_ptr<AVCodecContext, FreeContext>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;

} // namespace recital::libav
