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
#include "studio/render.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

namespace recital {

namespace {

/// A text that is in no file, as an input of a job: nothing of it is left on a disk.
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

/// Tells of what goes wrong. A text that was typed has no place: the name of its descriptor says nothing.
class ListenListener : public RunListener {
public:
    explicit ListenListener(bool has_place) : has_place_(has_place) {}

    void on_warning(const Diagnostic& warning) override { messages_.warn(placed(warning)); }
    void on_progress(const RunProgress& /*progress*/) override {}
    void on_book(const BookReport& /*book*/) override {}
    void on_failure(const FailureReport& failure) override {
        FailureReport told = failure;
        if (!has_place_) {
            told.source.clear();
        }
        messages_.fail(told);
    }

    void finish() const {
        messages_.finish_warnings();
        messages_.finish_failures();
    }

private:
    [[nodiscard]] Diagnostic placed(Diagnostic diagnostic) const {
        if (!has_place_) {
            diagnostic.place = {};
        }
        return diagnostic;
    }

    bool has_place_;
    Messages messages_;
};

/// The text that was given or comes through standard input. Throws a `usage` error if there is none.
std::string text_to_say(const std::string& given) {
    const bool is_piped = given == "-" && ::isatty(STDIN_FILENO) == 0;
    std::string text = is_piped       ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                       : given == "-" ? std::string()
                                      : given;
    if (trimmed(text).empty()) {
        throw Error(ErrorKind::usage,
                    "nothing to say: give a text, for example `recital say 'He studied with Dvořák.'`");
    }
    return text;
}

/// Returns whether there is something to hear.
bool render_excerpt(Job job, const std::filesystem::path& output, const ListenOptions& options) {
    job.output = output;
    ListenListener listener(!options.text);
    RunReport report;
    if (options.text) {
        const TextInput text(text_to_say(*options.text));
        job.inputs = {text.path()};
        job.reading.musician = "Spoken text"; // the title in the tags of a file
        job.metadata["comment"] = "";         // it is no biography
        report = render(job, listener);
    } else {
        report = render(job, listener);
    }
    listener.finish();
    return report.books > 0;
}

/// To standard output or through a player.
void hand_over(const std::filesystem::path& audio, const std::string& output) {
    if (output == "-") {
        print_content(read_file(audio));
    } else {
        play_audio(audio);
    }
}

} // namespace

int run_listen(const ListenOptions& options) {
    if (options.output == "-" && is_output_terminal()) {
        throw Error(ErrorKind::usage,
                    "-o - writes sound, which a terminal cannot show: give a file or a pipe");
    }
    if (!options.output.empty() && options.output != "-") {
        return render_excerpt(options.job, options.output, options) ? exit_all_done : exit_no_book;
    }
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const std::filesystem::path audio = folder.path() / "speech.wav";
    if (!render_excerpt(options.job, audio, options)) {
        return exit_no_book;
    }
    hand_over(audio, options.output);
    return exit_all_done;
}

} // namespace recital
