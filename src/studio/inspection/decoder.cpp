// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/inspection/decoder.h"

#include <cstddef>
#include <utility>

namespace recital {

WorkerKind decoder(WorkerKind::Answer answer, std::span<const std::filesystem::path> files) {
    WorkerKind kind{"the decoder", std::move(answer), ErrorKind::input};
    for (const std::filesystem::path& file : files) {
        kind.needs.readable.push_back(file.has_parent_path() ? file.parent_path() : ".");
        kind.needs.readable.push_back(file); // which may lead elsewhere
    }
    return kind;
}

std::function<void()> signs_of_life(const StepReporter& report_step) {
    constexpr std::size_t blocks_in_a_step = 1024; // of the decoder, a thousand samples or so each
    return [report_step, blocks = std::size_t{0}]() mutable {
        if (blocks++ % blocks_in_a_step == 0) {
            report_step(blocks);
        }
    };
}

} // namespace recital
