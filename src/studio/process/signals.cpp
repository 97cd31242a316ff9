// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/signals.h"

#include <csignal>

namespace recital {

namespace {

volatile std::sig_atomic_t received = 0;

void remember(int signal) {
    received = signal;
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action{};
    action.sa_handler = handler; // without SA_RESTART: a waiting poll returns
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

void watch_signals() {
    handle(SIGINT, remember);
    handle(SIGTERM, remember);
    struct sigaction hang_up{};
    sigaction(SIGHUP, nullptr, &hang_up);
    if (hang_up.sa_handler != SIG_IGN) {
        handle(SIGHUP, remember);
    }
}

void check_interrupted() {
    if (received != 0) {
        throw Interrupted{received};
    }
}

void ignore_signals() {
    handle(SIGINT, SIG_IGN);
    handle(SIGTERM, SIG_IGN);
    handle(SIGHUP, SIG_IGN);
}

} // namespace recital
