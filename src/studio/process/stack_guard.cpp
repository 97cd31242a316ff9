// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/stack_guard.h"

#include <sys/resource.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>

namespace recital {

#if defined(__SANITIZE_ADDRESS__)

void guard_stack(void (* /*report*/)()) noexcept {}

#else

namespace {

constexpr std::size_t handler_stack_bytes = std::size_t{64} << 10U;
/// What a function may reach beyond the end of the stack; the kernel keeps a gap of 1 MiB there.
constexpr std::uintptr_t reach_bytes = std::uintptr_t{1} << 20U;

/// Of the only guarded thread. A signal handler sees nothing else.
struct Guard {
    alignas(std::max_align_t) std::array<char, handler_stack_bytes> handler_stack{};
    std::uintptr_t stack_start = 0;
    std::uintptr_t stack_bytes = 0; ///< that it may grow to; 0 without a limit
    void (*report)() = nullptr;
};

Guard guard;

/// True if the address is in the room that the stack may use, or just beyond. What the stack has already can
/// be accessed, so an invalid access there is to what it could not get.
bool is_beyond_stack(std::uintptr_t address) {
    return guard.stack_bytes != 0 && address < guard.stack_start &&
           guard.stack_start - address < guard.stack_bytes + reach_bytes;
}

void handle_invalid_access(int signal, siginfo_t* info, void* /*context*/) {
    const bool is_sent = info->si_code <= 0; // by kill(2) or raise(3)
    if (!is_sent && is_beyond_stack(reinterpret_cast<std::uintptr_t>(info->si_addr))) {
        guard.report();
    }
    (void)std::signal(signal, SIG_DFL);
    if (is_sent) {
        (void)std::raise(signal);
    } // otherwise the access is tried again, and ends the process
}

} // namespace

void guard_stack(void (*report)()) noexcept {
    guard.report = report;
    if (guard.stack_start == 0) { // a copy of a process has the stack of the process
        guard.stack_start = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    }
    rlimit limit{};
    ::getrlimit(RLIMIT_STACK, &limit);
    guard.stack_bytes = limit.rlim_cur == RLIM_INFINITY ? 0 : limit.rlim_cur;
    stack_t stack{};
    stack.ss_sp = guard.handler_stack.data();
    stack.ss_size = guard.handler_stack.size();
    struct sigaction action{};
    action.sa_sigaction = handle_invalid_access;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    if (::sigaltstack(&stack, nullptr) == 0) {
        (void)::sigaction(SIGSEGV, &action, nullptr);
    }
}

#endif

} // namespace recital
