// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"

#include "base/error.h"
#include "base/unicode.h"
#include "container/book/stamp.h"
#include "container/m4b/m4b.h"
#include "container/mp3/mp3.h"
#include "container/reader/wav_reader.h"
#include "container/sidecar/playlist.h"
#include "container/wav/wav.h"
#include "container/xiph/flac.h"
#include "container/xiph/opus.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace recital {

namespace {

std::unique_ptr<BookWriter> open_riff(const Book& book, const TemporaryFile& file) {
    return open_wav(book, file);
}

// The numbers of the VorbisComment chapter extension have three digits.
constexpr std::size_t max_numbered = 999;
// A cue point of a WAVE file has 32 bits.
constexpr std::uint64_t last_cue_point = UINT32_MAX;

constexpr std::size_t any_number = AudioContainer::any_number;
constexpr std::uint64_t any_time = AudioContainer::any_time;

constexpr std::array formats = {
    AudioContainer{Format::m4b, "m4b", &aac_codec, any_number, any_time, open_m4b, read_m4b_stamp},
    AudioContainer{Format::mp3, "mp3", &mp3_codec, any_number, any_time, open_mp3, read_mp3_stamp},
    AudioContainer{Format::opus, "opus", &opus_codec, max_numbered, any_time, open_opus, read_opus_stamp},
    AudioContainer{Format::flac, "flac", &pcm_codec, max_numbered, any_time, open_flac, read_flac_stamp},
    AudioContainer{Format::wav, "wav", &pcm_codec, any_number, last_cue_point, open_riff, read_wav_stamp},
};

const AudioContainer& named(std::string_view name) {
    const auto* container =
        std::find_if(formats.begin(), formats.end(),
                     [name](const AudioContainer& candidate) { return candidate.name == name; });
    if (container == formats.end()) {
        std::vector<std::string_view> names;
        std::transform(formats.begin(), formats.end(), std::back_inserter(names),
                       [](const AudioContainer& candidate) { return candidate.name; });
        throw Error(ErrorKind::usage,
                    fmt::format("unknown format '{}': choose one of {}", name, fmt::join(names, ", ")));
    }
    return *container;
}

} // namespace

std::span<const AudioContainer> all_formats() {
    return formats;
}

const AudioContainer& traits_of(Format format) {
    return *std::find_if(formats.begin(), formats.end(),
                         [format](const AudioContainer& container) { return container.format == format; });
}

std::size_t AudioContainer::marked_chapters(std::span<const std::uint64_t> starts) const {
    const auto marked = std::upper_bound(starts.begin(), starts.end(), last_start) - starts.begin();
    return std::min(static_cast<std::size_t>(marked), max_chapters);
}

FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate) {
    const AudioContainer& container = named(name);
    const AudioCodec& codec = *container.codec;
    if (bitrate != 0 && codec.is_lossless()) {
        throw Error(ErrorKind::usage, fmt::format("--bitrate has no meaning in {}, which is lossless", name));
    }
    FormatSettings settings;
    settings.format = container.format;
    settings.codec = &codec;
    settings.sample_rate = sample_rate == 0 ? codec.default_sample_rate : sample_rate;
    settings.bitrate = bitrate == 0 ? codec.default_bitrate : bitrate;
    check(settings, name);
    return settings;
}

std::vector<FormatSettings> make_formats(std::span<const std::string> names, int sample_rate, int bitrate) {
    const auto codec_of = [](const std::string& name) -> const AudioCodec& { return *named(name).codec; };
    const bool some_rate = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return codec_of(name).has_choice_of_rate();
    });
    const bool some_bitrate = std::any_of(
        names.begin(), names.end(), [&](const std::string& name) { return !codec_of(name).is_lossless(); });
    std::vector<FormatSettings> settings;
    for (const std::string& name : names) {
        const AudioContainer& container = named(name);
        const bool spare_rate = some_rate && !container.codec->has_choice_of_rate();
        const bool spare_bitrate = some_bitrate && container.codec->is_lossless();
        const bool is_new = std::none_of(settings.begin(), settings.end(), [&](const FormatSettings& other) {
            return other.format == container.format;
        });
        if (is_new) {
            settings.push_back(
                make_format_settings(name, spare_rate ? 0 : sample_rate, spare_bitrate ? 0 : bitrate));
        }
    }
    return settings;
}

std::unique_ptr<BookWriter> open_book_writer(const Book& book, const TemporaryFile& file) {
    return book.format.traits().open(book, file);
}

BookStamp read_stamp(const std::filesystem::path& path) {
    if (std::error_code ignored; !std::filesystem::is_regular_file(path, ignored)) {
        return {}; // opening anything else might block
    }
    const std::string extension = fold_case(path.extension().string());
    const auto is_named = [&extension](const AudioContainer& container) {
        return extension.size() > 1 && container.name == std::string_view(extension).substr(1);
    };
    auto order = formats; // the format that the name states is tried first, and nearly always the right one
    std::stable_partition(order.begin(), order.end(), is_named);
    for (const AudioContainer& container : order) {
        if (BookStamp stamp = container.read_stamp(path); is_recital_name(stamp.application)) {
            return stamp;
        }
    }
    return {};
}

bool is_written_by_recital(const std::filesystem::path& path) {
    if (std::error_code ignored; !std::filesystem::is_regular_file(path, ignored)) {
        return false;
    }
    return is_recital_name(read_stamp(path).application) || is_recital_name(read_playlist_application(path));
}

} // namespace recital
