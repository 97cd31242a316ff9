// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/pace.h"

#include "base/unicode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace recital {

double pace_of(std::string_view sentence, double evenness) {
    constexpr double usual_letters = 4.8; // in a word of English prose
    constexpr double slowest = 0.9;
    constexpr double fastest = 1.1;
    std::size_t letters = 0;
    std::size_t words = 1;
    for (std::size_t position = 0; position < sentence.size();) {
        const char32_t character = next_code_point(sentence, position);
        letters += is_letter(character) ? 1U : 0U;
        words += character == U' ' ? 1U : 0U;
    }
    if (letters == 0) {
        return 1;
    }
    const double of_a_word = static_cast<double>(letters) / static_cast<double>(words);
    return std::clamp(std::pow(of_a_word / usual_letters, evenness), slowest, fastest);
}

} // namespace recital
