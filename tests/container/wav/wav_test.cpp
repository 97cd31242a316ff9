// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"
#include "container/wav/wav.h"
#include "support/books.h"
#include "support/players.h"
#include "support/program.h"

#include <gtest/gtest.h>
#include <sndfile.h>

#include <cstring>
#include <memory>

namespace recital {
namespace {

using namespace testing_support;

struct CloseFile {
    void operator()(SNDFILE* file) const { sf_close(file); }
};

/// A WAVE file as libsndfile reads it.
struct ReadWav {
    explicit ReadWav(const std::filesystem::path& path) : file(sf_open(path.c_str(), SFM_READ, &info)) {
        if (file == nullptr) {
            throw std::runtime_error(sf_strerror(nullptr));
        }
        samples.resize(static_cast<std::size_t>(info.frames));
        sf_read_short(file.get(), samples.data(), info.frames);
    }

    [[nodiscard]] std::string text(int type) const {
        const char* found = sf_get_string(file.get(), type);
        return found == nullptr ? "" : found;
    }

    [[nodiscard]] SF_CUES cues() const {
        SF_CUES found{};
        sf_command(file.get(), SFC_GET_CUE, &found, sizeof found);
        return found;
    }

    SF_INFO info{};
    std::unique_ptr<SNDFILE, CloseFile> file;
    std::vector<std::int16_t> samples;
};

FormatSettings wav() {
    return make_format_settings("wav", 0, 0);
}

class Wav : public testing::Test {
protected:
    std::filesystem::path write(const MadeBook& made) {
        write_to(made, folder_.path() / "book.wav");
        return folder_.path() / "book.wav";
    }

