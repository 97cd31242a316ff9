// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/mail.h"

#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <algorithm>

namespace recital {

namespace {

/// The value of a field, as far as it is in the field's line; empty if the header has none.
std::string_view field_of(const LineGroup& group, std::string_view name) {
    for (const Line& line : group.lines) {
        if (line.indent == 0 && fold_case(line.text.substr(0, name.size())) == name) {
            const auto value = line.text.find_first_not_of(' ', name.size());
            return value == std::string_view::npos ? std::string_view() : line.text.substr(value);
        }
    }
    return {};
}

bool is_field(const Line& line) {
    const auto colon = line.text.find(':');
    return line.indent > 0 || (colon != std::string_view::npos && colon > 0 &&
                               line.text.substr(0, colon).find(' ') == std::string_view::npos);
}

/// "Re: Fwd: Concert" is about the concert.
std::string_view without_reply(std::string_view subject) {
    for (const std::string_view prefix : {"re: ", "fwd: ", "fw: ", "aw: ", "wg: "}) {
        if (fold_case(subject.substr(0, prefix.size())) == prefix) {
            return without_reply(subject.substr(prefix.size()));
        }
    }
    return subject;
}

/// Words in other encodings (RFC 2047) are left to mail programs.
bool is_plain(std::string_view value) {
    return !value.empty() && value.find("=?") == std::string_view::npos;
}

} // namespace

bool is_mail_header(const LineGroup& group) {
    return group.lines.size() >= 2 && std::all_of(group.lines.begin(), group.lines.end(), is_field) &&
           !field_of(group, "from:").empty() &&
           !(field_of(group, "subject:").empty() && field_of(group, "date:").empty());
}

void take_mail_header(const LineGroup& group, Metadata& metadata) {
    const std::string_view subject = without_reply(field_of(group, "subject:"));
    if (metadata.title.empty() && is_plain(subject)) {
        metadata.title = normalise_text(subject);
    }
    std::string_view sender = field_of(group, "from:");
    sender = sender.substr(0, sender.find('<'));
    sender = sender.substr(0, sender.find_last_not_of(" \"") + 1);
    sender.remove_prefix(std::min(sender.size(), sender.find_first_not_of(" \"")));
    if (metadata.author.empty() && is_plain(sender)) {
        metadata.author = normalise_text(sender);
    }
}

bool begins_signature(const LineGroup& group) {
    return group.lines.front().text == "--";
}

void strip_quote_marks(LineGroup& group) {
    const auto is_quoted = [](const Line& line) { return line.text.starts_with('>'); };
    if (!std::all_of(group.lines.begin(), group.lines.end(), is_quoted)) {
        return;
    }
    for (Line& line : group.lines) {
        const auto text = line.text.find_first_not_of("> ");
        line.text = text == std::string_view::npos ? std::string_view() : line.text.substr(text);
    }
    std::erase_if(group.lines, [](const Line& line) { return line.text.empty(); });
}

} // namespace recital
