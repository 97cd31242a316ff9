// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <memory>
namespace recital {

/// A writer of an MP3 file: an ID3v2.3 tag with the chapters, a first frame of silence that says how long the
/// sound is to the sample and where its seconds lie (the Info header of Xing and LAME), then the packets.
[[nodiscard]] std::unique_ptr<BookWriter> open_mp3(const Book& book, const TemporaryFile& file);

} // namespace recital
