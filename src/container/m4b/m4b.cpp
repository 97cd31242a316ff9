// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/m4b.h"

#include "base/file.h"
#include "container/book/record.h"
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

/// Writes the index first: all of it but the sizes of the packets is known before the first take comes.
class M4bWriter : public BookWriter {
public:
    M4bWriter(const Book& book, const TemporaryFile& file)
        : BookWriter(book), out_(file.descriptor(), file.path().string()) {
        const M4bLayout layout = lay_out(book);
        const M4bHead head = m4b_head(book, layout);
        out_.write(head.before_sizes);
        next_size_ = out_.position();
        leave_room(layout.audio.packets * packet_size_bytes);
        out_.write(head.after_sizes);
    }

    void finish() override { out_.flush(); }

protected:
    void begin_chapter(const BookChapter& chapter) override {
        out_.write(chapter_text_sample(chapter.title));
    }

    void add_packets(const SplicedPackets& packets) override {
        out_.write(packets.bytes);
        std::string table;
        for (const std::uint32_t size : packets.sizes) {
            mp4::put(table, size);
        }
        out_.rewrite(next_size_, table);
        next_size_ += table.size();
    }

private:
    void leave_room(std::uint64_t bytes) {
        const std::string room(packet_size_bytes * 1024, '\0');
        while (bytes > 0) {
            const std::uint64_t block = std::min<std::uint64_t>(bytes, room.size());
            out_.write(std::string_view(room).substr(0, block));
            bytes -= block;
        }
    }

    FileWriter out_;
    std::uint64_t next_size_ = 0; ///< where in the file the size of the next packet belongs
};

} // namespace

std::unique_ptr<BookWriter> open_m4b(const Book& book, const TemporaryFile& file) {
    return std::make_unique<M4bWriter>(book, file);
}

BookStamp read_m4b_stamp(const std::filesystem::path& path) {
    constexpr std::size_t locale_bytes = 4;
    constexpr std::size_t max_application_bytes = 256;
    constexpr std::size_t max_record_bytes = std::size_t{1} << 26U; // what claims to be larger is damaged
    std::ifstream file(path, std::ios::binary);
    std::string application =
        mp4::find_box(file, "moov/udta/meta+/ilst/\xA9too/data+", max_application_bytes);
    application.erase(0, locale_bytes);
    if (application.empty()) {
        return {};
    }
    file.clear();
    return {application, mp4::find_free_form(file, record_owner, record_tag, max_record_bytes)};
}

} // namespace recital
