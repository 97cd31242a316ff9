// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/system/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

namespace recital {

namespace {

struct Pages {
    void* start = nullptr;
    std::size_t bytes = 0;

    /// The part from the next multiple of `alignment` on; none if there is none.
    [[nodiscard]] Pages from(std::size_t alignment) const {
        Pages rest = *this;
        return std::align(alignment, 1, rest.start, rest.bytes) == nullptr ? Pages{} : rest;
    }
};

} // namespace

void prepare_heap(std::size_t bytes) {
    constexpr int max_kept_bytes = 1 << 28;
    ::mallopt(M_MMAP_THRESHOLD, max_kept_bytes);
    ::mallopt(M_TRIM_THRESHOLD, max_kept_bytes);
    void* const heap = std::malloc(bytes);
    constexpr std::size_t huge_page_bytes = std::size_t{2} << 20U; // where it is another, the wish is in vain
    const Pages pages = Pages{heap, bytes}.from(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
    const Pages huge = pages.from(huge_page_bytes);
    // These are merely wishes: results do not matter.
    ::madvise(pages.start, pages.bytes - huge.bytes, MADV_POPULATE_WRITE);
    ::madvise(huge.start, huge.bytes, MADV_HUGEPAGE);
    std::free(heap);
}

} // namespace recital
