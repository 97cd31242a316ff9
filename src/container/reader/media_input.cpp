// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/media_input.h"

#include "base/error.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <new>
#include <string>

namespace recital::media {

namespace {

using libav::CodecLibrary;

/// libavformat's names of the readers that may be tried: no playlists, which would open further files.
constexpr const char* known_formats = "mov,mp3,ogg,flac,wav";
constexpr const char* known_to_people = "m4b, mp3, opus, flac, wav";

Error input_error(const std::string& message, const std::filesystem::path& path) {
    return {ErrorKind::input, message, {path.string(), 0}};
}

/// Throws where the path is nothing that bytes can be read from.
void check_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        throw input_error("there is no such file", path);
    }
    if (std::filesystem::is_directory(status)) {
        throw input_error("is a folder: name the audio files in it", path);
    }
    if (!std::filesystem::is_regular_file(status)) {
        throw input_error("is not a regular file", path);
    }
    if (std::filesystem::file_size(path, error) == 0) {
        throw input_error("is empty", path);
    }
    if (!std::ifstream(path, std::ios::binary)) {
        throw input_error("cannot be opened: permission denied", path);
    }
}

/// The format that the file's first bytes show; nothing where they show none that is known.
const AVInputFormat* probe(const std::filesystem::path& path) {
    constexpr std::size_t head_bytes = 4096;
    std::array<char, head_bytes + AVPROBE_PADDING_SIZE> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head_bytes);
    AVProbeData data{};
    data.filename = "";
    data.buf = reinterpret_cast<unsigned char*>(head.data());
    data.buf_size = static_cast<int>(file.gcount());
    const AVInputFormat* format = FormatLibrary::instance().probe_input_format(&data, 1);
    if (format == nullptr || CodecLibrary::instance().match_list(format->name, known_formats, ',') == 0) {
        return nullptr;
    }
    return format;
}

std::string reason(int status) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    CodecLibrary::instance().describe_error(status, text.data(), text.size());
    return text.data();
}

Error damaged_head(const std::filesystem::path& path, int status) {
    const AVInputFormat* format = probe(path);
    if (format == nullptr) {
        return input_error(fmt::format("is not an audio file that recital can read ({})", known_to_people),
                           path);
    }
    return input_error(fmt::format("begins like {}, but its header is cut off or damaged ({})",
                                   format->long_name, reason(status)),
                       path);
}

} // namespace

FormatContext open_format(const std::filesystem::path& path) {
    check_file(path);
    const CodecLibrary& libav = CodecLibrary::instance();
    libav.set_log_level(AV_LOG_QUIET);
    AVDictionary* options = nullptr;
    libav.set_entry(&options, "format_whitelist", known_formats, 0);
    libav.set_entry(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* opened = nullptr;
    // The protocol is named, for a file may be called "http:something".
    int status =
        FormatLibrary::instance().open_input(&opened, ("file:" + path.string()).c_str(), nullptr, &options);
    libav.free_dictionary(&options);
    FormatContext format(opened);
    if (status == 0) {
        status = FormatLibrary::instance().find_stream_info(format.get(), nullptr);
    }
    if (status < 0) {
        throw damaged_head(path, status);
    }
    return format;
}

AVStream* sound_stream(AVFormatContext& format, const std::filesystem::path& path) {
    const int found =
        FormatLibrary::instance().find_best_stream(&format, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (found < 0) {
        throw input_error("contains no audio", path);
    }
    for (unsigned n = 0; n < format.nb_streams; ++n) {
        if (static_cast<int>(n) != found) {
            format.streams[n]->discard = AVDISCARD_ALL;
        }
    }
    AVStream* stream = format.streams[found];
    constexpr int max_rate = 768000;
    if (stream->codecpar->sample_rate <= 0 || stream->codecpar->sample_rate > max_rate) {
        throw input_error("is damaged: its sample rate is impossible", path);
    }
    return stream;
}

CodecContext open_decoder(const AVStream& stream, const std::filesystem::path& path) {
    const CodecLibrary& libav = CodecLibrary::instance();
    const AVCodec* codec = libav.find_decoder(stream.codecpar->codec_id);
    CodecContext context(codec == nullptr ? nullptr : libav.alloc_context(codec));
    if (context == nullptr || libav.parameters_to_context(context.get(), stream.codecpar) < 0) {
        throw input_error("contains audio of a kind that cannot be decoded", path);
    }
    context->pkt_timebase = stream.time_base;
    context->thread_count = 1;
    context->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    if (libav.open(context.get(), codec, nullptr) < 0) {
        throw input_error("is damaged: its audio cannot be decoded", path);
    }
    return context;
}

Packet make_packet() {
    Packet packet(CodecLibrary::instance().alloc_packet());
    if (packet == nullptr) {
        throw std::bad_alloc();
    }
    return packet;
}

Frame make_frame() {
    Frame frame(CodecLibrary::instance().alloc_frame());
    if (frame == nullptr) {
        throw std::bad_alloc();
    }
    return frame;
}

std::optional<std::span<const float>> MonoConversion::to_mono(const AVFrame& frame,
                                                              std::vector<float>& block) {
    const FormatLibrary& formats = FormatLibrary::instance();
    if (frame.format != format_ || frame.ch_layout.nb_channels != channels_) {
        AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
        AVChannelLayout given = frame.ch_layout;
        SwrContext* made = nullptr;
        // Damaged frames may state another rate than the file; it is not followed.
        const int status =
            formats.set_conversion(&made, &mono, AV_SAMPLE_FMT_FLT, frame.sample_rate, &given,
                                   static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
        context_.reset(made);
        channels_ = 0; // until it is known that this can be converted
        // Else a sum of channels would come out louder than each of them.
        if (status == 0) {
            CodecLibrary::instance().set_option_to_number(made, "rematrix_maxval", 1, 0);
        }
        if (status < 0 || formats.init_conversion(context_.get()) < 0) {
            return std::nullopt;
        }
        format_ = frame.format;
        channels_ = frame.ch_layout.nb_channels;
    }
    block.resize(static_cast<std::size_t>(frame.nb_samples));
    auto* out = reinterpret_cast<std::uint8_t*>(block.data());
    auto** in = const_cast<const std::uint8_t**>(frame.extended_data); // the library's signature asks for it
    const int converted = formats.convert(context_.get(), &out, frame.nb_samples, in, frame.nb_samples);
    if (converted < 0) {
        return std::nullopt;
    }
    block.resize(static_cast<std::size_t>(converted));
    return std::span<const float>(block);
}

} // namespace recital::media
