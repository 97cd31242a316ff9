// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b.h"

#include "container/m4b_index.h"
#include "container/mp4_box.h"
#include "container/splice.h"

#include <fstream>
#include <string_view>

namespace recital {

namespace {

M4bLayout lay_out(const Book& book) {
    M4bLayout layout;
    for (const BookChapter& chapter : book.chapters) {
        M4bChapter entry{chapter.title, chapter.samples(), 0, 0};
        for (const BookTake& take : chapter.takes) {
            const std::size_t kept = kept_packets(book, take);
            for (std::size_t p = 0; p < kept; ++p) {
                layout.packet_sizes.push_back(take.packet_sizes[p]);
                entry.audio_bytes += take.packet_sizes[p];
            }
            entry.packets += kept;
        }
        layout.chapters.push_back(std::move(entry));
    }
    return layout;
}

void write_packets(const Book& book, const TakeLoader& load, FileWriter& out) {
    for (const BookChapter& chapter : book.chapters) {
        out.write(chapter_text_sample(chapter.title));
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            out.write(spliced(book, entry, take).bytes);
        }
    }
}

} // namespace

void write_m4b(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    const M4bLayout layout = lay_out(book);
    FileWriter out(file.descriptor(), file.path().string());
    out.write(m4b_head(book, layout));
    write_packets(book, load, out);
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
