// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/scraped_script.h"

#include "base/strings.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace recital {

namespace {

bool is_name_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '$';
}

/// The position after the string that begins at `at`; npos if nothing closes it.
std::size_t after_string(std::string_view text, std::size_t at) {
    for (std::size_t end = at + 1; end < text.size(); ++end) {
        if (text[end] == '\\') {
            ++end;
        } else if (text[end] == text[at]) {
            return end + 1;
        }
    }
    return npos;
}

/// The position after the statement that begins at `begin`: after its ';', the brace that closes it, or the
/// end of the text; npos if its brackets are not closed.
std::size_t statement_end(std::string_view text, std::size_t begin) {
    constexpr std::size_t max_length = 5000;
    const std::size_t reach = std::min(text.size(), begin + max_length);
    int depth = 0;
    bool has_block = false; // after a brace that was opened and closed
    for (std::size_t at = begin; at < reach;) {
        const char byte = text[at];
        if (byte == '"' || byte == '\'' || byte == '`') {
            at = after_string(text, at);
            if (at == npos) {
                return npos;
            }
            continue;
        }
        depth += static_cast<int>(byte == '(' || byte == '[' || byte == '{');
        depth -= static_cast<int>(byte == ')' || byte == ']' || byte == '}');
        ++at;
        if (depth < 0) {
            return npos;
        }
        has_block = has_block || (byte == '}' && depth == 0);
        const bool ends_block = byte == '}' && depth == 0 && (at == text.size() || text[at] == ' ');
        if (depth == 0 && (byte == ';' || ends_block)) {
            return at;
        }
    }
    return reach == text.size() && depth == 0 && (has_block || text.ends_with(')')) ? reach : npos;
}

/// "//<![CDATA[", "//]]>": the position after the mark; `begin` if there is none.
std::size_t after_section_mark(std::string_view text, std::size_t begin) {
    for (const std::string_view mark :
         {"//<![CDATA[", "//<![CDATA [", "//]]>", "/*<![CDATA[*/", "/*]]>*/", "// <![CDATA[", "// ]]>"}) {
        if (text.substr(begin).starts_with(mark)) {
            return begin + mark.size();
        }
    }
    return begin;
}

bool is_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 12> keywords = {
        "var", "let", "const", "function", "if", "else", "for", "new", "return", "typeof", "true", "false"};
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

/// The words outside of strings that look like those of prose: letters alone, between blanks.
std::size_t count_prose_words(std::string_view statement) {
    std::string outside;
    for (std::size_t at = 0; at < statement.size();) {
        const bool quotes = statement[at] == '"' || statement[at] == '\'' || statement[at] == '`';
        const std::size_t end = quotes ? after_string(statement, at) : at + 1;
        if (end == npos) {
            break;
        }
        outside += quotes ? '"' : statement[at];
        at = end;
    }
    std::size_t count = 0;
    for (const std::string_view word : split(outside, ' ')) {
        const bool is_plain = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char byte) {
                                  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
                              });
        count += is_plain && !is_keyword(word) ? 1U : 0U;
    }
    return count;
}

/// Whether the text can be a statement: it begins like one and is not made of words.
bool may_be_statement(std::string_view statement) {
    constexpr std::size_t max_prose_words = 2;
    const char first = statement.empty() ? ' ' : statement.front();
    const bool begins = is_name_byte(first) || std::string_view("({!").find(first) != npos;
    return begins && statement.find_first_of("(={") != npos &&
           count_prose_words(statement) <= max_prose_words;
}

/// Signs that only programs have.
bool has_sign_of_script(std::string_view text) {
    constexpr std::array<std::string_view, 22> signs = {
        "function(",  "function (", "var ", "let ",     "const ",  "document.", "window.", ".push(",
        "=> {",       "===",        "||",   "&&",       "$(",      "jQuery",    "CDATA",   "addEventListener",
        "getElement", "});",        "();",  "new Date", "typeof ", "={"};
    return std::any_of(signs.begin(), signs.end(),
                       [text](std::string_view sign) { return text.find(sign) != npos; });
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size());
}

/// The position after the statements in a row from `begin` on; `begin` if there are none.
std::size_t statements_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t after_mark = after_section_mark(text, at);
        if (after_mark > at) {
            end = after_mark;
            at = skip_blanks(text, after_mark);
            continue;
        }
        const std::size_t next = statement_end(text, at);
        if (next == npos || !may_be_statement(text.substr(at, next - at))) {
            break;
        }
        end = next;
        at = skip_blanks(text, next);
    }
    return has_sign_of_script(text.substr(begin, end - begin)) ? end : begin;
}

/// The next place at which a script may begin: after a sentence and a blank; the end if there is none.
std::size_t next_begin(std::string_view text, std::size_t from) {
    static constexpr ByteSet ends(".!?\"");
    for (auto at = ends.find_in(text, from == 0 ? 0 : from - 1); at != npos;
         at = ends.find_in(text, at + 1)) {
        if (at + 1 < text.size() && text[at + 1] == ' ') {
            return skip_blanks(text, at + 1);
        }
    }
    return text.size();
}

} // namespace

std::vector<Edit> script_edits(std::string_view text) {
    std::vector<Edit> edits;
    static constexpr ByteSet ends(";}");
    static constexpr ByteSet parts("(={/"); // of statements, or of the mark of a section
    if ((!ends.is_in(text) && !text.ends_with(')')) || !parts.is_in(text)) {
        return edits;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = statements_end(text, at);
        if (end == at) {
            at = next_begin(text, at);
            continue;
        }
        // With the blank that separates it from a sentence.
        const std::size_t next = skip_blanks(text, end);
        const std::size_t begin = next == text.size() && at > 0 ? at - 1 : at;
        edits.push_back({{begin, next}});
        at = next;
    }
    return edits;
}

} // namespace recital