    ScratchFolder folder_;
};

TEST_F(Wav, HoldsTheMasterToTheSample) {
    const MadeBook made = make_book(wav(), {"One", "Two"}, 3);
    const ReadWav read(write(made));
    EXPECT_EQ(read.info.channels, 1);
    EXPECT_EQ(read.info.samplerate, 24000);
    EXPECT_EQ(read.info.format & SF_FORMAT_SUBMASK, SF_FORMAT_PCM_16);
    ASSERT_EQ(read.samples.size(), made.master.size());
    for (std::size_t n = 0; n < read.samples.size(); ++n) {
        ASSERT_EQ(read.samples[n], std::lrint(made.master[n] * 32768.0F)) << n;
    }
}

TEST_F(Wav, MarksItsChapters) {
    const std::vector<std::string> titles = {"Introduction", "Été", "夜想曲 🎹", "Odd"};
    const MadeBook made = make_book(wav(), titles, 2);
    const ReadWav read(write(made));
    const SF_CUES cues = read.cues();
    ASSERT_EQ(cues.cue_count, titles.size());
    std::uint64_t start = 0;
    for (std::size_t n = 0; n < titles.size(); ++n) {
        EXPECT_EQ(cues.cue_points[n].sample_offset, start);
        EXPECT_EQ(std::string(cues.cue_points[n].name), titles[n]);
        start += made.book.chapters[n].samples();
    }
}

TEST_F(Wav, KeepsTitlesOfEveryLength) {
    std::vector<std::string> titles;
    for (std::size_t length = 1; length <= 9; ++length) {
        titles.emplace_back(length, 'x');
        const ReadWav read(write(make_book(wav(), titles, 1)));
        const SF_CUES cues = read.cues();
        ASSERT_EQ(cues.cue_count, titles.size());
        for (std::size_t n = 0; n < titles.size(); ++n) {
            EXPECT_EQ(std::string(cues.cue_points[n].name), titles[n]);
        }
        EXPECT_TRUE(is_written_by_recital(write(make_book(wav(), titles, 1))));
    }
}

TEST_F(Wav, SaysWhatItIs) {
    const ReadWav read(write(make_book(wav(), {"One"})));
    EXPECT_EQ(read.text(SF_STR_TITLE), "Bekzat Sánchez Pérez");
    EXPECT_EQ(read.text(SF_STR_ALBUM), "Bekzat Sánchez Pérez");
    EXPECT_EQ(read.text(SF_STR_ARTIST), "An Author");
    EXPECT_EQ(read.text(SF_STR_GENRE), "Audiobook");
    EXPECT_EQ(read.text(SF_STR_DATE), "1999-05-04");
    EXPECT_EQ(read.text(SF_STR_COMMENT), "A biography.");
    EXPECT_EQ(read.text(SF_STR_SOFTWARE).substr(0, application_name().size()), application_name());
}

TEST_F(Wav, IsMadeOfWholeRiffChunks) {
    const std::string file = content_of(write(make_book(wav(), {"One", "An odd title"}, 1)));
    const auto size_at = [&](std::size_t position) {
        std::uint32_t size = 0;
        std::memcpy(&size, file.data() + position, sizeof size);
        return std::size_t{size};
    };
    ASSERT_EQ(file.substr(0, 4), "RIFF");
    EXPECT_EQ(size_at(4) + 8, file.size());
    std::size_t position = 12;
    std::string ids;
    while (position + 8 <= file.size()) {
        ids += file.substr(position, 4) + ',';
        position += 8 + size_at(position + 4) + size_at(position + 4) % 2;
    }
    EXPECT_EQ(position, file.size());
    EXPECT_NE(ids.find("cue ,"), std::string::npos) << ids;
    EXPECT_NE(ids.find("data,"), std::string::npos) << ids;
}

/// EBU Tech 3306: sizes that do not fit into 32 bits stand in a chunk of their own.
TEST_F(Wav, BecomesRf64WhereRiffHasNoRoom) {
    const MadeBook made = make_book(wav(), {"One", "Été", "夜想曲 🎹"}, 2);
    const auto path = folder_.path() / "large.wav";
    TemporaryFile file(path);
    write_takes(made.book, made.loader(), *open_wav(made.book, file, 1000));
    file.commit();

    const std::string content = content_of(path);
    const auto long_at = [&](std::size_t position) {
        std::uint64_t value = 0;
        std::memcpy(&value, content.data() + position, sizeof value);
        return value;
    };
    ASSERT_EQ(content.substr(0, 8), "RF64\xFF\xFF\xFF\xFF");
    ASSERT_EQ(content.substr(8, 8), "WAVEds64");
    EXPECT_EQ(long_at(20) + 8, content.size());
    EXPECT_EQ(long_at(28), made.book.samples() * 2);
    EXPECT_EQ(long_at(36), made.book.samples());
    EXPECT_NE(content.find("data\xFF\xFF\xFF\xFF"), std::string::npos);

    const ReadWav read(path);
    EXPECT_EQ(read.info.format & SF_FORMAT_TYPEMASK, SF_FORMAT_RF64);
    EXPECT_EQ(read.samples.size(), made.master.size());
    EXPECT_EQ(read.text(SF_STR_TITLE), "Bekzat Sánchez Pérez");
    // libsndfile writes the chapters of RF64 but does not read them.
    const auto third_label = content.find("labl", content.find("labl", content.find("labl") + 4) + 4);
    EXPECT_EQ(content.substr(third_label + 12, 14), "夜想曲 🎹");
    const auto third_cue = content.find("cue ") + 12 + std::size_t{2} * 24;
    EXPECT_EQ(long_at(third_cue + 20) & UINT32_MAX,
              made.book.chapters[0].samples() + made.book.chapters[1].samples());
    EXPECT_EQ(decode(path).size(), made.master.size());
    EXPECT_TRUE(is_written_by_recital(path));
}

/// libsndfile does not pass over the byte that makes a chunk of RF64 even, where it does not know the chunk.
TEST_F(Wav, IsReadByOthersAsRf64WhateverItsChunksMeasure) {
    const auto path = folder_.path() / "large.wav";
    for (std::size_t length = 1; length <= 4; ++length) {
        for (std::size_t chapters = 1; chapters <= 4; ++chapters) {
            MadeBook made = make_book(wav(), std::vector<std::string>(chapters, "One"), 1);
            made.book.tags.title = std::string(length, 'x');
            TemporaryFile file(path);
            write_takes(made.book, made.loader(), *open_wav(made.book, file, 1000));
            file.commit();
            EXPECT_EQ(ReadWav(path).samples.size(), made.master.size());
            EXPECT_TRUE(is_written_by_recital(path));
        }
    }
}

TEST_F(Wav, TakesEveryRate) {
    for (const int rate : {8000, 22050, 44100, 192000}) {
        EXPECT_EQ(ReadWav(write(make_book(make_format_settings("wav", rate, 0), {"One"}))).info.samplerate,
                  rate);
    }
}

} // namespace
} // namespace recital
