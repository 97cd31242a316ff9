// SPDX-License-Identifier: GPL-3.0-or-later
// How well the passages of a run share the cores of a larger machine, by replaying recorded costs:
//   bench_makespan FILE...
// Speaks, masters and encodes every passage of the texts on one core and notes its CPU seconds. Then works
// through them as a run does, the longest passage first (see PassageQueue), and in the order of the text, on
// 2, 8 and 64 simulated cores, and compares the time until the last one is done with the lower bound: all
// work shared evenly, or the longest passage.
#include "base/system/heap.h"
#include "bench/material.h"
#include "container/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <numeric>
#include <queue>
#include <string>
#include <vector>

namespace {

using namespace recital;

struct Work {
    std::size_t spoken_bytes = 0; ///< what a run orders passages by
    double seconds = 0;           ///< of CPU time
};

double cpu_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::vector<Work> record(const Material& material, Engine& engine) {
    std::vector<Work> works;
    Mastering mastering(material.context);
    for (const TakeRequest& request : material.requests) {
        Work& work = works.emplace_back();
        const double start = cpu_seconds();
        std::vector<Utterance> utterances;
        for (const SpokenForm& sentence : request.sentences) {
            utterances.push_back(engine.speak(sentence));
            work.spoken_bytes += sentence.text.size();
        }
        (void)make_codec(material.context.codec)->encode(mastering.master(utterances, request.closing_pause));
        work.seconds = cpu_seconds() - start;
    }
    return works;
}

/// When the last of the works is done, if each goes to the core that is free first.
double makespan(const std::vector<Work>& works, std::size_t cores) {
    std::priority_queue<double, std::vector<double>, std::greater<>> free_at(std::greater<>(),
                                                                             std::vector<double>(cores, 0.0));
    double end = 0;
    for (const Work& work : works) {
        const double done = free_at.top() + work.seconds;
        free_at.pop();
        free_at.push(done);
        end = std::max(end, done);
    }
    return end;
}

void run(const std::vector<std::string>& files) {
    Engine engine;
    const Material material = prepare_material(files, engine);
    const std::vector<Work> in_order = record(material, engine);
    std::vector<Work> longest_first = in_order;
    std::stable_sort(longest_first.begin(), longest_first.end(), [](const Work& left, const Work& right) {
        return left.spoken_bytes > right.spoken_bytes;
    });
    const double total = std::transform_reduce(in_order.begin(), in_order.end(), 0.0, std::plus<>(),
                                               [](const Work& work) { return work.seconds; });
    const double longest =
        std::max_element(in_order.begin(), in_order.end(), [](const Work& left, const Work& right) {
            return left.seconds < right.seconds;
        })->seconds;
    fmt::print("{} passages, {:.1f} s of CPU time, the longest {:.2f} s\n\n{:<8}{:>10}{:>16}{:>16}\n",
               in_order.size(), total, longest, "cores", "bound s", "longest first", "in order");
    for (const std::size_t cores : {std::size_t{2}, std::size_t{8}, std::size_t{64}}) {
        const double bound = std::max(total / static_cast<double>(cores), longest);
        fmt::print("{:<8}{:>10.2f}{:>16.3f}{:>16.3f}\n", cores, bound, makespan(longest_first, cores) / bound,
                   makespan(in_order, cores) / bound);
    }
}

} // namespace

int main(int argument_count, char** arguments) {
    const std::vector<std::string> files(arguments + 1, arguments + argument_count);
    if (files.empty()) {
        fmt::print(stderr, "usage: bench_makespan FILE...\n");
        return 2;
    }
    constexpr std::size_t heap_bytes = std::size_t{240} << 20U;
    recital::prepare_heap(heap_bytes);
    try {
        run(files);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_makespan: {}\n", error.what());
        return 1;
    }
    return 0;
}
