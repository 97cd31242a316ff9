// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// From now on, when the calling thread has used up its stack, `report` is called on a stack of its own. It
/// must not return, and may call only what a signal handler may call (signal-safety(7)). Any other invalid
/// access to memory ends the process as before. To be called near the start of the thread's stack; a second
/// call replaces `report`. Does nothing in builds with the address sanitizer, which has its own handler.
void guard_stack(void (*report)()) noexcept;

} // namespace recital
