// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scratch_folder.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace recital::testing_support {

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What a program left behind.
struct Outcome {
    int exit_code = -1; ///< minus the signal where one ended it
    std::string out;
    std::string err;
};

/// Runs a program with its output captured and, unless told otherwise, nothing on its standard input. It has
/// a process group of its own.
class Program {
public:
    explicit Program(std::vector<std::string> command) : command_(std::move(command)) {}
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        if (process_ > 0) {
            ::kill(-process_, SIGKILL);
            (void)wait();
        }
    }

    Program& in_folder(const std::filesystem::path& folder) {
        folder_ = folder;
        return *this;
    }
    Program& with_input(const std::string& text) {
        std::ofstream(scratch_.path() / "in", std::ios::binary) << text;
        input_ = scratch_.path() / "in";
        return *this;
    }
    Program& with_environment(const std::string& name, const std::string& value) {
        environment_[name] = value;
        return *this;
    }

    Outcome run() {
        start();
        return wait();
    }

    void start() {
        process_ = ::fork();
        if (process_ == 0) {
            become_program();
        }
        if (process_ < 0) {
            throw std::runtime_error("no process can be started");
        }
        ::setpgid(process_, process_);
    }

    [[nodiscard]] pid_t process() const { return process_; }

    void send(int signal) const { ::kill(process_, signal); }
    void send_to_group(int signal) const { ::kill(-process_, signal); }

    [[nodiscard]] bool has_ended() const {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               info.si_pid == process_;
    }

    Outcome wait() {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
                content_of(scratch_.path() / "out"), content_of(scratch_.path() / "err")};
    }

private:
    [[noreturn]] void become_program() {
        ::setpgid(0, 0);
        const bool ready = std::freopen(input_.c_str(), "r", stdin) != nullptr &&
                           std::freopen((scratch_.path() / "out").c_str(), "w", stdout) != nullptr &&
                           std::freopen((scratch_.path() / "err").c_str(), "w", stderr) != nullptr &&
                           (folder_.empty() || ::chdir(folder_.c_str()) == 0);
        for (const auto& [name, value] : environment_) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
        std::vector<char*> arguments;
        for (std::string& word : command_) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        if (ready) {
            ::execvp(arguments[0], arguments.data());
        }
        ::_exit(127);
    }

    std::vector<std::string> command_;
    ScratchFolder scratch_;
    std::filesystem::path folder_;
    std::filesystem::path input_ = "/dev/null";
    std::map<std::string, std::string> environment_;
    pid_t process_ = -1;
};

inline Outcome run_command(std::vector<std::string> command) {
    return Program(std::move(command)).run();
}

} // namespace recital::testing_support
