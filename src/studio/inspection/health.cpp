// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/inspection/health.h"

#include "artwork/canvas/canvas.h"
#include "base/data_table.h"
#include "base/error.h"
#include "base/file.h"
#include "base/resources.h"
#include "base/strings.h"
#include "speech/engine/engine.h"
#include "speech/voice/voice.h"
#include "studio/process/engine_worker.h"
#include "studio/process/sandbox_probe.h"
#include "studio/process/worker.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <system_error>

namespace recital {

namespace {

using Checks = std::vector<HealthCheck>;

constexpr WorkerLimits limits{60, 60};

/// A check with what is said if it is ok and if it is not.
HealthCheck check(std::string name, bool ok, std::string holds, std::string fails, std::string remedy) {
    return {std::move(name), ok, false, ok ? std::move(holds) : std::move(fails),
            ok ? std::string() : std::move(remedy)};
}

HealthCheck essential(HealthCheck check) {
    check.essential = true;
    return check;
}

void check_sandbox(Checks& checks) {
    const SandboxProbe found = probe_sandbox();
    constexpr const char* with_seccomp =
        "use a kernel with CONFIG_SECCOMP_FILTER; in a container, allow the call seccomp";
    checks.push_back(check(
        "system-calls", found.calls_refused,
        "workers open no sockets, start and trace no programs, open no files for writing",
        "a parser that is taken over could reach the network, start programs and write files", with_seccomp));
    checks.push_back(
        check("files", found.files_refused,
              fmt::format("workers read nothing but the program's data and libraries (Landlock version {})",
                          found.landlock),
              "a parser that is taken over could read every file that you can read",
              "use Linux 5.13 or newer with Landlock among its security modules (lsm=landlock,...); in a "
              "container, allow the calls landlock_*"));
    checks.push_back(
        check("no-new-privileges", found.no_new_privileges, "workers gain no rights by starting a program",
              "a parser that is taken over could start programs with more rights", "use Linux 3.5 or newer"));
    checks.push_back(check("limits", found.memory_limited && found.file_size_limited,
                           "a worker that uses too much memory or disk space fails alone",
                           "a parser could use all memory or fill the disk",
                           "use Linux 4.7 or newer; a build with sanitizers has no limit of memory"));
}

/// What `work` answers in a worker with the engine, or the error.
template <typename Work>
std::pair<bool, std::string> ask_engine(Work work) {
    try {
        return {true, ask_once(engine_worker([&work](std::string_view, const StepReporter&) {
                                   Engine engine;
                                   return work(engine);
                               }),
                               limits)};
    } catch (const Error& error) {
        return {false, error.what()};
    }
}

void check_speech(Checks& checks) {
    const EngineInfo info = engine_info();
    const auto [starts, answer] = ask_engine([](Engine&) { return std::string(); });
    checks.push_back(essential(check("engine", starts, fmt::format("eSpeak NG {} speaks", info.version),
                                     answer, "install the package libespeak-ng1")));
    checks.push_back(essential(check("engine-data", starts && std::filesystem::exists(info.data_folder),
                                     fmt::format("its voices and dictionaries are in {}", info.data_folder),
                                     fmt::format("{} holds no voices that fit the engine", info.data_folder),
                                     "install the package espeak-ng-data")));
}

void check_voices(Checks& checks) {
    try {
        const std::vector<Voice> voices = load_voices(resource_folder() / "voices");
        const auto [all_speak, answer] = ask_engine([&voices](Engine& engine) {
            for (const Voice& voice : voices) {
                engine.use(voice);
            }
            return std::string();
        });
        checks.push_back(essential(check("voices", all_speak && !voices.empty(),
                                         fmt::format("the engine accepts all {} voices", voices.size()),
                                         voices.empty() ? "there are no voices" : answer,
                                         "install recital whole, with its folder `voices`")));
    } catch (const Error& error) {
        checks.push_back(essential(check("voices", false, {}, error.to_string(),
                                         "install recital whole, with its folders `data` and `voices`")));
    }
}

/// The fonts that covers are lettered with first, of those that Debian has packages of.
void check_fonts(Checks& checks) {
    const WorkerKind kind{"the designer of covers",
                          [](std::string_view, const StepReporter&) { return drawing_environment(); }};
    std::vector<std::string> missing;
    std::string failure;
    try {
        const std::string families = ask_once(kind, limits);
        for (const char* family : {"EB Garamond", "Amiri", "Droid Sans Fallback", "DejaVu"}) {
            if (families.find(family) == std::string::npos) {
                missing.emplace_back(family);
            }
        }
    } catch (const Error& error) {
        failure = error.what();
    }
    checks.push_back(check(
        "fonts", missing.empty() && failure.empty(),
        "covers are lettered with the fonts that they were designed with",
        failure.empty()
            ? fmt::format("covers are lettered with other fonts: there is no {}", fmt::join(missing, ", "))
            : fmt::format("no cover can be drawn: {}", failure),
        "install the packages fonts-ebgaramond, fonts-hosny-amiri, fonts-droid-fallback "
        "and fonts-dejavu-core"));
}

/// The folder itself, or the next above it that exists.
std::filesystem::path existing(std::filesystem::path folder) {
    std::error_code ignored;
    while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored)) {
        folder = folder.parent_path();
    }
    return folder;
}

/// Why no file can be made in the folder; empty if one can.
std::string unwritable(const std::filesystem::path& folder) {
    try {
        const TemporaryFile file(folder / "probe", folder); // gone at the end of this block
        FileWriter writer(file.descriptor(), folder.string());
        writer.write("probe");
        writer.flush();
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

void check_cache(Checks& checks, const std::filesystem::path& cache) {
    constexpr const char* remedy = "choose a folder that you may write to, with XDG_CACHE_HOME or --cache";
    if (cache.empty()) {
        checks.push_back(check("cache", false, {}, "rendered passages are not kept for later runs", remedy));
        return;
    }
    const std::string reason = unwritable(existing(cache));
    checks.push_back(
        check("cache", reason.empty(), fmt::format("rendered passages are kept in {}", cache.string()),
              fmt::format("rendered passages are not kept: {} {}", cache.string(), reason), remedy));
}

void check_space(Checks& checks, const std::filesystem::path& cache) {
    constexpr std::uintmax_t wanted = std::uintmax_t{1} << 30U; // about 25 hours of sound, twice
    const std::filesystem::path folder = existing(cache.empty() ? std::filesystem::current_path() : cache);
    std::error_code failure;
    const std::uintmax_t available = std::filesystem::space(folder, failure).available;
    const std::string text =
        fmt::format("{:.1f} GiB are free where {} is",
                    static_cast<double>(available) / static_cast<double>(wanted), folder.string());
    checks.push_back(check("space", !failure && available >= wanted, text, text,
                           "free some space: an hour of sound takes about 40 MB in the cache and as a book"));
}

} // namespace

std::vector<HealthCheck> check_health(const std::filesystem::path& cache) {
    Checks checks;
    check_sandbox(checks);
    check_speech(checks);
    check_voices(checks);
    check_fonts(checks);
    check_cache(checks, cache);
    check_space(checks, cache);
    return checks;
}

} // namespace recital
