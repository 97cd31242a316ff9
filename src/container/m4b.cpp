// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b.h"

#include "base/error.h"
#include "container/m4b_index.h"
#include "container/mp4_box.h"

#include <fstream>
#include <string_view>

namespace recital {

namespace {

/// How many packets of a take stand in the book. A take has one packet more than frames, because each packet
/// is decoded with its successor: the next take's first packet serves as that successor, both being silence
/// there.
std::size_t kept_packets(const BookTake& take, bool is_last) {
    return take.packet_sizes.size() - (is_last ? 0 : 1);
}

M4bLayout lay_out(const Book& book) {
    M4bLayout layout;
    for (std::size_t c = 0; c < book.chapters.size(); ++c) {
        const BookChapter& chapter = book.chapters[c];
        M4bChapter entry{chapter.title, chapter.samples(), 0, 0};
        for (std::size_t t = 0; t < chapter.takes.size(); ++t) {
            const bool is_last = c + 1 == book.chapters.size() && t + 1 == chapter.takes.size();
            const std::size_t kept = kept_packets(chapter.takes[t], is_last);
            for (std::size_t p = 0; p < kept; ++p) {
                const std::uint32_t size = chapter.takes[t].packet_sizes[p];
                layout.packet_sizes.push_back(size);
                entry.audio_bytes += size;
            }
            entry.packets += kept;
        }
        layout.chapters.push_back(std::move(entry));
    }
    return layout;
}

void write_packets(const Book& book, const M4bLayout& layout, const TakeLoader& load, FileWriter& out) {
    std::size_t written = 0;
    for (const BookChapter& chapter : book.chapters) {
        out.write(chapter_text_sample(chapter.title));
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            std::string_view bytes = take.packets.bytes;
            written += take.packets.sizes.size();
            const bool is_last = written == layout.packet_sizes.size();
            if (!is_last) {
                bytes.remove_suffix(take.packets.sizes.back());
                --written;
            }
            out.write(bytes);
        }
    }
}

} // namespace

void write_m4b(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    const M4bLayout layout = lay_out(book);
    FileWriter out(file.descriptor(), file.path().string());
    out.write(m4b_head(book, layout));
    write_packets(book, layout, load, out);
    out.flush();
}

std::string read_m4b_tool(const std::filesystem::path& path) {
    constexpr std::size_t locale_bytes = 4;
    constexpr std::size_t most_bytes = 256;
    std::ifstream file(path, std::ios::binary);
    std::string value = mp4::find_box(file, "moov/udta/meta+/ilst/\xA9too/data+", most_bytes);
    value.erase(0, locale_bytes);
    return value;
}

} // namespace recital
