// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

Outcome doctor(const Workshop& workshop, const std::string& variable, const std::string& value,
               std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {RECITAL_PROGRAM, "doctor"});
    Program program(std::move(arguments));
    workshop.prepare(program);
    return program.with_environment(variable, value).run();
}

const Json& check(const Json& checks, const std::string& name) {
    return *std::find_if(checks.begin(), checks.end(),
                         [&name](const Json& check) { return check["name"] == name; });
}

TEST(Doctor, SaysWhatHoldsOnThisMachine) {
    const Workshop workshop;
    const Outcome outcome = doctor(workshop, "LANG", "C");
    for (const char* name :
         {"system-calls", "no-new-privileges", "engine", "engine-data", "voices", "cache"}) {
        EXPECT_THAT(outcome.out, HasSubstr("ok       " + std::string(name)));
    }
    EXPECT_EQ(outcome.err, "");
}

TEST(Doctor, CountsWhatBooksCanBeMadeWithout) {
    const Workshop workshop;
    const Outcome outcome = doctor(workshop, "XDG_CACHE_HOME", "/dev/null/cache", {"--json"});
    EXPECT_EQ(outcome.exit_code, 1);
    const Json checks = json_lines(outcome.out).front()["doctor"]["checks"];
    EXPECT_EQ(check(checks, "cache")["state"], "missing");
    EXPECT_EQ(check(checks, "cache")["essential"], false);
    EXPECT_THAT(check(checks, "cache")["remedy"], HasSubstr("XDG_CACHE_HOME"));
    EXPECT_EQ(check(checks, "engine")["state"], "ok");
}

TEST(Doctor, CountsWhatNoBookCanBeMadeWithout) {
    const Workshop workshop;
    const Outcome outcome =
        doctor(workshop, "ESPEAK_DATA_PATH", workshop.path("nothing").string(), {"--json"});
    const Json checks = json_lines(outcome.out).front()["doctor"]["checks"];
    if (check(checks, "engine")["state"] == "ok") {
        GTEST_SKIP() << "this engine finds its data without the variable";
    }
    EXPECT_EQ(outcome.exit_code, 3);
}

} // namespace
} // namespace recital
