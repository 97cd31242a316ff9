// SPDX-License-Identifier: GPL-3.0-or-later
// The main job against its parts, all in one run so that the machine's mood cancels out:
//   bench_main_job [--stages] FILE...      biographies as plain text, for example data/biographies/*.txt
// Prints seconds of user and system time, seconds by the clock, page faults and the largest process's memory,
// as medians of several rounds, of: recital (without drawing covers) with an empty store of takes, on all
// cores and on one, and with a full one; bare eSpeak NG synthesis, bare libsamplerate (a mono signal at a
// time, and in lanes as recital uses it), bare mastering with resampling in lanes, and bare encoding of the
// same sound, each on one core in one process; and the same work by `espeak-ng | ffmpeg` on all cores, with
// recital's settings and as people write it: one file after another, in ffmpeg's default AAC at 44.1 kHz.
// Then the ratios between them, like with like (a core is slower while its neighbours work), each the median
// of the rounds' own with the lowest and the highest: the machine's pace changes between rounds more than
// within one. With --stages it measures recital on one core and the bare stages only, which long texts need.
#include "base/system/heap.h"
#include "bench/material.h"
#include "container/formats.h"
#include "dsp/filters/resampler.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <samplerate.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <thread>

namespace {

using namespace recital;

constexpr std::size_t rounds = 11;
constexpr std::size_t heap_bytes = std::size_t{240} << 20U; // the most that is prepared

struct Usage {
    double user = 0;
    double system = 0;
    double wall = 0;
    double page_faults = 0;
    double mebibytes = 0;

    [[nodiscard]] double cpu() const { return user + system; }
};

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

/// Runs the work in a process of its own; what its children use counts, too.
Usage measure(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    rusage usage{};
    int status = 0;
    ::wait4(child, &status, 0, &usage);
    if (status != 0) {
        throw Error(ErrorKind::internal, "a measured command failed");
    }
    return {seconds_of(usage.ru_utime), seconds_of(usage.ru_stime),
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(usage.ru_minflt), static_cast<double>(usage.ru_maxrss) / 1024};
}

[[noreturn]] void run_shell(const std::string& command) {
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
}

/// `engine` is the one that prepared the material: it can be started only once, and forked as often as one
/// likes.
void speak_all(const Material& material, Engine& engine) {
    for (const TakeRequest& request : material.requests) {
        for (const SpokenForm& sentence : request.sentences) {
            (void)engine.speak(sentence);
        }
    }
}

/// libsamplerate as its documentation has it: one mono signal at a time.
void resample_all(const Material& material) {
    int status = 0;
    const std::unique_ptr<SRC_STATE, decltype(&src_delete)> state(
        src_new(SRC_SINC_MEDIUM_QUALITY, 1, &status), src_delete);
    const double ratio = static_cast<double>(material.context.codec.sample_rate) / Engine::sample_rate;
    for (const std::vector<float>& speech : material.speech) {
        std::vector<float> converted(static_cast<std::size_t>(static_cast<double>(speech.size()) * ratio) +
                                     1);
        SRC_DATA data{};
        data.data_in = speech.data();
        data.input_frames = static_cast<long>(speech.size());
        data.data_out = converted.data();
        data.output_frames = static_cast<long>(converted.size());
        data.src_ratio = ratio;
        data.end_of_input = 1;
        if (status != 0 || src_reset(state.get()) != 0 || src_process(state.get(), &data) != 0) {
            throw Error(ErrorKind::internal, "the bare resampling failed");
        }
    }
}

/// The same sound through recital's use of the library.
void resample_in_lanes(const Material& material) {
    Resampler resampler("medium", Engine::sample_rate, material.context.codec.sample_rate);
    for (const std::vector<float>& speech : material.speech) {
        (void)resampler.convert(speech);
    }
}

/// One after another, as a run does: only the last one is in memory.
void master_each(const Material& material) {
    Mastering mastering(material.context);
    for (std::size_t n = 0; n < material.requests.size(); ++n) {
        (void)mastering.master(material.utterances[n], material.requests[n].closing_pause);
    }
}

void encode_all(const Material& material) {
    const auto codec = make_codec(material.context.codec);
    for (const auto& master : material.masters) {
        (void)codec->encode(master);
    }
}

constexpr const char* like_recital = "-v en-us+m6 -s 189"; // options of espeak-ng

std::string pipeline_command(const std::vector<std::string>& files, const CodecSettings& format) {
    return fmt::format(
        "printf '%s\\0' {} | xargs -0 -P \"$(nproc)\" -I{{}} sh -c 'espeak-ng {} "
        "--stdout -f \"$1\" | ffmpeg -v error -y -i - -ar {} -c:a aac -aac_coder fast -b:a {} -f ipod "
        "/dev/null' sh {{}}",
        fmt::join(files, " "), like_recital, format.sample_rate, format.bitrate);
}

/// Without any wish but a file for each text.
std::string usual_pipeline_command(const std::vector<std::string>& files) {
    return fmt::format(
        "for f in {}; do espeak-ng --stdout -f \"$f\" | ffmpeg -v error -y -i - -ar 44100 -c:a "
        "aac -f ipod /dev/null; done",
        fmt::join(files, " "));
}

/// Seconds of sound that `espeak-ng` with these options makes of the files.
double engine_seconds(const std::vector<std::string>& files, const std::string& options) {
    const std::string command = fmt::format("for f in {}; do espeak-ng {} --stdout -f \"$f\"; done | wc -c",
                                            fmt::join(files, " "), options);
    const std::unique_ptr<std::FILE, decltype(&::pclose)> output(::popen(command.c_str(), "r"), &::pclose);
    double bytes = 0;
    if (output == nullptr || std::fscanf(output.get(), "%lf", &bytes) != 1) {
        throw Error(ErrorKind::internal, "espeak-ng failed");
    }
    constexpr double bytes_per_sample = 2;
    return bytes / bytes_per_sample / Engine::sample_rate;
}

/// Measures the bare stages on request, in a process that holds the material. The main process stays small:
/// what it forks would otherwise show the material's memory as its own.
class StageBench {
public:
    explicit StageBench(const std::vector<std::string>& files) {
        if (::pipe(requests_.data()) != 0 || ::pipe(answers_.data()) != 0) {
            throw Error(ErrorKind::internal, "no pipe");
        }
        if (::fork() == 0) {
            ::close(requests_[1]);
            try {
                serve(files);
            } catch (const std::exception& error) {
                fmt::print(stderr, "bench_main_job: {}\n", error.what());
                ::_exit(1);
            }
            ::_exit(0);
        }
        ::close(answers_[1]); // so that the end of the other process is seen here
    }

