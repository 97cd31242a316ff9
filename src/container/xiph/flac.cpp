// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/xiph/flac.h"

#include "base/error.h"
#include "container/codec/pcm.h"
#include "container/xiph/vorbis_comments.h"

#include <FLAC/metadata.h>
#include <FLAC/stream_encoder.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <vector>

namespace recital {

namespace {

constexpr unsigned compression_level = 5;
constexpr unsigned seconds_between_seek_points = 10;

struct DeleteEncoder {
    void operator()(FLAC__StreamEncoder* encoder) const { FLAC__stream_encoder_delete(encoder); }
};
struct DeleteMetadata {
    void operator()(FLAC__StreamMetadata* block) const { FLAC__metadata_object_delete(block); }
};
using Metadata = std::unique_ptr<FLAC__StreamMetadata, DeleteMetadata>;

void require(bool success, const char* what) {
    if (!success) {
        throw Error(ErrorKind::output, fmt::format("the FLAC encoder failed: {}", what));
    }
}

/// Where the encoder's bytes go. It writes from front to back and returns to the head when all is done.
class FlacSink {
public:
    explicit FlacSink(const TemporaryFile& file) : out_(file.descriptor(), file.path().string()) {}

    [[nodiscard]] std::uint64_t position() const { return position_; }
    void seek(std::uint64_t position) { position_ = position; }

    /// False where it failed: the reason is kept, for no exception may pass through a library written in C.
    bool write(std::string_view bytes) noexcept {
        try {
            if (position_ == out_.position()) {
                out_.write(bytes);
            } else {
                out_.rewrite(position_, bytes);
            }
            position_ += bytes.size();
            return true;
        } catch (...) {
            failure_ = std::current_exception();
            return false;
        }
    }

