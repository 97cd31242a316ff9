// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/system/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <memory>

namespace recital {

namespace {

constexpr std::size_t huge_page_bytes = std::size_t{2} << 20U; // where it is another, the wish is in vain

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
    const Pages pages = Pages{heap, bytes}.from(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
    const Pages huge = pages.from(huge_page_bytes);
    // These are merely wishes: results do not matter.
    ::madvise(pages.start, pages.bytes - huge.bytes, MADV_POPULATE_WRITE);
    ::madvise(huge.start, huge.bytes, MADV_HUGEPAGE);
    std::free(heap);
}

void use_untouched_heap() {
    constexpr std::size_t min_gap = std::size_t{1} << 16U; // smaller blocks may go where they fit
    constexpr int max_blocks = 32;
    const auto* const end = static_cast<const char*>(::sbrk(0));
    const char* const top = end - ::mallinfo2().keepcost;
    const auto address = reinterpret_cast<std::uintptr_t>(top); // NOLINT(*-reinterpret-cast): to be divided
    std::size_t gap = huge_page_bytes - (address % huge_page_bytes);
    gap += gap < min_gap ? huge_page_bytes : 0;
    if (static_cast<std::size_t>(end - top) <= gap) {
        return;
    }
    // Free blocks that are large enough are used first. All stay allocated, so that nothing else uses them.
    void* block = nullptr; // a compiler may leave out a `malloc` whose block is not used, but not this
    for (int n = 0; n < max_blocks && block < top; ++n) {
        if (::posix_memalign(&block, alignof(std::max_align_t), gap) != 0) {
            return;
        }
    }
}

} // namespace recital