    /// Seconds of sound that the stages work on.
    double speech_seconds() { return ask('t').wall; }

    Usage ask(char stage) {
        Usage usage;
        if (::write(requests_[1], &stage, 1) != 1 ||
            ::read(answers_[0], &usage, sizeof usage) != sizeof usage) {
            throw Error(ErrorKind::internal, "the bare stages failed");
        }
        return usage;
    }

private:
    void serve(const std::vector<std::string>& files) const {
        prepare_heap(heap_bytes); // as recital does: pages that are cleared again would count as work
        Engine engine;
        const Material material = prepare_material(files, engine);
        for (char stage = 0; ::read(requests_[0], &stage, 1) == 1;) {
            Usage usage;
            if (stage == 's') {
                usage = measure([&] { speak_all(material, engine); });
            } else if (stage == 'r') {
                usage = measure([&] { resample_all(material); });
            } else if (stage == 'l') {
                usage = measure([&] { resample_in_lanes(material); });
            } else if (stage == 'm') {
                usage = measure([&] { master_each(material); });
            } else if (stage == 'e') {
                usage = measure([&] { encode_all(material); });
            } else {
                for (const auto& master : material.masters) {
                    usage.wall += static_cast<double>(master.size()) / material.context.codec.sample_rate;
                }
            }
            if (::write(answers_[1], &usage, sizeof usage) != sizeof usage) {
                return;
            }
        }
    }

