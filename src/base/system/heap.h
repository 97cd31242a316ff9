// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace recital {

/// Prepares the heap of this process and of those that it forks, of which none should need more than `bytes`:
/// memory that is freed stays mapped and is used again, and the first `bytes` come in huge pages where the
/// kernel allows it. The kernel clears and maps each page when it is touched first, which costs more than
/// most uses of a small page. Memory that is never touched costs nothing. `bytes`: at most 256 MiB.
void prepare_heap(std::size_t bytes);

/// To be called in a process that was just forked: what it allocates from now on comes, if it is large, from
/// huge pages that its parent never touched. Memory that the parent has used, even if it is free, is shared
/// with it, and the kernel would copy each small page of it at its first use. Without effect if the heap is
/// not prepared or the rest of it is used up.
void use_untouched_heap();

} // namespace recital
