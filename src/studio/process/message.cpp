// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/message.h"

#include "base/byte_stream.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace recital {

bool is_message(char kind) {
    constexpr std::array kinds = {Message::step, Message::answer, Message::error};
    return std::find(kinds.begin(), kinds.end(), static_cast<Message>(kind)) != kinds.end();
}

std::string encode_error(const Error& error) {
    ByteWriter out;
    out.number(static_cast<std::uint64_t>(error.kind()));
    out.text(error.place().file);
    out.number(error.place().line);
    out.text(error.what());
    out.flag(error.is_transient());
    return out.take();
}

Error decode_error(std::string_view content) {
    constexpr auto kinds = static_cast<std::uint64_t>(ErrorKind::internal) + 1;
    ByteReader in(content);
    const auto kind = static_cast<ErrorKind>(in.number_below(kinds));
    const std::string file(in.text());
    const std::size_t line = in.number();
    const std::string what(in.text());
    const bool is_transient = in.flag();
    in.expect_end();
    return Error(kind, what, {file, line}).set_transient(is_transient);
}

} // namespace recital
