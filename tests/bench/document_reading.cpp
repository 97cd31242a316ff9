// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one file, as it is and repeated to several sizes, and prints megabytes a CPU second and the peak
// memory for each size. An archive cannot be repeated. usage: bench_document_reading FILE
#include "base/file.h"
#include "document/read.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <limits>

namespace {

/// CPU seconds, the least of three readings.
double seconds_to_read(const std::string& bytes, const std::string& name) {
    double min = std::numeric_limits<double>::infinity();
    for (int reading = 0; reading < 3; ++reading) {
        const std::clock_t start = std::clock();
        const recital::Document document = recital::read_document(bytes, name);
        min = std::min(min, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return min;
}

double peak_megabytes() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "usage: bench_document_reading FILE\n");
        return 2;
    }
    const std::string name = arguments[1];
    const std::string once = recital::read_file(name);
    constexpr double megabyte = 1e6;
    fmt::print("{:>8} {:>8} {:>14}\n", "MB", "MB/s", "peak MB / MB");
    const bool is_archive = once.starts_with("PK");
    for (const double size : {0.0, 1.0, 5.0, 20.0, 50.0}) {
        if (is_archive && size > 0) {
            break;
        }
        std::string bytes = size > 0 ? std::string() : once;
        while (static_cast<double>(bytes.size()) < size * megabyte) {
            bytes += once;
            bytes += "\n\n";
        }
        const double megabytes = static_cast<double>(bytes.size()) / megabyte;
        const double seconds = seconds_to_read(bytes, name);
        fmt::print("{:>8.2f} {:>8.1f} {:>14.1f}\n", megabytes, megabytes / seconds,
                   peak_megabytes() / megabytes);
    }
    return 0;
}
