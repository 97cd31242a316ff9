// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "base/system/heap.h"
#include "base/system/system_error.h"
#include "cli/commands/cache.h"
#include "cli/commands/doctor.h"
#include "cli/commands/inspect.h"
#include "cli/commands/lexicon.h"
#include "cli/commands/listen.h"
#include "cli/commands/merge.h"
#include "cli/commands/plan.h"
#include "cli/commands/render.h"
#include "cli/commands/script.h"
#include "cli/commands/verify.h"
#include "cli/commands/version.h"
#include "cli/commands/voices.h"
#include "cli/options/options.h"
#include "cli/output/exit_code.h"
#include "cli/output/messages.h"
#include "cli/output/print.h"
#include "studio/process/signals.h"
#include "studio/process/stack_guard.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

namespace recital {

namespace {

constexpr std::size_t heap_bytes = std::size_t{48} << 20U; // what a worker may need beside what it shares

int execute(const Options& options) {
    if (const auto* render = std::get_if<RenderOptions>(&options)) {
        return run_render(*render);
    }
    if (const auto* plan = std::get_if<PlanOptions>(&options)) {
        return run_plan(*plan);
    }
    if (const auto* merge = std::get_if<MergeOptions>(&options)) {
        return run_merge(*merge);
    }
    if (const auto* script = std::get_if<ScriptOptions>(&options)) {
        return run_script(*script);
    }
    if (const auto* lexicon = std::get_if<LexiconOptions>(&options)) {
        return run_lexicon(*lexicon);
    }
    if (const auto* listen = std::get_if<ListenOptions>(&options)) {
        return run_listen(*listen);
    }
    if (const auto* voices = std::get_if<VoicesOptions>(&options)) {
        return run_voices(*voices);
    }
    if (const auto* inspect = std::get_if<InspectOptions>(&options)) {
        return run_inspect(*inspect);
    }
    if (const auto* verify = std::get_if<VerifyOptions>(&options)) {
        return run_verify(*verify);
    }
    if (const auto* cache = std::get_if<CacheOptions>(&options)) {
        return run_cache(*cache);
    }
    if (const auto* doctor = std::get_if<DoctorOptions>(&options)) {
        return run_doctor(*doctor);
    }
    if (const auto* version = std::get_if<VersionOptions>(&options)) {
        return run_version(*version);
    }
    print_output("{}", Lines{std::get<PrintOptions>(options).text});
    return exit_all_done;
}

int exit_code_of(ErrorKind kind) {
    return kind == ErrorKind::usage || kind == ErrorKind::voice ? exit_usage : exit_no_book;
}

int run_command(int argument_count, const char* const* arguments) {
    try {
        return execute(parse_options(argument_count, arguments));
    } catch (const Error& error) {
        print_error(error);
        return exit_code_of(error.kind());
    } catch (const Interrupted& interrupted) {
        print_message("recital: stopped; finished passages are kept and will be reused by the next run\n");
        return interrupted.signal == SIGINT ? exit_interrupted : exit_terminated;
    } catch (const std::bad_alloc&) {
        print_message("recital: error: {}, or give it less at a time\n", memory_error_text());
        return exit_no_book;
    } catch (const std::exception& error) {
        print_message("recital: error: a defect of this program: {}\n", error.what());
        return exit_no_book;
    }
}

/// Whoever closes a pipe has read what they wanted, and gets no message.
void report_lost_output() {
    if (output_error() != EPIPE) {
        print_message(
            "recital: error: standard output cannot be written: {}: what was to be printed is lost\n",
            system_error_text(output_error()));
    }
}

/// Says so and ends the program when its stack is used up.
void watch_stack() {
    static const std::string message = fmt::format("recital: error: {}\n", stack_error_text());
    guard_stack([] {
        write_message(message);
        ::_exit(exit_no_book);
    });
}

/// Libraries end the process if they get no memory while they are loaded: GLib by SIGTRAP, others by an
/// exception that nobody can catch. Says so; a forked process dies of the signal, which its parent reports.
void watch_memory() {
    static const std::string message = fmt::format("recital: error: {}\n", memory_error_text());
    static const pid_t program = ::getpid();
    const auto end = [](int signal) {
        if (::getpid() == program) {
            write_message(message);
            ::_exit(exit_no_book);
        }
        ::signal(signal, SIG_DFL);
        ::raise(signal);
    };
    ::signal(SIGTRAP, end);
    std::set_terminate([] {
        try {
            if (const auto exception = std::current_exception(); exception && ::getpid() == program) {
                std::rethrow_exception(exception);
            }
        } catch (const std::bad_alloc&) {
            write_message(message);
            ::_exit(exit_no_book);
        } catch (...) { // a defect: the process ends as it would without this
        }
        std::abort();
    });
}

} // namespace

int run_program(int argument_count, const char* const* arguments) {
    prepare_heap(heap_bytes);
    prepare_standard_streams();
    watch_stack();
    watch_memory();
    const int exit_code = run_command(argument_count, arguments);
    if (flush_output()) {
        return exit_code;
    }
    report_lost_output();
    return exit_code == exit_all_done ? exit_output_lost : exit_code;
}

} // namespace recital
