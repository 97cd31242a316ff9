// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/stamp.h"

#include "container/book/record.h"

#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tfilestream.h>
#include <taglib/xiphcomment.h>

namespace recital {

namespace {

/// `find` looks into a file of TagLib's kind `File`, whose audio is not read.
template <typename File, typename Find>
BookStamp read_stamp_of(const std::filesystem::path& path, Find find) {
    if (!std::filesystem::is_regular_file(path)) {
        return {};
    }
    TagLib::FileStream stream(path.c_str(), true);
    if (!stream.isOpen() || !File::isSupported(&stream)) {
        return {};
    }
    File file(path.c_str(), false);
    return file.isValid() ? find(file) : BookStamp();
}

std::string comment_of(const TagLib::Ogg::XiphComment& comments, const char* name) {
    const auto& fields = comments.fieldListMap();
    const auto found = fields.find(name);
    return found == fields.end() || found->second.isEmpty() ? std::string()
                                                            : found->second.front().to8Bit(true);
}

BookStamp stamp_in(const TagLib::Ogg::XiphComment* comments) {
    return comments == nullptr ? BookStamp()
                               : BookStamp{comment_of(*comments, "ENCODER"),
                                           comment_of(*comments, std::string(record_tag).c_str())};
}

BookStamp stamp_in(const TagLib::ID3v2::Tag& tag) {
    BookStamp stamp;
    const auto& tools = tag.frameList("TSSE");
    stamp.application = tools.isEmpty() ? std::string() : tools.front()->toString().to8Bit(true);
    for (const TagLib::ID3v2::Frame* frame : tag.frameList("TXXX")) {
        const auto* text = dynamic_cast<const TagLib::ID3v2::UserTextIdentificationFrame*>(frame);
        if (text != nullptr && text->description().to8Bit(true) == record_tag &&
            text->fieldList().size() > 1) {
            stamp.record = text->fieldList()[1].to8Bit(true); // the first is the description
        }
    }
    return stamp;
}

} // namespace

BookStamp read_mp3_stamp(const std::filesystem::path& path) {
    return read_stamp_of<TagLib::MPEG::File>(path, [](TagLib::MPEG::File& file) {
        const TagLib::ID3v2::Tag* tag = file.ID3v2Tag();
        return tag == nullptr ? BookStamp() : stamp_in(*tag);
    });
}

BookStamp read_opus_stamp(const std::filesystem::path& path) {
    return read_stamp_of<TagLib::Ogg::Opus::File>(
        path, [](TagLib::Ogg::Opus::File& file) { return stamp_in(file.tag()); });
}

BookStamp read_flac_stamp(const std::filesystem::path& path) {
    return read_stamp_of<TagLib::FLAC::File>(
        path, [](TagLib::FLAC::File& file) { return stamp_in(file.xiphComment()); });
}

} // namespace recital
