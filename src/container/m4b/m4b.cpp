// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/m4b.h"

#include "container/book/splice.h"
#include "container/m4b/index.h"
#include "container/m4b/mp4_box.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace recital {

namespace {

M4bLayout lay_out(const Book& book) {
    M4bLayout layout;
    for (const BookChapter& chapter : book.chapters) {
        PacketTotals audio;
        for (const BookTake& take : chapter.takes) {
            audio += kept_packets(book, take);
        }
        layout.audio += audio;
        layout.chapters.push_back({chapter.title, chapter.samples(), audio.packets, audio.bytes});
    }
    return layout;
}

/// Leaves room for the table of the packets' sizes; where it begins.
std::uint64_t write_head(const M4bHead& head, std::uint64_t packets, FileWriter& out) {
    out.write(head.before_sizes);
    const std::uint64_t place = out.position();
    const std::string room(packet_size_bytes * 1024, '\0');
    for (std::uint64_t rest = packets * packet_size_bytes; rest > 0;) {
        const std::uint64_t block = std::min<std::uint64_t>(rest, room.size());
        out.write(std::string_view(room).substr(0, block));
        rest -= block;
    }
    out.write(head.after_sizes);
    return place;
}

/// `sizes_place`: of the table that the packets' sizes go to.
void write_packets(const Book& book, const TakeLoader& load, std::uint64_t sizes_place, FileWriter& out) {
    for (const BookChapter& chapter : book.chapters) {
        out.write(chapter_text_sample(chapter.title));
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            const auto [sizes, bytes] = spliced(book, entry, take);
            out.write(bytes);
            std::string table;
            for (const std::uint32_t size : sizes) {
                mp4::put(table, size);
            }
            out.rewrite(sizes_place, table);
            sizes_place += table.size();
        }
    }
}

} // namespace

void write_m4b(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    const M4bLayout layout = lay_out(book);
    FileWriter out(file.descriptor(), file.path().string());
    const std::uint64_t sizes_place = write_head(m4b_head(book, layout), layout.audio.packets, out);
    write_packets(book, load, sizes_place, out);
    out.flush();
}

std::string read_m4b_application(const std::filesystem::path& path) {
    constexpr std::size_t locale_bytes = 4;
    constexpr std::size_t max_bytes = 256;
    std::ifstream file(path, std::ios::binary);
    std::string value = mp4::find_box(file, "moov/udta/meta+/ilst/\xA9too/data+", max_bytes);
    value.erase(0, locale_bytes);
    return value;
}

} // namespace recital
