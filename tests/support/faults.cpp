// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries that misbehave: preloaded into the program (LD_PRELOAD), this one takes the place of functions of
// other libraries. Where the data holds one of the words "Faultcrash", "Faultabort", "Faultkill",
// "Faultexit", "Faulthang", "Faultstop", "Faultflood" and "Faultgarbage", it does that; "Faultonce" crashes
// once in a run and notes it in the file $RECITAL_FAULT_ONCE. Otherwise it calls the real function.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace {

/// To whatever is open, as a program that was taken over might.
void send_everywhere(std::string_view bytes) {
    constexpr int max_descriptor = 64;
    for (int descriptor = 3; descriptor < max_descriptor; ++descriptor) {
        (void)::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
}

/// A byte of the file $RECITAL_FAULT_ONCE, shared by all processes of the run: workers open no files to
/// write.
std::atomic<bool>* map_crashed_once() {
    const char* const path = std::getenv("RECITAL_FAULT_ONCE");
    const int file = path == nullptr ? -1 : ::open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0 || ::ftruncate(file, 1) != 0) {
        return nullptr;
    }
    void* const page = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return page == MAP_FAILED ? nullptr : static_cast<std::atomic<bool>*>(page);
}

std::atomic<bool>* const crashed_once = map_crashed_once();

[[noreturn]] void crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    std::abort();
}

void misbehave_if_told(std::string_view data) {
    const auto told = [data](std::string_view word) { return data.find(word) != std::string_view::npos; };
    if (!told("Fault")) {
        return;
    }
    if (told("Faultcrash")) {
        crash();
    }
    if (told("Faultabort")) {
        std::abort();
    }
    if (told("Faultkill")) {
        std::raise(SIGKILL); // as a system without memory does
    }
    if (told("Faultexit")) {
        ::_exit(0);
    }
    if (told("Faulthang")) {
        volatile bool is_hanging = true; // volatile: an endless loop without effects is undefined
        while (is_hanging) {
        }
    }
    if (told("Faultstop")) {
        std::raise(SIGSTOP);
    }
    if (told("Faultflood")) {
        while (true) {
            send_everywhere("A" + std::string(4096, '\xFF'));
        }
    }
    if (told("Faultgarbage")) {
        send_everywhere(std::string(100, '?'));
        ::pause();
    }
    if (told("Faultonce") && crashed_once != nullptr && !crashed_once->exchange(true)) {
        crash();
    }
}

/// What the program would have called.
template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

/// The C library: no process if $RECITAL_FAULT_FORK is set, as when the user has as many as allowed.
pid_t fork() {
    if (std::getenv("RECITAL_FAULT_FORK") != nullptr) {
        errno = EAGAIN;
        return -1;
    }
    return next<decltype(fork)>("fork")();
}

/// md4c
int md_parse(const char* text, unsigned size, const void* parser, void* context) {
    misbehave_if_told({text, size});
    return next<decltype(md_parse)>("md_parse")(text, size, parser, context);
}

/// libxml2
int htmlParseChunk(void* context, const char* chunk, int size, int terminate) {
    misbehave_if_told({chunk, static_cast<std::size_t>(chunk == nullptr ? 0 : size)});
    return next<decltype(htmlParseChunk)>("htmlParseChunk")(context, chunk, size, terminate);
}

/// eSpeak NG
int espeak_Synth(const void* text, std::size_t size, unsigned position, int position_type, unsigned end,
                 unsigned flags, unsigned* identifier, void* context) {
    misbehave_if_told(static_cast<const char*>(text));
    return next<decltype(espeak_Synth)>("espeak_Synth")(text, size, position, position_type, end, flags,
                                                        identifier, context);
}

/// GdkPixbuf
int gdk_pixbuf_loader_write(void* loader, const unsigned char* bytes, std::size_t size, void** error) {
    misbehave_if_told({reinterpret_cast<const char*>(bytes), size});
    return next<decltype(gdk_pixbuf_loader_write)>("gdk_pixbuf_loader_write")(loader, bytes, size, error);
}

/// libavcodec: by the name of a file that is open.
int avcodec_send_packet(void* decoder, const void* packet) {
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code ignored;
        misbehave_if_told(std::filesystem::read_symlink(entry.path(), ignored).native());
    }
    return next<decltype(avcodec_send_packet)>("avcodec_send_packet")(decoder, packet);
}

} // extern "C"
