// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/balanced_xml.h"

#include "base/unicode.h"

#include <algorithm>
#include <set>
#include <vector>

namespace recital::fuzz {

namespace {

bool is_name_byte(char byte) {
    return is_ascii_upper(byte) || is_ascii_lower(byte) || is_ascii_digit(byte) || byte == ':' ||
           byte == '-' || byte == '_';
}

/// The name at the front; empty if none is there.
std::string_view name_of(std::string_view text) {
    if (text.empty() || (!is_ascii_upper(text.front()) && !is_ascii_lower(text.front()))) {
        return {};
    }
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_name_byte);
    const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const bool has_prefix = std::count(name.begin(), name.end(), ':') <= 1 && name.back() != ':';
    return has_prefix ? name : std::string_view();
}

class Balancer {
public:
    explicit Balancer(std::string_view text) : rest_(text) {}

    std::string run() {
        while (!rest_.empty()) {
            if (rest_.front() == '<') {
                take_tag();
            } else {
                put(rest_.substr(0, 1));
                rest_.remove_prefix(1);
            }
        }
        while (!open_.empty()) {
            close();
        }
        return has_root_ ? std::move(out_) : "<none/>";
    }

private:
    void take_tag() {
        const std::size_t size = std::min(rest_.find('>'), rest_.size());
        const std::string_view tag = rest_.substr(1, size == 0 ? 0 : size - 1);
        rest_.remove_prefix(std::min(size + 1, rest_.size()));
        if (tag.starts_with('/')) {
            end_element(name_of(tag.substr(1)));
        } else if (const std::string_view name = name_of(tag); !name.empty()) {
            begin_element(name, tag.substr(name.size()));
        }
    }

    void begin_element(std::string_view name, std::string_view attributes) {
        if (open_.empty() && has_root_) {
            return;
        }
        has_root_ = true;
        out_ += '<' + std::string(name);
        put_attributes(attributes);
        out_ += '>';
        open_.emplace_back(name);
        if (attributes.ends_with('/')) {
            close();
        }
    }

    void put_attributes(std::string_view text) {
        std::set<std::string_view> names;
        for (std::size_t equals = text.find('='); equals != std::string_view::npos; equals = text.find('=')) {
            const std::size_t begin =
                text.substr(0, equals).find_last_of(" \n\t'\"") + 1; // 0 if there is none
            const std::string_view name = text.substr(begin, equals - begin);
            text.remove_prefix(equals + 1);
            if (text.empty() || (text.front() != '"' && text.front() != '\'')) {
                continue;
            }
            const std::size_t end = std::min(text.find(text.front(), 1), text.size());
            if (name_of(name) == name && names.insert(name).second) {
                out_ += ' ' + std::string(name) + "=\"";
                put(text.substr(1, end - 1));
                out_ += '"';
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void end_element(std::string_view name) {
        if (std::find(open_.begin(), open_.end(), name) == open_.end()) {
            return;
        }
        while (open_.back() != name) {
            close();
        }
        close();
    }

    void close() {
        out_ += "</" + open_.back() + '>';
        open_.pop_back();
    }

    void put(std::string_view text) {
        if (!has_root_ || (open_.empty() && out_.back() == '>')) {
            return;
        }
        for (const char byte : text) {
            const bool is_control = is_ascii(byte) && byte < ' ' && byte != '\n' && byte != '\t';
            if (byte == '&') {
                out_ += "&amp;";
            } else if (byte == '<') {
                out_ += "&lt;";
            } else if (byte == '"') {
                out_ += "&quot;";
            } else if (!is_control && byte != 0x7F) {
                out_ += byte;
            }
        }
    }

    std::string_view rest_;
    std::string out_;
    std::vector<std::string> open_;
    bool has_root_ = false;
};

} // namespace

std::string balanced_xml(std::string_view text) {
    std::string balanced = Balancer(text).run();
    if (!is_utf8(balanced)) {
        std::replace_if(balanced.begin(), balanced.end(), [](char byte) { return !is_ascii(byte); }, '?');
    }
    return balanced;
}

} // namespace recital::fuzz
