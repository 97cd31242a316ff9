// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the store of takes with many of them: how long it takes to open it, to look a take up and to read
// it, and how many files it has.
//
//   bench_take_store [TAKES [KILOBYTES]]      100,000 takes of 30 kB unless told, in a temporary folder
#include "studio/store/take_store.h"

#include "base/error.h"
#include "support/scratch_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace recital {
namespace {

std::string key_of(std::size_t number) {
    return fmt::format("take {}", number);
}

double microseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

TakeStore open(const std::filesystem::path& folder) {
    constexpr std::uint64_t unlimited = std::uint64_t{1} << 50U;
    return {folder, unlimited, [](const Diagnostic& warning) { fmt::print("{}\n", warning.message); }};
}

void fill(const std::filesystem::path& folder, std::size_t takes, std::size_t bytes) {
    TakeStore store = open(folder);
    store.open_for_writing();
    Take take;
    take.samples = 1024;
    take.packets.bytes = std::string(bytes, 'x');
    take.packets.sizes = {static_cast<std::uint32_t>(bytes)};
    for (std::size_t number = 0; number < takes; ++number) {
        const std::string key = key_of(number);
        store.put(digest_of(key), serialise_take(take, summarise(take, take.samples), key));
    }
    store.finish();
}

/// Microseconds of looking up each of these takes: median, and 99 of 100.
template <typename LookUp>
void measure(const char* what, const std::vector<std::size_t>& takes, const LookUp& look_up) {
    std::vector<double> times;
    for (const std::size_t take : takes) {
        const TakeId id = digest_of(key_of(take));
        const auto start = std::chrono::steady_clock::now();
        if (!look_up(id)) {
            throw Error(ErrorKind::internal, "a take is not there");
        }
        times.push_back(microseconds_since(start));
    }
    std::sort(times.begin(), times.end());
    fmt::print("{:<24} {:8.1f} us in the median, {:8.1f} us for 99 of 100\n", what, times[times.size() / 2],
               times[times.size() * 99 / 100]);
}

void run(std::size_t takes, std::size_t bytes) {
    const testing_support::ScratchFolder folder;
    fill(folder.path(), takes, bytes);
    std::size_t files = 0;
    std::uint64_t size = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file()) {
            ++files;
            size += entry.file_size();
        }
    }
    fmt::print("{} takes in {} files, {:.2f} GB\n", takes, files, static_cast<double>(size) / 1e9);
    std::mt19937 random(1);
    std::vector<std::size_t> wanted(std::min<std::size_t>(takes, 20000));
    std::generate(wanted.begin(), wanted.end(), [&] { return random() % takes; });
    TakeStore store = open(folder.path());
    const auto start = std::chrono::steady_clock::now();
    (void)store.find_summary(digest_of(key_of(0)));
    fmt::print("{:<24} {:8.1f} us\n", "first look", microseconds_since(start));
    measure("look-up", wanted, [&store](const TakeId& id) { return store.find_summary(id).has_value(); });
    measure("reading", wanted, [&store](const TakeId& id) { return store.find(id).has_value(); });
}

} // namespace
} // namespace recital

int main(int argument_count, char** arguments) {
    constexpr std::size_t usual_takes = 100000;
    constexpr std::size_t usual_kilobytes = 30;
    const auto number = [&](int position, std::size_t usual) {
        return argument_count > position ? std::strtoull(arguments[position], nullptr, 10) : usual;
    };
    recital::run(number(1, usual_takes), number(2, usual_kilobytes) * 1000);
    return 0;
}
