// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// What the system says of an `errno`. If a limit of the process (setrlimit(2)) may be the cause, it is named
/// with its value, the option of `ulimit` that shows it, and what to do: "File too large: this process may
/// write at most 10 KiB to a file (ulimit -f): raise the limit".
[[nodiscard]] std::string system_error_text(int error);

/// The same for memory that could not be allocated.
[[nodiscard]] std::string memory_error_text();

/// The same for a stack that is used up.
[[nodiscard]] std::string stack_error_text();

/// True if this process has a limit of its address space or of its data segment that can be raised.
[[nodiscard]] bool has_memory_limit();

} // namespace recital
