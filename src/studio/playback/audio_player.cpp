// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/playback/audio_player.h"

#include "base/error.h"
#include "studio/process/signals.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
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
    std::vector<std::string> arguments;
};

/// The servers of desktops come first: aplay may take a device that they have.
const std::vector<Player>& players() {
    static const std::vector<Player> all = {
        {"pw-play", {}},
        {"paplay", {}},
        {"aplay", {"-q"}},
        {"ffplay", {"-v", "error", "-nodisp", "-autoexit"}},
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
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
            ::sigaddset(&signals, signal);
        }
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

/// The process of the player; -1 if it is not installed.
pid_t start(const Player& player, const std::filesystem::path& file) {
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
    const int error =
        ::posix_spawnp(&process, arguments.front(), nullptr, attributes.get(), arguments.data(), environ);
    return error == 0 ? process : -1;
}

/// Waits for the end of the player, which is told to stop if this process is. Returns whether it played.
bool wait_for(pid_t process) {
    int status = 0;
    try {
        while (::waitpid(process, &status, 0) < 0) {
            if (errno != EINTR) {
                return false;
            }
            check_interrupted();
        }
    } catch (const Interrupted& interrupted) {
        ::kill(process, interrupted.signal);
        ::waitpid(process, &status, 0);
        throw;
    }
    check_interrupted(); // Ctrl-C in a terminal reaches the player, too
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

void play_audio(const std::filesystem::path& file) {
    std::vector<std::string_view> failed;
    for (const Player& player : players()) {
        const pid_t process = start(player, file);
        if (process < 0) {
            continue;
        }
        if (wait_for(process)) {
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
