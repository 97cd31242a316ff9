// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_kind.h"

#include <sys/types.h>

namespace recital {

/// What a worker's process does from its fork to its end: gives up its rights and answers the requests that
/// come through the socket, each in at most so much CPU time, until nobody asks any more or `parent` ends.
/// What libraries print goes to `messages`, or nowhere if that is negative.
[[noreturn]] void serve(const WorkerKind& kind, int socket, int messages, unsigned cpu_seconds, pid_t parent);

} // namespace recital
