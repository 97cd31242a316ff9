// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/book_reader.h"

#include "base/error.h"
#include "container/book/book.h"
#include "container/m4b/mp4_box.h"
#include "container/reader/media_input.h"
#include "container/reader/wav_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace recital {

using namespace media;
using libav::CodecLibrary;

struct BookReader::Input {
    explicit Input(const std::filesystem::path& path)
        : format(open_format(path)), stream(sound_stream(*format, path)),
          decoder(open_decoder(*stream, path)), packet(make_packet()), frame(make_frame()) {}

    FormatContext format;
    AVStream* stream;
    CodecContext decoder;
    Packet packet;
    Frame frame;
    MonoConversion conversion;
    bool at_end = false; ///< of the file: the decoder has been told
    double position = 0; ///< of the packet at hand, seconds
};

namespace {

/// The name by which recital knows the format.
std::string format_name(const AVFormatContext& format, const AVStream& stream) {
    const std::string name = format.iformat->name;
    if (name.starts_with("mov")) {
        return "m4b";
    }
    return name == "ogg" ? CodecLibrary::instance().name_of(stream.codecpar->codec_id) : name;
}

void add_tags(std::map<std::string, std::string>& tags, const AVDictionary* dictionary) {
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = CodecLibrary::instance().get_entry(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)) !=
           nullptr) {
        std::string name = entry->key;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        if (!name.starts_with("lyrics")) { // the whole text, and "lyrics-eng" of ID3
            tags.try_emplace(name, entry->value);
        }
    }
}

std::vector<ChapterMark> listed_chapters(const AVFormatContext& format) {
    std::vector<ChapterMark> chapters;
    for (unsigned n = 0; n < format.nb_chapters; ++n) {
        const AVChapter& chapter = *format.chapters[n];
        const AVDictionaryEntry* title =
            CodecLibrary::instance().get_entry(chapter.metadata, "title", nullptr, 0);
        chapters.push_back({title == nullptr ? "" : title->value,
                            static_cast<double>(chapter.start) * av_q2d(chapter.time_base)});
    }
    return chapters;
}

/// How many chapters the QuickTime chapter track has: libavformat fills its list up with Nero's.
std::size_t quicktime_chapters(const AVFormatContext& format) {
    for (unsigned n = 0; n < format.nb_streams; ++n) {
        const AVCodecParameters& parameters = *format.streams[n]->codecpar;
        if (parameters.codec_type == AVMEDIA_TYPE_DATA && parameters.codec_id == AV_CODEC_ID_BIN_DATA) {
            return static_cast<std::size_t>(
                media::FormatLibrary::instance().index_entries(format.streams[n]));
        }
    }
    return 0;
}

std::vector<ChapterList> mp4_chapter_lists(const AVFormatContext& format, const std::filesystem::path& path) {
    constexpr std::size_t max_bytes = std::size_t{1} << 17U; // 255 titles of 255 bytes fit
    std::vector<ChapterList> lists;
    if (const std::size_t count = quicktime_chapters(format); count > 0) {
        auto chapters = listed_chapters(format);
        chapters.resize(std::min(count, chapters.size()));
        lists.push_back({"QuickTime chapter track", std::move(chapters)});
    }
    std::ifstream file(path, std::ios::binary);
    if (const std::string nero = mp4::find_box(file, "moov/udta/chpl+", max_bytes); !nero.empty()) {
        lists.push_back({"Nero chapter list", parse_nero_chapters(nero)});
    }
    return lists;
}

/// How long the stream says it is, and how finely it says so.
void describe_duration(BookInfo& info, const AVFormatContext& format, const AVStream& stream) {
    if (stream.duration == AV_NOPTS_VALUE || stream.duration < 0 ||
        format.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) {
        return;
    }
    std::int64_t samples =
        CodecLibrary::instance().rescale(stream.duration, stream.time_base, AVRational{1, info.rate});
    if (info.format == "opus") {
        samples -= stream.codecpar->initial_padding; // the pages count what is skipped, too (RFC 7845, 4.3)
    } else if (info.format == "mp3") {
        constexpr std::uint64_t max_padding = 3000; // libavformat counts whole frames, with delay and padding
        info.samples_tolerance = max_padding;
    } else if (info.format == "m4b") {
        // An edit list counts milliseconds, and decoding ends with a whole frame.
        info.samples_tolerance = static_cast<std::uint64_t>(info.rate) / 1000 + 1 +
                                 static_cast<std::uint64_t>(stream.codecpar->frame_size);
    }
    info.samples = static_cast<std::uint64_t>(std::max<std::int64_t>(0, samples));
}

/// ID3v2 Chapter Frame Addendum: the order of the frames says nothing, and taggers change it.
void sort_by_time(std::vector<ChapterMark>& chapters) {
    std::stable_sort(chapters.begin(), chapters.end(), [](const ChapterMark& one, const ChapterMark& other) {
        return one.start < other.start;
    });
}

void add_wave_notes(BookInfo& info, const std::filesystem::path& path) {
    WaveNotes notes = read_wave_notes(path);
    info.record = std::move(notes.record);
    info.chapter_lists.push_back({"cue points", std::move(notes.chapters)});
    info.open_ended =
        notes.open_ended && !info.is_written_by_recital(); // recital knows how long its books are
    if (info.open_ended) {
        info.samples.reset();
    }
}