    std::array<int, 2> requests_{};
    std::array<int, 2> answers_{};
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void run(const std::vector<std::string>& files, bool only_stages) {
    std::string folder = (std::filesystem::temp_directory_path() / "recital-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        throw Error(ErrorKind::output, "no temporary folder");
    }
    const auto recital = [&](int workers) {
        return fmt::format("exec " RECITAL_PROGRAM
                           " render -q -j {0} --cover none -o {1}/out --cache {1}/takes '{2}' 2>/dev/null",
                           workers, folder, fmt::join(files, "' '"));
    };
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    const FormatSettings format = make_format_settings("m4b", 0, 0);
    std::map<std::string, std::vector<Usage>> results;
    StageBench stages(files);
    const double speech_seconds = stages.speech_seconds();
    for (std::size_t round = 0; round < rounds; ++round) {
        std::filesystem::remove_all(folder + "/takes");
        results["3 recital, cold, one core"].push_back(measure([&] { run_shell(recital(1)); }));
        results["4 bare synthesis"].push_back(stages.ask('s'));
        results["5 bare resampling"].push_back(stages.ask('r'));
        results["6 the same in lanes"].push_back(stages.ask('l'));
        results["7 bare encoding"].push_back(stages.ask('e'));
        results["8 bare mastering in lanes"].push_back(stages.ask('m'));
        if (only_stages) {
            continue;
        }
        std::filesystem::remove_all(folder + "/takes");
        results["1 recital, cold"].push_back(measure([&] { run_shell(recital(cores)); }));
        results["2 recital, warm"].push_back(measure([&] { run_shell(recital(cores)); }));
        results["9 espeak-ng | ffmpeg"].push_back(
            measure([&] { run_shell(pipeline_command(files, format)); }));
        results["x the same as usual"].push_back(measure([&] { run_shell(usual_pipeline_command(files)); }));
    }
    std::filesystem::remove_all(folder);
    fmt::print("{:.0f} s of sound, medians of {} rounds\n\n{:<28}{:>9}{:>9}{:>9}{:>9}{:>9}\n", speech_seconds,
               rounds, "", "user s", "system s", "wall s", "faults", "MiB");
    for (const auto& [name, usages] : results) {
        const auto column = [&measured = usages](double Usage::* field) {
            std::vector<double> values;
            values.reserve(measured.size());
            for (const Usage& usage : measured) {
                values.push_back(usage.*field);
            }
            return median(values);
        };
        fmt::print("{:<28}{:>9.3f}{:>9.3f}{:>9.3f}{:>9.0f}{:>9.1f}\n", name.substr(2), column(&Usage::user),
                   column(&Usage::system), column(&Usage::wall), column(&Usage::page_faults),
                   column(&Usage::mebibytes));
    }
    const auto print_ratio = [&results](const char* title, const auto& figure, const std::string& name,
                                        const std::vector<std::string>& references) {
        std::vector<double> ratios;
        ratios.reserve(rounds);
        for (std::size_t round = 0; round < rounds; ++round) {
            double reference = 0;
            for (const std::string& part : references) {
                reference += figure(results[part][round]);
            }
            ratios.push_back(figure(results[name][round]) / reference);
        }
        const auto [lowest, highest] = std::minmax_element(ratios.begin(), ratios.end());
        fmt::print("{:<48}{:>7.3f}  ({:.3f} to {:.3f})\n", title, median(ratios), *lowest, *highest);
    };
    const auto cpu = [](const Usage& usage) { return usage.cpu(); };
    const auto wall = [](const Usage& usage) { return usage.wall; };
    const auto print_speed = [&](const char* title, const std::string& name, double seconds) {
        std::vector<double> speeds;
        for (std::size_t round = 0; round < rounds; ++round) {
            speeds.push_back(results[name][round].wall / seconds /
                             (results["1 recital, cold"][round].wall / speech_seconds));
        }
        const auto [lowest, highest] = std::minmax_element(speeds.begin(), speeds.end());
        fmt::print("{:<48}{:>7.3f}  ({:.3f} to {:.3f})\n", title, median(speeds), *lowest, *highest);
    };
    fmt::print("\n");
    print_ratio("CPU: cold, one core / bare stages", cpu, "3 recital, cold, one core",
                {"4 bare synthesis", "8 bare mastering in lanes", "7 bare encoding"});
    if (only_stages) {
        return;
    }
    print_ratio("CPU: warm / cold", cpu, "2 recital, warm", {"1 recital, cold"});
    print_ratio("CPU: cold / espeak-ng | ffmpeg", cpu, "1 recital, cold", {"9 espeak-ng | ffmpeg"});
    print_ratio("wall: cold / espeak-ng | ffmpeg", wall, "1 recital, cold", {"9 espeak-ng | ffmpeg"});
    print_speed("times as fast as it, for a second of sound", "9 espeak-ng | ffmpeg",
                engine_seconds(files, like_recital));
    print_speed("times as fast as the usual one", "x the same as usual", engine_seconds(files, ""));
}

} // namespace

int main(int argument_count, char** arguments) {
    std::vector<std::string> files(arguments + 1, arguments + argument_count);
    const bool only_stages = std::erase(files, "--stages") > 0;
    if (files.empty()) {
        fmt::print(stderr, "usage: bench_main_job [--stages] FILE...\n");
        return 2;
    }
    try {
        run(files, only_stages);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_main_job: {}\n", error.what());
        return 1;
    }
    return 0;
}
