// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/given_arguments.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace recital {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// "-" is standard input, and "-1" a number.
bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !is_digit(word[1]);
}

class ArgumentReader {
public:
    ArgumentReader(const Command& root, std::vector<std::string> words) {
        given_.words = std::move(words);
        given_.command = &root;
    }

    GivenArguments read() {
        while (next_ < given_.words.size()) {
            read_word();
        }
        return std::move(given_);
    }

private:
    void read_word() {
        const std::size_t place = next_++;
        const std::string& word = given_.words[place];
        if (!given_.has_mark && word == "--") {
            given_.has_mark = true;
        } else if (!given_.has_mark && word.starts_with("--")) {
            read_long(word, place);
        } else if (!given_.has_mark && looks_like_option(word)) {
            read_short(word, place);
        } else if (const Command* const command = given_.command->find_command(word);
                   command != nullptr && !given_.has_mark) {
            given_.command = command;
        } else {
            given_.arguments.push_back({given_.command, word, place, given_.has_mark});
        }
    }

    void read_long(const std::string& word, std::size_t place) {
        const std::size_t equals = word.find('=');
        GivenOption& option = add(word.substr(0, equals), place);
        if (equals != std::string::npos) {
            option.values.push_back({word.substr(equals + 1), place, equals + 1});
        } else {
            take_values(option);
        }
    }

    /// One letter with a value, or several flags.
    void read_short(const std::string& word, std::size_t place) {
        for (std::size_t letter = 1; letter < word.size(); ++letter) {
            const bool is_known = given_.command->find_option(std::string{'-', word[letter]}) != nullptr;
            GivenOption& option =
                add(letter == 1 && !is_known ? word : std::string{'-', word[letter]}, place);
            if (option.option == nullptr) {
                return;
            }
            if (!is_flag(*option.option)) {
                if (letter + 1 < word.size()) {
                    option.values.push_back({word.substr(letter + 1), place, letter + 1});
                } else {
                    take_values(option);
                }
                return;
            }
        }
    }

    GivenOption& add(const std::string& name, std::size_t place) {
        given_.options.push_back({given_.command, given_.command->find_option(name), name, place, {}, false});
        return given_.options.back();
    }

    void take_values(GivenOption& option) {
        if (option.option == nullptr || is_flag(*option.option)) {
            return;
        }
        if (next_ == given_.words.size()) {
            option.lacks_value = true;
            return;
        }
        do {
            option.values.push_back({given_.words[next_], next_, 0});
            ++next_;
        } while (takes_many(*option.option) && next_ < given_.words.size() &&
                 !looks_like_option(given_.words[next_]));
    }

    GivenArguments given_;
    std::size_t next_ = 0;
};

} // namespace

bool GivenArguments::has(const std::string& name) const {
    const CLI::Option* const wanted = command->find_option(name);
    return wanted != nullptr &&
           std::any_of(options.begin(), options.end(),
                       [wanted](const GivenOption& option) { return option.option == wanted; });
}

GivenArguments read_arguments(const Command& root, std::vector<std::string> words) {
    return ArgumentReader(root, std::move(words)).read();
}

bool names_path(const std::string& word) {
    std::error_code ignored;
    return std::filesystem::exists(word, ignored);
}

} // namespace recital
