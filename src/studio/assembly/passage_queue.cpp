// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/passage_queue.h"

namespace recital {

std::size_t spoken_bytes(const Passage& passage) {
    std::size_t bytes = 0;
    for (const Sentence& sentence : passage.sentences) {
        bytes += sentence.spoken.size();
    }
    return bytes;
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
