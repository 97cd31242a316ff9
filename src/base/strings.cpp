// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"

#include <algorithm>

namespace recital {

std::string_view trimmed(std::string_view text, std::string_view bytes) {
    const auto first = text.find_first_not_of(bytes);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(bytes) - first + 1);
}

bool consists_of(std::string_view text, std::string_view bytes) {
    return !text.empty() && text.find_first_not_of(bytes) == std::string_view::npos;
}

bool is_digits(std::string_view text) {
    return consists_of(text, "0123456789");
}

std::string_view cut_front(std::string_view& text, char separator) {
    const std::string_view front = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(text.size(), front.size() + 1));
    return front;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(separator); end != npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string replaced(std::string_view text, char wanted, std::string_view by) {
    std::string result;
    for (const char character : text) {
        if (character == wanted) {
            result += by;
        } else {
            result += character;
        }
    }
    return result;
}

std::string escaped_markup(std::string_view text) {
    return replaced(replaced(replaced(text, '&', "&amp;"), '<', "&lt;"), '>', "&gt;");
}

} // namespace recital
