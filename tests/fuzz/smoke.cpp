// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a target over its corpus and over changed copies of it, always the same ones.
//
//   fuzz TARGET CORPUS ROUNDS [DICTIONARY]   CORPUS is a folder, or one file, which runs alone
//   fuzz --names                             the names of all targets
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

/// The arguments of the program.
struct Arguments {
    std::string name;
    std::filesystem::path corpus;
    int rounds = -1;
    std::vector<std::string> words = {};
};

bool run_all(fuzz::TargetFunction target, const Arguments& arguments) {
    std::vector<std::string> corpus = read_corpus(arguments.corpus);
    if (!std::all_of(corpus.begin(), corpus.end(),
                     [&](const std::string& input) { return run(target, input); })) {
        return false;
    }
    fuzz::Mutation mutation(std::move(corpus), arguments.words, arguments.name);
    for (int round = std::filesystem::is_regular_file(arguments.corpus) ? 0 : arguments.rounds; round > 0;
         --round) {
        if (!run(target, mutation.next())) {
            return false;
        }
    }
    return true;
}

Arguments parse_arguments(const std::vector<std::string>& words) {
    constexpr std::size_t required = 3;
    Arguments arguments;
    if (words.size() == required || words.size() == required + 1) {
        arguments.name = words[0];
        arguments.corpus = words[1];
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), arguments.rounds);
    }
    if (words.size() > required) {
        arguments.words = fuzz::parse_dictionary(read_file(words[required]));
    }
    return arguments;
}

} // namespace

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == "--names") {
        for (const std::string& name : fuzz::target_names()) {
            std::puts(name.c_str());
        }
        return 0;
    }
    const Arguments arguments = parse_arguments({words + 1, words + count});
    const fuzz::TargetFunction target = fuzz::find_target(arguments.name);
    if (target == nullptr || arguments.rounds < 0) {
        std::fputs("usage: fuzz TARGET CORPUS ROUNDS [DICTIONARY], with a target of tests/fuzz/targets.tsv\n",
                   stderr);
        return 2;
    }
    failure_path = "fuzz-failure-" + arguments.name;
    handle_fatal_signals(on_fatal_signal);
    return run_all(target, arguments) ? 0 : 1;
}
