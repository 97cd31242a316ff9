// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/application_tag.h"

#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tfilestream.h>
#include <taglib/xiphcomment.h>

namespace recital {

namespace {

/// `find` looks into a file of TagLib's kind `File`, whose sound is not read.
template <typename File, typename Find>
std::string read_application(const std::filesystem::path& path, Find find) {
    if (!std::filesystem::is_regular_file(path)) {
        return {};
    }
    TagLib::FileStream stream(path.c_str(), true);
    if (!stream.isOpen() || !File::isSupported(&stream)) {
        return {};
    }
    File file(path.c_str(), false);
    return file.isValid() ? find(file) : std::string();
}

std::string encoder_of(const TagLib::Ogg::XiphComment* comment) {
    if (comment == nullptr) {
        return {};
    }
    const auto& fields = comment->fieldListMap();
    const auto found = fields.find("ENCODER");
    return found == fields.end() || found->second.isEmpty() ? std::string()
                                                            : found->second.front().to8Bit(true);
}

} // namespace

std::string read_mp3_application(const std::filesystem::path& path) {
    return read_application<TagLib::MPEG::File>(path, [](TagLib::MPEG::File& file) {
        const TagLib::ID3v2::Tag* tag = file.ID3v2Tag();
        if (tag == nullptr) {
            return std::string();
        }
        const auto& frames = tag->frameList("TSSE");
        return frames.isEmpty() ? std::string() : frames.front()->toString().to8Bit(true);
    });
}

std::string read_opus_application(const std::filesystem::path& path) {
    return read_application<TagLib::Ogg::Opus::File>(
        path, [](TagLib::Ogg::Opus::File& file) { return encoder_of(file.tag()); });
}

std::string read_flac_application(const std::filesystem::path& path) {
    return read_application<TagLib::FLAC::File>(
        path, [](TagLib::FLAC::File& file) { return encoder_of(file.xiphComment()); });
}

} // namespace recital
