// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/speaker.h"

#include "base/byte_stream.h"
#include "base/system/heap.h"
#include "speech/engine/engine.h"
#include "studio/process/sandbox.h"
#include "studio/process/worker_exit.h"
#include "studio/takes/renderer.h"
#include "studio/takes/take_task.h"

#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace recital {

namespace {

/// What is left in the file of the result, before its content.
enum class Outcome : std::uint64_t { speech, error };

/// All bytes, or none if the other side is gone.
bool receive_all(int socket, void* bytes, std::size_t size) {
    ssize_t count = 0;
    while ((count = ::recv(socket, bytes, size, MSG_WAITALL)) < 0 && errno == EINTR) {
    }
    return count == static_cast<ssize_t>(size);
}

bool send_all(int socket, const void* bytes, std::size_t size) {
    const auto* rest = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t count = ::send(socket, rest, size, MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        rest += std::max<ssize_t>(count, 0);
        size -= static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return true;
}

template <typename Element>
void write_elements(FileWriter& out, const std::vector<Element>& elements) {
    static_assert(std::is_trivially_copyable_v<Element>); // both processes are of one build
    ByteWriter count;
    count.number(elements.size());
    out.write(count.take());
    out.write(std::as_bytes(std::span(elements)));
}

template <typename Element>
std::vector<Element> read_elements(ByteReader& in) {
    std::vector<Element> elements(in.count(sizeof(Element)));
    const std::string_view bytes = in.raw(elements.size() * sizeof(Element));
    if (!bytes.empty()) {
        std::memcpy(elements.data(), bytes.data(), bytes.size());
    }
    return elements;
}

std::string encode_outcome(Outcome outcome) {
    ByteWriter out;
    out.number(static_cast<std::uint64_t>(outcome));
    return out.take();
}

std::string encode_error(const Error& error) {
    ByteWriter out;
    out.raw(encode_outcome(Outcome::error));
    out.number(static_cast<std::uint64_t>(error.kind()));
    out.text(error.what());
    return out.take();
}

void write_utterance(FileWriter& out, const Utterance& utterance) {
    write_elements(out, utterance.samples);
    write_elements(out, utterance.words);
    write_elements(out, utterance.clauses);
}

/// The file of the result is written from its start; what it held before is behind its end then. Its pages
/// are used again.
FileWriter start_result(const FileDescriptor& result) {
    (void)::lseek(result.get(), 0, SEEK_SET);
    return {FileDescriptor(::dup(result.get())), "speech"};
}

SpeechTake read_speech(std::string_view bytes, std::size_t sentences) {
    ByteReader in(bytes);
    if (static_cast<Outcome>(in.number()) == Outcome::error) {
        const auto kind =
            static_cast<ErrorKind>(in.number_below(static_cast<std::uint64_t>(ErrorKind::internal) + 1));
        throw Error(kind, std::string(in.text()));
    }
    SpeechTake speech;
    for (std::size_t n = 0; n < sentences; ++n) {
        Utterance utterance;
        utterance.samples = read_elements<std::int16_t>(in);
        utterance.words = read_elements<SpokenWord>(in);
        utterance.clauses = read_elements<ClauseEnd>(in);
        speech.utterances.push_back(std::move(utterance));
    }
    return speech;
}

/// A library that ends its process does not end it with this.
constexpr int exit_said = 83;

/// Dies as the process of that status (waitpid(2)) did.
[[noreturn]] void die_likewise(int status) {
    if (WIFSIGNALED(status)) {
        ::signal(WTERMSIG(status), SIG_DFL);
        ::kill(::getpid(), WTERMSIG(status));
    }
    ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE);
}

/// Waits for the end of a process that closed its socket. Returns how it ended (waitpid(2)).
int status_at_end_of(pid_t process) {
    int status = W_EXITCODE(EXIT_FAILURE, 0);
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// Ends this process when its parent ends.
void die_with(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(EXIT_FAILURE);
    }
}

/// Returns when the process has ended, or true when nobody is at the other side of the socket any more.
bool is_left_alone(pid_t process, int socket) {
    const FileDescriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0))); // since Linux 5.3
    std::array<pollfd, 2> events{{{handle.get(), POLLIN, 0}, {socket, POLLRDHUP, 0}}};
    while (handle.is_open() && ::poll(events.data(), events.size(), -1) < 0 && errno == EINTR) {
    }
    return events[1].revents != 0;
}

