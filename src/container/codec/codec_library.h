// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/avstring.h>
#include <libavutil/crc.h>
#include <libavutil/opt.h>
}

namespace recital::libav {

/// The functions of libavcodec and libavutil that are used. The libraries are loaded when the first of them
/// is needed, because they load many others, which would cost every start of the program most of its time. A
/// process that forks children that will need them should load them first.
struct CodecLibrary {
    decltype(&avcodec_find_encoder_by_name) find_encoder_by_name;
    decltype(&avcodec_find_decoder) find_decoder;
    decltype(&avcodec_descriptor_get) descriptor_of;
    decltype(&avcodec_get_name) name_of;
    decltype(&avcodec_alloc_context3) alloc_context;
    decltype(&avcodec_parameters_to_context) parameters_to_context;
    decltype(&avcodec_open2) open;
    decltype(&avcodec_free_context) free_context;
    decltype(&avcodec_send_frame) send_frame;
    decltype(&avcodec_receive_packet) receive_packet;
    decltype(&avcodec_send_packet) send_packet;
    decltype(&avcodec_receive_frame) receive_frame;
    decltype(&av_packet_alloc) alloc_packet;
    decltype(&av_packet_unref) unref_packet;
    decltype(&av_packet_free) free_packet;

    decltype(&av_frame_alloc) alloc_frame;
    decltype(&av_frame_get_buffer) get_frame_buffer;
    decltype(&av_frame_free) free_frame;
    decltype(&av_channel_layout_copy) copy_channel_layout;
    decltype(&av_opt_set) set_option;
    decltype(&av_opt_set_double) set_option_to_number;
    decltype(&av_dict_get) get_entry;
    decltype(&av_dict_set) set_entry;
    decltype(&av_dict_free) free_dictionary;
    decltype(&av_match_list) match_list;
    decltype(&av_rescale_q) rescale;
    decltype(&av_crc_get_table) crc_table;
    decltype(&av_crc) crc;
    decltype(&av_strerror) describe_error;
    decltype(&av_log_set_level) set_log_level;

    /// Throws an `engine` error if a library is missing.
    static const CodecLibrary& instance();
};

} // namespace recital::libav
