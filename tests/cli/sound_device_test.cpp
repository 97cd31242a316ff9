// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/workshop.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>

namespace recital {
namespace {

using namespace testing_support;

/// A sound server that accepts connections and never answers.
class SilentSoundServer {
public:
    explicit SilentSoundServer(const std::filesystem::path& path)
        : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{AF_UNIX, {}};
        path.string().copy(address.sun_path, sizeof address.sun_path - 1);
        if (::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
            ::listen(socket_.get(), 64) != 0) {
            throw std::runtime_error("no socket can be made");
        }
    }

    /// Whether anybody has connected since the last call.
    [[nodiscard]] bool has_visitors() const {
        bool visited = false;
        while (FileDescriptor(::accept(socket_.get(), nullptr, nullptr)).is_open()) {
            visited = true;
        }
        return visited;
    }

private:
    FileDescriptor socket_;
};

class SoundDevice : public testing::Test {
protected:
    SoundDevice() {
        for (const char* folder : {"home", "tmp", "runtime"}) {
            std::filesystem::create_directory(workshop_.path(folder));
        }
        workshop_.write("petrenko.txt", petrenko);
    }

    void expect_no_trace_of(std::vector<std::string> arguments) const {
        SCOPED_TRACE(arguments.front());
        arguments.insert(arguments.begin(), RECITAL_PROGRAM);
        Program program(std::move(arguments));
        workshop_.prepare(program);
        program.with_environment("PULSE_SERVER", "unix:" + server_path().string())
            .with_environment("HOME", workshop_.path("home").string())
            .with_environment("TMPDIR", workshop_.path("tmp").string())
            .with_environment("XDG_RUNTIME_DIR", workshop_.path("runtime").string());
        const Outcome outcome = program.run();
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_FALSE(server_.has_visitors());
        for (const char* folder : {"home", "tmp", "runtime"}) {
            EXPECT_TRUE(std::filesystem::is_empty(workshop_.path(folder))) << folder;
        }
    }

    [[nodiscard]] std::filesystem::path server_path() const { return workshop_.path("server"); }

    Workshop workshop_;
    SilentSoundServer server_{server_path()};
};

/// eSpeak NG connected to the sound server in the child of every take, and waited for its answer.
TEST_F(SoundDevice, IsNeverOpened) {
    expect_no_trace_of({"render", "petrenko.txt", "--cache", workshop_.cache().string()});
    expect_no_trace_of({"render", "petrenko.txt", "--no-cache", "-o", workshop_.path("more").string()});
    expect_no_trace_of({"script", "petrenko.txt", "--explain"});
    expect_no_trace_of({"lexicon", "check", "petrenko.txt"});
    expect_no_trace_of({"voices"});
}

} // namespace
} // namespace recital
