// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace recital {

/// Prepares the heap of this process and of those that it forks, of which none should need more than `bytes`:
/// memory that is freed stays mapped and is used again, and the first `bytes` come in huge pages where the
/// kernel allows it. The kernel clears and maps each page when it is touched first, which costs more than
/// most uses of a small page. Memory that is never touched costs nothing. `bytes`: at most 256 MiB.
void prepare_heap(std::size_t bytes);

} // namespace recital