    void rethrow_failure() const {
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

    void flush() { out_.flush(); }

private:
    FileWriter out_;
    std::uint64_t position_ = 0;
    std::exception_ptr failure_;
};

FLAC__StreamEncoderWriteStatus write_bytes(const FLAC__StreamEncoder* /*encoder*/, const FLAC__byte* buffer,
                                           std::size_t bytes, std::uint32_t /*samples*/,
                                           std::uint32_t /*frame*/, void* sink) {
    const bool written = static_cast<FlacSink*>(sink)->write({reinterpret_cast<const char*>(buffer), bytes});
    return written ? FLAC__STREAM_ENCODER_WRITE_STATUS_OK : FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
}

FLAC__StreamEncoderSeekStatus seek_to(const FLAC__StreamEncoder* /*encoder*/, FLAC__uint64 position,
                                      void* sink) {
    static_cast<FlacSink*>(sink)->seek(position);
    return FLAC__STREAM_ENCODER_SEEK_STATUS_OK;
}

FLAC__StreamEncoderTellStatus tell_position(const FLAC__StreamEncoder* /*encoder*/, FLAC__uint64* position,
                                            void* sink) {
    *position = static_cast<FlacSink*>(sink)->position();
    return FLAC__STREAM_ENCODER_TELL_STATUS_OK;
}

Metadata comment_block(const Book& book) {
    Metadata block(FLAC__metadata_object_new(FLAC__METADATA_TYPE_VORBIS_COMMENT));
    require(block != nullptr, "no memory");
    for (std::string& comment : vorbis_comments(book)) {
        const FLAC__StreamMetadata_VorbisComment_Entry entry{static_cast<FLAC__uint32>(comment.size()),
                                                             reinterpret_cast<FLAC__byte*>(comment.data())};
        require(FLAC__metadata_object_vorbiscomment_append_comment(block.get(), entry, 1) != 0, "no memory");
    }
    return block;
}

/// Null where the book has no cover.
Metadata picture_block(const Cover& cover) {
    if (cover.empty()) {
        return nullptr;
    }
    Metadata block(FLAC__metadata_object_new(FLAC__METADATA_TYPE_PICTURE));
    require(block != nullptr, "no memory");
    FLAC__StreamMetadata_Picture& picture = block->data.picture;
    picture.type = FLAC__STREAM_METADATA_PICTURE_TYPE_FRONT_COVER;
    picture.width = cover.width;
    picture.height = cover.height;
    picture.depth = cover_bits_per_pixel;
    std::string type = cover_media_type; // libFLAC copies both, but asks for them as if it might change them
    std::string jpeg = cover.jpeg;
    require(FLAC__metadata_object_picture_set_mime_type(block.get(), type.data(), 1) != 0 &&
                FLAC__metadata_object_picture_set_data(block.get(),
                                                       reinterpret_cast<FLAC__byte*>(jpeg.data()),
                                                       static_cast<FLAC__uint32>(jpeg.size()), 1) != 0,
            "no memory");
    return block;
}

Metadata seek_table(const Book& book) {
    Metadata block(FLAC__metadata_object_new(FLAC__METADATA_TYPE_SEEKTABLE));
    require(block != nullptr, "no memory");
    const auto spacing = static_cast<std::uint32_t>(book.format.sample_rate) * seconds_between_seek_points;
    require(FLAC__metadata_object_seektable_template_append_spaced_points_by_samples(block.get(), spacing,
                                                                                     book.samples()) != 0 &&
                FLAC__metadata_object_seektable_template_sort(block.get(), 1) != 0,
            "no memory");
    return block;
}

/// libFLAC's encoder over one file.
class FlacEncoder {
public:
    FlacEncoder(const Book& book, const TemporaryFile& file)
        : sink_(file), seek_table_(seek_table(book)), comments_(comment_block(book)),
          picture_(picture_block(book.cover)), encoder_(FLAC__stream_encoder_new()) {
        require(encoder_ != nullptr, "no memory");
        FLAC__StreamEncoder* encoder = encoder_.get();
        std::array<FLAC__StreamMetadata*, 3> blocks = {seek_table_.get(), comments_.get(), picture_.get()};
        const auto count = static_cast<std::uint32_t>(picture_ == nullptr ? 2 : 3);
        const bool settled = FLAC__stream_encoder_set_channels(encoder, 1) != 0 &&
                             FLAC__stream_encoder_set_bits_per_sample(encoder, 16) != 0 &&
                             FLAC__stream_encoder_set_sample_rate(
                                 encoder, static_cast<std::uint32_t>(book.format.sample_rate)) != 0 &&
                             FLAC__stream_encoder_set_compression_level(encoder, compression_level) != 0 &&
                             // Frames cannot state every rate; the head of the file can.
                             FLAC__stream_encoder_set_streamable_subset(encoder, 0) != 0 &&
                             FLAC__stream_encoder_set_total_samples_estimate(encoder, book.samples()) != 0 &&
                             FLAC__stream_encoder_set_metadata(encoder, blocks.data(), count) != 0;
        require(settled, "it does not accept these settings");
        require_written(FLAC__stream_encoder_init_stream(encoder, write_bytes, seek_to, tell_position,
                                                         nullptr,
                                                         &sink_) == FLAC__STREAM_ENCODER_INIT_STATUS_OK);
    }

    /// `bytes`: samples as a take holds them.
    void add(std::string_view bytes) {
        constexpr std::size_t block_bytes = std::size_t{4096} * sizeof(std::int16_t);
        std::vector<FLAC__int32> wide;
        for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), block_bytes))) {
            const auto samples = pcm_samples(bytes.substr(0, block_bytes));
            wide.assign(samples.begin(), samples.end());
            require_written(FLAC__stream_encoder_process_interleaved(
                                encoder_.get(), wide.data(), static_cast<std::uint32_t>(wide.size())) != 0);
        }
    }

    void finish() {
        require_written(FLAC__stream_encoder_finish(encoder_.get()) != 0);
        sink_.flush();
    }

private:
    void require_written(bool success) const {
        sink_.rethrow_failure();
        require(success, "it does not continue");
    }

    FlacSink sink_;
    Metadata seek_table_; // all are used until the end
    Metadata comments_;
    Metadata picture_;
    std::unique_ptr<FLAC__StreamEncoder, DeleteEncoder> encoder_;
};

class FlacWriter : public BookWriter {
public:
    FlacWriter(const Book& book, const TemporaryFile& file) : BookWriter(book), encoder_(book, file) {}

    void finish() override { encoder_.finish(); }

protected:
    void add_packets(const SplicedPackets& packets) override { encoder_.add(packets.bytes); }

private:
    FlacEncoder encoder_;
};

} // namespace

std::unique_ptr<BookWriter> open_flac(const Book& book, const TemporaryFile& file) {
    return std::make_unique<FlacWriter>(book, file);
}

} // namespace recital
