// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of the text stage in bytes of paragraphs a second, by the length of the text:
//   RECITAL_BENCH_TEXT=FILE build/tests/bench/bench_text_stage     (else the sample biographies)
// Segmentation alone, and everything from the paragraph to the words for the voice. The time for a byte must
// not grow with the length.
#include "base/resources.h"
#include "document/read.h"
#include "text/language/language.h"
#include "text/script/script.h"
#include "text/sentences/segment.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace recital;

/// The paragraphs of the text, read once.
const std::vector<std::string>& paragraphs() {
    static const auto all = [] {
        std::vector<std::filesystem::path> files;
        if (const char* file = std::getenv("RECITAL_BENCH_TEXT"); file != nullptr) {
            files.emplace_back(file);
        } else {
            for (const auto& entry :
                 std::filesystem::directory_iterator(resource_folder() / "data" / "biographies")) {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin(), files.end());
        std::vector<std::string> found;
        for (const auto& file : files) {
            for (const Section& section : read_document(file).sections) {
                for (const auto& paragraph : section.paragraphs) {
                    found.push_back(paragraph.text);
                }
            }
        }
        return found;
    }();
    return all;
}

const Language& english() {
    static const Language language(resource_folder() / "data" / "languages", "en");
    return language;
}

/// Calls the work for paragraphs that come to the number of bytes asked for.
template <typename Work>
void run(benchmark::State& state, const Work& work) {
    std::int64_t bytes = 0;
    for ([[maybe_unused]] auto round : state) {
        std::int64_t done = 0;
        for (std::size_t n = 0; done < state.range(0); n = (n + 1) % paragraphs().size()) {
            benchmark::DoNotOptimize(work(paragraphs()[n]));
            done += static_cast<std::int64_t>(paragraphs()[n].size());
        }
        bytes += done;
    }
    state.SetBytesProcessed(bytes);
}

void segmentation(benchmark::State& state) {
    run(state, [](const std::string& paragraph) { return segment(paragraph, english()); });
}

void whole_stage(benchmark::State& state) {
    run(state, [](const std::string& paragraph) { return read_aloud(paragraph, english()); });
}

/// One paragraph of the length asked for: books without paragraphs exist.
void one_paragraph(benchmark::State& state) {
    std::string paragraph;
    for (std::size_t n = 0; paragraph.size() < static_cast<std::size_t>(state.range(0));
         n = (n + 1) % paragraphs().size()) {
        paragraph += paragraphs()[n] + ' ';
    }
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(read_aloud(paragraph, english()));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paragraph.size()));
}

BENCHMARK(segmentation)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_stage)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(one_paragraph)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
