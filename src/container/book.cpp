// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book.h"

#include "container/aac_codec.h"
#include "container/m4b.h"
#include "container/pcm_codec.h"
#include "container/wav.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace recital {

std::uint64_t BookChapter::samples() const {
    return std::accumulate(takes.begin(), takes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const BookTake& take) { return sum + take.samples; });
}

std::uint64_t Book::samples() const {
    return std::accumulate(
        chapters.begin(), chapters.end(), std::uint64_t{0},
        [](std::uint64_t sum, const BookChapter& chapter) { return sum + chapter.samples(); });
}

BookTake make_book_take(std::string key, const Take& take, const FormatSettings& format) {
    BookTake entry{std::move(key), take.samples, take.packets.sizes, take.words.size(), take.limiter, {}, {}};
    const std::size_t frames = take.samples / format.traits().frame_samples;
    const std::size_t kept = std::min(frames, entry.packet_sizes.size());
    const std::size_t kept_bytes =
        std::accumulate(entry.packet_sizes.begin(),
                        entry.packet_sizes.begin() + static_cast<std::ptrdiff_t>(kept), std::size_t{0});
    const std::string_view bytes = take.packets.bytes;
    entry.kept.add(bytes.substr(0, kept_bytes));
    entry.rest.add(bytes.substr(kept_bytes));
    return entry;
}

std::unique_ptr<Codec> make_codec(const FormatSettings& settings) {
    switch (settings.format) {
    case Format::m4b:
        return std::make_unique<AacCodec>(settings);
    case Format::wav:
        return std::make_unique<PcmCodec>();
    }
    throw Error(ErrorKind::internal, "a format has no codec");
}

void write_book(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    switch (book.format.format) {
    case Format::m4b:
        return write_m4b(book, load, file);
    case Format::wav:
        return write_wav(book, load, file);
    }
}

bool is_our_work(const std::filesystem::path& path) {
    return read_m4b_tool(path).starts_with("recital ") || read_wav_tool(path).starts_with("recital ");
}

std::string_view tool_name() {
    return "recital " RECITAL_VERSION;
}

} // namespace recital
