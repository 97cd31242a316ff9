// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/audio_checksum.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

AudioChecksum sum_of(std::string_view bytes) {
    AudioChecksum sum;
    sum.add(bytes);
    return sum;
}

TEST(AudioChecksum, EqualsThatOfGzip) {
    EXPECT_EQ(sum_of("123456789").value(), 0xCBF43926U); // the check value of every catalogue of CRCs
}

TEST(AudioChecksum, IsIndependentOfHowTheBytesAreSplit) {
    const std::string bytes = "Nocturne in E-flat major, Op. 9 No. 2";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        AudioChecksum front = sum_of(bytes.substr(0, cut));
        front.append(sum_of(bytes.substr(cut)));
        EXPECT_EQ(front, sum_of(bytes)) << cut;
    }
}

TEST(AudioChecksum, DependsOnTheOrder) {
    AudioChecksum sum = sum_of("ab");
    sum.append(sum_of("cd"));
    AudioChecksum other = sum_of("cd");
    other.append(sum_of("ab"));
    EXPECT_NE(sum.value(), other.value());
}

} // namespace
} // namespace recital