BookInfo describe(const AVFormatContext& format, const AVStream& stream, const std::filesystem::path& path) {
    BookInfo info;
    info.format = format_name(format, stream);
    info.rate = stream.codecpar->sample_rate;
    info.channels = stream.codecpar->ch_layout.nb_channels;
    const AVCodecDescriptor* codec = CodecLibrary::instance().descriptor_of(stream.codecpar->codec_id);
    info.lossless = codec != nullptr && (codec->props & AV_CODEC_PROP_LOSSLESS) != 0;
    describe_duration(info, format, stream);
    add_tags(info.tags, format.metadata);
    add_tags(info.tags, stream.metadata);
    info.record = info.tag("recital");
    if (info.format == "wav") {
        add_wave_notes(info, path);
    } else if (info.format == "m4b") {
        info.chapter_lists = mp4_chapter_lists(format, path);
    } else {
        info.chapter_lists.push_back({"chapters", listed_chapters(format)});
    }
    if (info.format == "mp3") {
        sort_by_time(info.chapter_lists.front().chapters);
    }
    std::erase_if(info.chapter_lists, [](const ChapterList& list) { return list.chapters.empty(); });
    return info;
}

/// The samples of a frame as a lossless book's record counts them.
std::optional<std::string_view> sixteen_bit_mono(const AVFrame& frame) {
    const bool fits = (frame.format == AV_SAMPLE_FMT_S16 || frame.format == AV_SAMPLE_FMT_S16P) &&
                      frame.ch_layout.nb_channels == 1;
    if (!fits) {
        return std::nullopt;
    }
    return std::string_view(reinterpret_cast<const char*>(frame.data[0]),
                            static_cast<std::size_t>(frame.nb_samples) * sizeof(std::int16_t));
}

} // namespace

const std::vector<ChapterMark>& BookInfo::chapters() const {
    static const std::vector<ChapterMark> none;
    return chapter_lists.empty() ? none : chapter_lists.front().chapters;
}

std::string BookInfo::tag(const std::string& name) const {
    const auto found = tags.find(name);
    return found == tags.end() ? std::string() : found->second;
}

bool BookInfo::is_written_by_recital() const {
    return is_recital_name(tag("encoder"));
}

BookReader::BookReader(const std::filesystem::path& path) {
    try {
        input_ = std::make_unique<Input>(path);
        info_ = describe(*input_->format, *input_->stream, path);
    } catch (const Error& error) {
        throw Error(error.kind(), error.what(), {path.string(), 0});
    }
}

BookReader::~BookReader() = default;

void BookReader::take_note_of(bool cut, bool refused) {
    if ((cut || refused) && !damage_.first) {
        damage_.first = input_->position;
    }
    damage_.packets_cut += cut ? 1 : 0;
    damage_.packets_refused += refused ? 1 : 0;
}

/// Hands the decoder the next packet of the sound, or tells it of the end.
void BookReader::send_packet() {
    Input& in = *input_;
    while (media::FormatLibrary::instance().read_frame(in.format.get(), in.packet.get()) >= 0) {
        const PacketContent content(*in.packet);
        if (in.packet->stream_index != in.stream->index) {
            continue;
        }
        if (in.packet->pts != AV_NOPTS_VALUE) {
            in.position = std::max(0.0, static_cast<double>(in.packet->pts) * av_q2d(in.stream->time_base));
        }
        if (!info_.lossless && checksum_) {
            checksum_->add(
                {reinterpret_cast<const char*>(in.packet->data), static_cast<std::size_t>(in.packet->size)});
        }
        const bool cut = (in.packet->flags & AV_PKT_FLAG_CORRUPT) != 0 && !info_.open_ended;
        take_note_of(cut, CodecLibrary::instance().send_packet(in.decoder.get(), in.packet.get()) < 0);
        return;
    }
    in.at_end = true;
    (void)CodecLibrary::instance().send_packet(in.decoder.get(), nullptr);
}

void BookReader::add_samples_to_checksum() {
    if (info_.lossless && checksum_) {
        const auto samples = sixteen_bit_mono(*input_->frame);
        samples ? checksum_->add(*samples) : checksum_.reset();
    }
}

/// Nothing where the frame cannot be converted because it is not what the stream is: damaged packets may be
/// decoded into channels that no loudspeakers have.
std::optional<std::span<const float>> BookReader::converted() {
    Input& in = *input_;
    const auto samples = in.conversion.to_mono(*in.frame, block_);
    if (!samples && in.frame->ch_layout.nb_channels == info_.channels) {
        throw Error(
            ErrorKind::input,
            fmt::format(
                "its {} channels have a layout that cannot be mixed down: convert it to one or two channels",
                info_.channels));
    }
    return samples;
}

std::span<const float> BookReader::read() {
    Input& in = *input_;
    while (true) {
        const int status = CodecLibrary::instance().receive_frame(in.decoder.get(), in.frame.get());
        if (status == AVERROR_EOF) {
            return {};
        }
        if (status == AVERROR(EAGAIN)) {
            if (in.at_end) {
                return {};
            }
            send_packet();
        } else if (status < 0) {
            take_note_of(false, true);
        } else if (in.frame->nb_samples > 0) {
            add_samples_to_checksum();
            if (const auto samples = converted()) {
                return *samples;
            }
            take_note_of(false, true);
        }
    }
}

} // namespace recital
