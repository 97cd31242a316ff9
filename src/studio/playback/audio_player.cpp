// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/playback/audio_player.h"

#include "base/error.h"
#include "studio/process/signals.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// A program that plays a file, which is its last argument. The name of a file is an absolute path, so it is
/// never taken for an option.
struct Player {
    std::string_view program;
    std::vector<std::string> arguments = {};
    bool ends_well_without_device = false; ///< its exit code does not say whether anything was heard
};

/// The servers of desktops come first: aplay may take a device that they have.
const std::vector<Player>& players() {
    static const std::vector<Player> all = {
        {"pw-play"},
        {"paplay"},
        {"aplay", {"-q"}},
        {"ffplay", {"-v", "error", "-nodisp", "-autoexit"}, true},
    };
    return all;
}

/// Owns what the process is started with.
class Attributes {
public:
    Attributes() {
        ::posix_spawnattr_init(&attributes_);
        ::sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, SIGPIPE); // this process ignores it, and the player would
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }

    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

/// The process of the player; -1 if it cannot be started, with the reason in `error`, an `errno`.
pid_t start(const Player& player, const std::filesystem::path& file, int& error) {
    std::vector<std::string> words{std::string(player.program)};
    words.insert(words.end(), player.arguments.begin(), player.arguments.end());
    words.push_back(std::filesystem::absolute(file).string());
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t process = -1;
    const Attributes attributes;
    error = ::posix_spawnp(&process, arguments.front(), nullptr, attributes.get(), arguments.data(), environ);
    return error == 0 ? process : -1;
}

/// Waits for the end of the player, which is stopped if a signal asks this process to stop. Returns its
/// status (wait(2)).
int wait_for(pid_t process) {
    constexpr int interval = 20; // ms
    int status = 0;
    try {
        while (::waitpid(process, &status, WNOHANG) == 0) {
            check_interrupted();
            ::poll(nullptr, 0, interval);
        }
    } catch (const Interrupted& interrupted) {
        ::kill(process, interrupted.signal);
        ::waitpid(process, &status, 0);
        throw;
    }
    check_interrupted(); // Ctrl-C in a terminal reaches the player, too
    return status;
}

/// Whether the player, which ended with that status after a time, played the sound or was stopped.
bool has_played(const Player& player, int status, double elapsed, double seconds) {
    if (WIFSIGNALED(status)) {
        return true;
    }
    const bool is_too_early = player.ends_well_without_device && elapsed < seconds / 2;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 && !is_too_early;
}

} // namespace

void play_audio(const std::filesystem::path& file, double seconds) {
    std::vector<std::string_view> failed;
    for (const Player& player : players()) {
        int error = 0;
        const auto begin = std::chrono::steady_clock::now();
        const pid_t process = start(player, file, error);
        if (error == ENOENT) {
            continue;
        }
        const int status = process < 0 ? 0 : wait_for(process);
        const double elapsed =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        if (process > 0 && has_played(player, status, elapsed, seconds)) {
            return;
        }
        failed.push_back(player.program);
    }
    if (failed.empty()) {
        throw Error(
            ErrorKind::output,
            "no player is installed: install pw-play, paplay, aplay or ffplay (on Debian: apt install "
            "pulseaudio-utils), or write a file with -o speech.wav");
    }
    throw Error(ErrorKind::output,
                fmt::format("it could not be played with {}: write a file with -o speech.wav",
                            fmt::join(failed, ", ")));
}

} // namespace recital
