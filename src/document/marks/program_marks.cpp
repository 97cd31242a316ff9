// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"
#include "document/marks/candidate.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// How a citation of a language model begins and ends, and what is between: its source or a number.
struct ProgramMark {
    std::string_view begin;
    std::string_view end;
    std::string_view between; ///< has to be there
};
constexpr std::array<ProgramMark, 6> program_mark_forms = {{{":contentReference[", "}", "oaicite"},
                                                            {"[oaicite:", "]", ""},
                                                            {"[oai_citation", "]", ""},
                                                            {"[cite", "]", ""},
                                                            {"\u3010", "\u3011", "\u2020"},
                                                            {"\uE200", "\uE201", ""}}};

/// The position after the mark of this form at `begin`; `begin` if there is none.
std::size_t after_mark(std::string_view text, std::size_t begin, const ProgramMark& form) {
    constexpr std::size_t max_length = 200;
    if (!text.substr(begin).starts_with(form.begin)) {
        return begin;
    }
    const std::string_view reach = text.substr(0, std::min(text.size(), begin + max_length));
    const auto end = reach.find(form.end, begin + form.begin.size());
    if (end == npos || reach.substr(begin, end - begin).find(form.between) == npos) {
        return begin;
    }
    // "[cite: 1]" and "[cite_start]", but not "[cited by her]"
    const char next = text[begin + form.begin.size()];
    const bool cites = form.begin != "[cite" || next == ':' || next == '_';
    return cites ? end + form.end.size() : begin;
}

} // namespace

std::vector<MarkCandidate> program_marks(std::string_view text) {
    std::vector<MarkCandidate> marks;
    static constexpr ByteSet beginnings(":[\xE3\xEE");
    if (!beginnings.is_in(text)) {
        return marks;
    }
    for (auto at = beginnings.find_in(text); at < text.size(); at = beginnings.find_in(text, at)) {
        std::size_t end = at;
        for (const ProgramMark& form : program_mark_forms) {
            end = std::max(end, after_mark(text, at, form));
        }
        if (end == at) {
            ++at;
            continue;
        }
        const std::size_t begin = at > 0 && text[at - 1] == ':' ? at - 1 : at; // "::contentReference"
        marks.push_back({{begin, end}});
        at = end;
    }
    return marks;
}

} // namespace recital
