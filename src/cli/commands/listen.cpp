// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/listen.h"

#include "base/file.h"
#include "base/strings.h"
#include "base/system/system_error.h"
#include "cli/output/exit_code.h"
#include "cli/output/messages.h"
#include "cli/output/print.h"
#include "studio/output/temporary_folder.h"
#include "studio/playback/audio_player.h"
#include "studio/process/signals.h"
#include "studio/render.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace recital {

namespace {

/// A text that is in no file, as an input of a job.
class TextInput {
public:
    /// Throws an `input` error if there is no memory.
    explicit TextInput(const std::string& text) : file_(::memfd_create("text", MFD_CLOEXEC)) {
        if (!file_.is_open()) {
            throw Error(ErrorKind::input,
                        fmt::format("the text cannot be kept in memory: {}", system_error_text(errno)));
        }
        FileWriter writer(FileDescriptor(::dup(file_.get())), "the text");
        writer.write(text);
        writer.flush();
    }

    [[nodiscard]] std::filesystem::path path() const { return fmt::format("/dev/fd/{}", file_.get()); }

private:
    FileDescriptor file_;
};

/// Prints what goes wrong. A text that was typed has no place: the name of its descriptor says nothing.
class ListenListener : public RunListener {
public:
    explicit ListenListener(bool has_place) : has_place_(has_place) {}

    void on_warning(const Diagnostic& warning) override { messages_.warn(placed(warning)); }
    void on_progress(const RunProgress& /*progress*/) override {}
    void on_book(const BookReport& book) override { seconds_ = book.files.front().seconds(); }
    void on_failure(const FailureReport& failure) override {
        FailureReport shown = failure;
        if (!has_place_) {
            shown.source.clear();
        }
        messages_.fail(shown);
    }

    void finish() const {
        messages_.finish_warnings();
        messages_.finish_failures();
    }

    /// The length of the sound; 0 if there is none.
    [[nodiscard]] double seconds() const { return seconds_; }

private:
    [[nodiscard]] Diagnostic placed(Diagnostic diagnostic) const {
        if (!has_place_) {
            diagnostic.place = {};
        }
        return diagnostic;
    }

    bool has_place_;
    double seconds_ = 0;
    Messages messages_;
};

/// The text that was given or comes through standard input. Throws a `usage` error if there is none.
std::string text_to_say(const std::string& given) {
    const bool is_piped = given == "-" && ::isatty(STDIN_FILENO) == 0;
    std::string text = is_piped ? read_file("/dev/stdin") : given == "-" ? std::string() : given;
    if (trimmed(text).empty()) {
        throw Error(ErrorKind::usage,
                    "nothing to say: give a text, for example `recital say 'He studied with Dvořák.'`");
    }
    return text;
}

/// Renders the excerpt into a file. Returns the length of its sound; 0 if there is none.
double render_excerpt(Job job, const std::filesystem::path& output, const TextInput* text) {
    job.output = output;
    if (text != nullptr) {
        job.inputs = {text->path()};
        job.reading.as_typed = true;
        job.reading.musician = "Spoken text"; // the title in the tags of a file
        job.metadata["comment"] = "";         // it is no biography
    }
    ListenListener listener(text == nullptr);
    (void)render(job, listener);
    listener.finish();
    return listener.seconds();
}

/// The folder for sound that is played. Throws an `output` error.
std::filesystem::path temporary_folder() {
    std::error_code failure;
    std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
    if (failure) {
        throw Error(ErrorKind::output,
                    "there is no folder for temporary files: set TMPDIR to one, or give a file with -o");
    }
    return folder;
}

/// Renders the excerpt and plays it, or writes it to standard output.
int play_excerpt(const ListenOptions& options, const TextInput* text) {
    const std::filesystem::path parent = temporary_folder();
    sweep_temporary_folders(parent);
    const TemporaryFolder folder(parent);
    const std::filesystem::path audio = folder.path() / "speech.wav";
    const double seconds = render_excerpt(options.job, audio, text);
    if (seconds == 0) {
        return exit_no_book;
    }
    if (options.output == "-") {
        print_content(read_file(audio));
    } else {
        play_audio(audio, seconds);
    }
    return exit_all_done;
}

/// What is there may be a whole book.
void check_output(const ListenOptions& options) {
    std::error_code ignored;
    if (!options.job.overwrite && std::filesystem::exists(options.output, ignored)) {
        throw Error(ErrorKind::output,
                    fmt::format("-o {}: there is a file already: give another name, or replace it with "
                                "--overwrite",
                                options.output));
    }
}

int listen(const ListenOptions& options) {
    std::optional<TextInput> text;
    if (options.text) {
        text.emplace(text_to_say(*options.text));
    }
    const TextInput* const given = text ? &*text : nullptr;
    if (options.output.empty() || options.output == "-") {
        return play_excerpt(options, given);
    }
    check_output(options);
    return render_excerpt(options.job, options.output, given) > 0 ? exit_all_done : exit_no_book;
}

} // namespace

int run_listen(const ListenOptions& options) {
    if (options.output == "-" && is_output_terminal()) {
        throw Error(ErrorKind::usage,
                    "-o - writes sound, which a terminal cannot show: give a file or a pipe");
    }
    watch_signals();
    try {
        return listen(options);
    } catch (const Interrupted& interrupted) { // nothing is to be said of it: it is heard
        return interrupted.signal == SIGINT ? exit_interrupted : exit_terminated;
    }
}

} // namespace recital
