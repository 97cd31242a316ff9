// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a target over its corpus and over changed copies of it, always the same ones.
//
//   fuzz_smoke TARGET CORPUS ROUNDS   CORPUS is a folder, or one file, which runs alone
//   fuzz_smoke --names                the names of all targets
#include "base/file.h"
#include "fuzz/mutation.h"
#include "fuzz/target.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace recital;

// What the handler of a fatal signal can use.
std::string_view current_input;
std::string failure_path;

void save_input() {
    const int file = ::open(failure_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    (void)!::write(file, current_input.data(), current_input.size());
    (void)!::write(STDERR_FILENO, "the input is in ", 16);
    (void)!::write(STDERR_FILENO, failure_path.data(), failure_path.size());
    (void)!::write(STDERR_FILENO, "\n", 1);
}

/// Where the stack has overflowed, the handler needs another one.
void handle_fatal_signals(void (*handler)(int)) {
    static std::array<char, std::size_t{1} << 16U> handler_stack;
    stack_t stack{};
    stack.ss_sp = handler_stack.data();
    stack.ss_size = handler_stack.size();
    (void)::sigaltstack(&stack, nullptr);
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK;
    for (const int number : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL, SIGTERM}) {
        (void)::sigaction(number, &action, nullptr);
    }
}

void on_fatal_signal(int number) {
    save_input();
    (void)std::signal(number, SIG_DFL);
    (void)std::raise(number);
}

std::vector<std::string> read_corpus(const std::filesystem::path& path) {
    if (std::filesystem::is_regular_file(path)) {
        return {read_file(path)};
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> inputs;
    std::transform(files.begin(), files.end(), std::back_inserter(inputs), read_file);
    return inputs;
}

/// False if the input is a finding; says why.
bool run(fuzz::TargetFunction target, std::string_view input) {
    current_input = input;
    try {
        target(input);
        return true;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        save_input();
        return false;
    }
}

bool run_all(fuzz::TargetFunction target, const std::string& name, const std::filesystem::path& path,
             int rounds) {
    std::vector<std::string> corpus = read_corpus(path);
    if (!std::all_of(corpus.begin(), corpus.end(),
                     [&](const std::string& input) { return run(target, input); })) {
        return false;
    }
    fuzz::Mutation mutation(std::move(corpus), name);
    for (int round = std::filesystem::is_regular_file(path) ? 0 : rounds; round > 0; --round) {
        if (!run(target, mutation.next())) {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments == std::vector<std::string>{"--names"}) {
        for (const std::string& name : fuzz::target_names()) {
            std::puts(name.c_str());
        }
        return 0;
    }
    int rounds = -1;
    if (arguments.size() == 3) {
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), rounds);
    }
    const fuzz::TargetFunction target = arguments.empty() ? nullptr : fuzz::find_target(arguments[0]);
    if (target == nullptr || rounds < 0) {
        std::fputs("usage: fuzz_smoke TARGET CORPUS ROUNDS, with a target of tests/fuzz/targets.tsv\n",
                   stderr);
        return 2;
    }
    failure_path = "fuzz-failure-" + arguments[0];
    handle_fatal_signals(on_fatal_signal);
    return run_all(target, arguments[0], arguments[1], rounds) ? 0 : 1;
}
