// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nesting.h"

#include <algorithm>
#include <vector>

namespace recital {

namespace {

/// The position after a string that begins with the mark at `position`, or the end of the text. A string on
/// one line ends with its line, closed or not.
std::size_t end_of_string(std::string_view text, std::size_t position, std::string_view mark,
                          bool has_escapes) noexcept {
    const bool is_one_line = mark.size() == 1;
    for (position += mark.size(); position < text.size(); ++position) {
        if (has_escapes && text[position] == '\\') {
            ++position;
        } else if (text.substr(position).starts_with(mark)) {
            return position + mark.size();
        } else if (is_one_line && text[position] == '\n') {
            return position;
        }
    }
    return text.size();
}

/// Follows the depth of a TOML text from sign to sign.
class TomlDepth {
public:
    explicit TomlDepth(std::string_view text) : text_(text) {}

    std::optional<std::size_t> line_of_excess() {
        while (position_ < text_.size()) {
            step();
            if (depth_ > max_nesting) {
                const auto passed = text_.substr(0, position_);
                return static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n')) + 1;
            }
        }
        return std::nullopt;
    }

private:
    void step() {
        const char sign = text_[position_];
        if (sign == '"' || sign == '\'') {
            const std::size_t length = is_triple(sign) ? 3 : 1;
            position_ = end_of_string(text_, position_, text_.substr(position_, length), sign == '"');
            return;
        }
        if (sign == '#') {
            position_ = std::min(text_.find('\n', position_), text_.size());
            return;
        }
        count(sign);
        ++position_;
    }

    void count(char sign) {
        switch (sign) {
        case '.':
            ++depth_;
            break;
        case '[':
        case '{':
            outside_.push_back(depth_);
            ++depth_;
            break;
        case ']':
        case '}':
            if (!outside_.empty()) {
                depth_ = outside_.back();
                outside_.pop_back();
            }
            break;
        case ',':
        case '\n':
            // The path of a key ends with its value; inside brackets, what is outside stays.
            depth_ = outside_.empty() ? 0 : outside_.back() + 1;
            break;
        default:
            break;
        }
    }

    [[nodiscard]] bool is_triple(char mark) const {
        const auto rest = text_.substr(position_);
        return rest.size() >= 3 && rest[1] == mark && rest[2] == mark;
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t depth_ = 0;
    std::vector<std::size_t> outside_; ///< the depth before each open bracket
};

} // namespace

std::optional<std::size_t> line_of_deep_json(std::string_view json) noexcept {
    std::size_t depth = 0;
    std::size_t line = 1;
    for (std::size_t position = 0; position < json.size();) {
        const char sign = json[position];
        if (sign == '"') {
            position = end_of_string(json, position, "\"", true);
            continue;
        }
        depth += sign == '[' || sign == '{' ? 1 : 0;
        depth -= (sign == ']' || sign == '}') && depth > 0 ? 1 : 0;
        line += sign == '\n' ? 1 : 0;
        if (depth > max_nesting) {
            return line;
        }
        ++position;
    }
    return std::nullopt;
}

std::optional<std::size_t> line_of_deep_toml(std::string_view toml) {
    return TomlDepth(toml).line_of_excess();
}

} // namespace recital