/// Does something in a copy of this process. Returns how it ended (waitpid(2)). The copy is ended when nobody
/// is at the other side of the socket: the signal that the death of a parent sends does not reach this
/// process, because its parent may not send signals to what is outside its sandbox.
template <typename Work>
int do_in_copy(int socket, const Work& work) {
    const pid_t parent = ::getpid();
    const pid_t copy = ::fork();
    if (copy == 0) {
        die_with(parent);
        use_untouched_heap();
        ::close(socket); // whoever speaks has nobody to ask
        give_up_calls();
        work();
        ::_exit(exit_said);
    }
    if (copy > 0 && is_left_alone(copy, socket)) {
        ::kill(copy, SIGKILL);
    }
    int status = W_EXITCODE(exit_without_process, 0);
    while (copy > 0 && ::waitpid(copy, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// The engine with its voice, or why there is none.
struct LoadedEngine {
    std::optional<Engine> engine;
    std::optional<Error> failure;

    explicit LoadedEngine(const Voice& voice) {
        try {
            engine.emplace().use(voice);
        } catch (const Error& error) {
            failure = error;
        } catch (const std::bad_alloc&) {
            ::_exit(exit_out_of_memory);
        }
    }
};

/// Says the request and leaves the speech, or the error, in `result`.
void say(LoadedEngine& loaded, const Voice& voice, const std::string& request, const FileDescriptor& result,
         const StepReporter& report_sentence) {
    try {
        if (loaded.failure) {
            throw Error(*loaded.failure);
        }
        FileWriter out = start_result(result);
        out.write(encode_outcome(Outcome::speech));
        say_sentences(*loaded.engine, parse_request(request), voice, report_sentence,
                      [&out](const Utterance& utterance) { write_utterance(out, utterance); });
        out.flush();
    } catch (const Error& error) {
        FileWriter out = start_result(result);
        out.write(encode_error(error));
        out.flush();
    } catch (const std::bad_alloc&) {
        ::_exit(exit_out_of_memory);
    }
}

} // namespace

void Speaker::start(const WorkerNeeds& needs, const StepReporter& report_sentence) {
    std::array<int, 2> ends{};
    result_ = FileDescriptor(::memfd_create("speech", MFD_CLOEXEC));
    if (!result_.is_open() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return; // `speak` finds nobody to ask
    }
    socket_ = FileDescriptor(ends[0]);
    const FileDescriptor other_end(ends[1]);
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ == 0) {
        die_with(parent);
        socket_.close();
        give_up_files(needs);
        serve(other_end.get(), report_sentence);
    }
}

void Speaker::stop() {
    socket_.close();
    while (process_ > 0 && ::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void Speaker::serve(int socket, const StepReporter& report_sentence) const {
    LoadedEngine loaded(voice_);
    std::uint64_t size = 0;
    while (receive_all(socket, &size, sizeof size)) {
        std::string request(size, '\0');
        if (!receive_all(socket, request.data(), size)) {
            break;
        }
        const int status =
            do_in_copy(socket, [&] { say(loaded, voice_, request, result_, report_sentence); });
        if (!send_all(socket, &status, sizeof status)) {
            break;
        }
    }
    ::_exit(EXIT_SUCCESS);
}

SpeechTake Speaker::speak(const TakeRequest& request) {
    if (process_ < 0) {
        ::_exit(exit_without_process);
    }
    const std::string bytes = serialise_request(request);
    const std::uint64_t size = bytes.size();
    int status = EXIT_FAILURE;
    if (!send_all(socket_.get(), &size, sizeof size) || !send_all(socket_.get(), bytes.data(), size) ||
        !receive_all(socket_.get(), &status, sizeof status)) {
        die_likewise(status_at_end_of(process_));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != exit_said) {
        die_likewise(status);
    }
    const auto end = static_cast<std::size_t>(::lseek(result_.get(), 0, SEEK_CUR));
    buffer_.resize(std::max(buffer_.size(), end));
    if (::pread(result_.get(), buffer_.data(), end, 0) != static_cast<ssize_t>(end)) {
        throw Error(ErrorKind::engine, "the speech is lost");
    }
    return read_speech(std::string_view(buffer_).substr(0, end), request.sentences.size());
}

} // namespace recital
