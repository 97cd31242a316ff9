// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/repair.h"

#include "document/mojibake.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace recital {

namespace {

Diagnostic told(const std::vector<Mend>& mends, std::string_view damaged, SourcePlace place,
                std::string_view how) {
    const Mend& first = mends.front();
    const std::string_view before = damaged.substr(0, first.position);
    place.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    return {fmt::format(R"(text that had been decoded wrongly was {} in {} {}, first "{}" to "{}")", how,
                        mends.size(), mends.size() == 1 ? "place" : "places", first.before, first.after),
            std::move(place)};
}

} // namespace

void repair_text(std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics,
                 std::size_t first_line) {
    MendedText mended = mend_mojibake(text);
    if (mended.mends.empty()) {
        return;
    }
    std::vector<Mend> guessed;
    std::copy_if(mended.mends.begin(), mended.mends.end(), std::back_inserter(guessed),
                 [](const Mend& mend) { return mend.guessed; });
    diagnostics.push_back(told(mended.mends, text, {name, first_line}, "repaired"));
    if (!guessed.empty()) {
        diagnostics.push_back(
            told(guessed, text, {name, first_line}, "guessed, because bytes of it are lost,"));
    }
    text = std::move(mended.text);
}

} // namespace recital
