// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/repair.h"

#include "document/mojibake/mojibake.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// The place of a byte of the text that begins at `place`.
SourcePlace place_of(std::size_t position, std::string_view text, SourcePlace place) {
    const std::string_view before = text.substr(0, position);
    place.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    return place;
}

Diagnostic told(const std::vector<Repair>& repairs, std::string_view damaged, const SourcePlace& place,
                std::string_view how) {
    const Repair& first = repairs.front();
    return {fmt::format(R"(text that had been decoded wrongly was {} in {} {}, first "{}" to "{}")", how,
                        repairs.size(), repairs.size() == 1 ? "place" : "places", first.before, first.after),
            place_of(first.position, damaged, place)};
}

} // namespace

void repair_text(std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics,
                 std::size_t first_line) {
    RepairedText repaired = repair_mojibake(text);
    if (repaired.repairs.empty()) {
        return;
    }
    std::vector<Repair> guessed;
    std::copy_if(repaired.repairs.begin(), repaired.repairs.end(), std::back_inserter(guessed),
                 [](const Repair& repair) { return repair.guessed; });
    diagnostics.push_back(told(repaired.repairs, text, {name, first_line}, "repaired"));
    if (!guessed.empty()) {
        diagnostics.push_back(
            told(guessed, text, {name, first_line}, "guessed, because bytes of it are lost,"));
    }
    if (repaired.given_up_at) {
        diagnostics.push_back({"from here on the text is garbage that cannot be repaired, and is left as it "
                               "is: get an undamaged copy of the text",
                               place_of(*repaired.given_up_at, text, {name, first_line})});
    }
    text = std::move(repaired.text);
}

} // namespace recital
