// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/takes/request.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A passage, and all the takes that are wanted of it: what a worker is asked to render.
struct TakeTask {
    TakeRequest request;
    std::vector<TakeOrder> orders;
    std::string kept_speech = {}; ///< of the request, as it was stored; empty if none is
};

/// A request as bytes, to be handed to another process of the same build.
[[nodiscard]] std::string serialise_request(const TakeRequest& request);

/// The request of such bytes. Throws MalformedBytes (base/byte_stream.h) for any others.
[[nodiscard]] TakeRequest parse_request(std::string_view bytes);

/// A task as bytes. The context of each order is one of `contexts`, which the process that reads them knows.
[[nodiscard]] std::string serialise_task(const TakeTask& task, std::span<const TakeContext> contexts);

/// The task of such bytes, its contexts among `contexts`. Throws MalformedBytes for any others.
[[nodiscard]] TakeTask parse_task(std::string_view bytes, std::span<const TakeContext> contexts);

} // namespace recital
