// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/codec_library.h"

#include "base/library/shared_library.h"

#include <fmt/format.h>

namespace recital::libav {

namespace {

void find_codec_functions(CodecLibrary& library) {
    const SharedLibrary codec("avcodec", LIBAVCODEC_VERSION_MAJOR,
                              fmt::format("libavcodec{}", LIBAVCODEC_VERSION_MAJOR));
    codec.find(library.find_encoder_by_name, "avcodec_find_encoder_by_name");
    codec.find(library.find_decoder, "avcodec_find_decoder");
    codec.find(library.descriptor_of, "avcodec_descriptor_get");
    codec.find(library.name_of, "avcodec_get_name");
    codec.find(library.alloc_context, "avcodec_alloc_context3");
    codec.find(library.parameters_to_context, "avcodec_parameters_to_context");
    codec.find(library.open, "avcodec_open2");
    codec.find(library.free_context, "avcodec_free_context");
    codec.find(library.send_frame, "avcodec_send_frame");
    codec.find(library.receive_packet, "avcodec_receive_packet");
    codec.find(library.send_packet, "avcodec_send_packet");
    codec.find(library.receive_frame, "avcodec_receive_frame");
    codec.find(library.alloc_packet, "av_packet_alloc");
    codec.find(library.unref_packet, "av_packet_unref");
    codec.find(library.free_packet, "av_packet_free");
}

void find_utilities(CodecLibrary& library) {
    const SharedLibrary utilities("avutil", LIBAVUTIL_VERSION_MAJOR,
                                  fmt::format("libavutil{}", LIBAVUTIL_VERSION_MAJOR));
    utilities.find(library.alloc_frame, "av_frame_alloc");
    utilities.find(library.get_frame_buffer, "av_frame_get_buffer");
    utilities.find(library.free_frame, "av_frame_free");
    utilities.find(library.copy_channel_layout, "av_channel_layout_copy");
    utilities.find(library.set_option, "av_opt_set");
    utilities.find(library.set_option_to_number, "av_opt_set_double");
    utilities.find(library.get_entry, "av_dict_get");
    utilities.find(library.set_entry, "av_dict_set");
    utilities.find(library.free_dictionary, "av_dict_free");
    utilities.find(library.match_list, "av_match_list");
    utilities.find(library.rescale, "av_rescale_q");
    utilities.find(library.crc_table, "av_crc_get_table");
    utilities.find(library.crc, "av_crc");
    utilities.find(library.describe_error, "av_strerror");
    utilities.find(library.set_log_level, "av_log_set_level");
}

CodecLibrary load() {
    CodecLibrary library{};
    find_codec_functions(library);
    find_utilities(library);
    return library;
}

} // namespace

const CodecLibrary& CodecLibrary::instance() {
    static const CodecLibrary library = load();
    return library;
}

} // namespace recital::libav
