// SPDX-License-Identifier: GPL-3.0-or-later
// All targets for libFuzzer in one program; RECITAL_FUZZ_TARGET in the environment says which one runs.
#include "fuzz/target.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

recital::fuzz::TargetFunction chosen_target() {
    const char* const name = std::getenv("RECITAL_FUZZ_TARGET");
    const auto target = recital::fuzz::find_target(name == nullptr ? "" : name);
    if (target == nullptr) {
        std::fputs("set RECITAL_FUZZ_TARGET to a target of tests/fuzz/targets.tsv\n", stderr);
        std::exit(2);
    }
    return target;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const recital::fuzz::TargetFunction target = chosen_target();
    target(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
