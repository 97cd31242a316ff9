// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/passage_queue.h"

#include <functional>
#include <numeric>

namespace recital {

std::size_t spoken_bytes(const Passage& passage) {
    return std::transform_reduce(passage.sentences.begin(), passage.sentences.end(), std::size_t{0},
                                 std::plus<>(),
                                 [](const Sentence& sentence) { return sentence.spoken.size(); });
}

void PassageQueue::add(const SlotHandle& place) {
    const Passage& passage = place.book_in_progress->passage(place.slot);
    waiting_.emplace(Rank{spoken_bytes(passage), -added_}, place);
    ++added_;
}

SlotHandle PassageQueue::take() {
    return waiting_.extract(waiting_.begin()).mapped();
}

void PassageQueue::drop(const BookInProgress* book_in_progress) {
    std::erase_if(waiting_, [book_in_progress](const auto& entry) {
        return entry.second.book_in_progress == book_in_progress;
    });
}

} // namespace recital
