// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/libav.h"
#include "container/reader/format_library.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Deleters and owning pointers for objects of libavformat and libswresample, and functions that create them.
namespace recital::media {

struct CloseFormat {
    void operator()(AVFormatContext* context) const { FormatLibrary::instance().close_input(&context); }
};
struct FreeConversion {
    void operator()(SwrContext* context) const { FormatLibrary::instance().free_conversion(&context); }
};
using FormatContext = std::unique_ptr<AVFormatContext, CloseFormat>;
using libav::CodecContext;
using libav::Frame;
using libav::Packet;

/// Releases a packet's content at the end of its scope. The packet must outlive it.
class PacketContent {
public:
    explicit PacketContent(AVPacket& packet) : packet_(packet) {}
    PacketContent(const PacketContent&) = delete;
    PacketContent& operator=(const PacketContent&) = delete;
    ~PacketContent() { libav::CodecLibrary::instance().unref_packet(&packet_); }

private:
    AVPacket& packet_;
};

/// Opens a local file of one of the formats that recital knows, whatever its name is. Throws an `input` error
/// that says why it cannot be opened.
[[nodiscard]] FormatContext open_format(const std::filesystem::path& path);

/// Finds the audio stream; all other streams are discarded. Throws an `input` error if there is none. The
/// stream belongs to `format`.
[[nodiscard]] AVStream* sound_stream(AVFormatContext& format, const std::filesystem::path& path);

/// Opens a decoder for the stream that reports damaged packets. Throws an `input` error.
[[nodiscard]] CodecContext open_decoder(const AVStream& stream, const std::filesystem::path& path);

/// Throw std::bad_alloc.
[[nodiscard]] Packet make_packet();
[[nodiscard]] Frame make_frame();

/// Turns frames of any sample format and number of channels into floating-point mono.
class MonoConversion {
public:
    /// Converts the frame's samples into `block` and returns a view of it; `nullopt` if the channel layout is
    /// unknown.
    [[nodiscard]] std::optional<std::span<const float>> to_mono(const AVFrame& frame,
                                                                std::vector<float>& block);

private:
    std::unique_ptr<SwrContext, FreeConversion> context_;
    int format_ = -1;
    int channels_ = 0;
};

} // namespace recital::media
