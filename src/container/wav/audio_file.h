// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sndfile.h>

#include <memory>

namespace recital {

struct CloseAudioFile {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
/// Owns an open file of libsndfile.
using AudioFile = std::unique_ptr<SNDFILE, CloseAudioFile>;

} // namespace recital
