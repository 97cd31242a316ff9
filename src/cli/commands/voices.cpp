// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/voices.h"

#include "base/file.h"
#include "base/resources.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/print.h"
#include "speech/voice/voice.h"
#include "studio/render.h"

#include <fmt/format.h>

namespace recital {

namespace {

void print_json(const std::vector<Voice>& voices) {
    Json list = Json::array();
    for (const Voice& voice : voices) {
        Json entry = {{"name", voice.name},
                      {"language", voice.language},
                      {"words_per_minute", voice.engine.words_per_minute},
                      {"description", voice.description}};
        const VoiceMeasures& measured = voice.measured;
        if (measured.pitch != 0) {
            entry["measured"] = {{"pitch", measured.pitch}, {"pitch_spread", measured.pitch_spread}};
        }
        if (measured.word_error_rate != 0) {
            entry["measured"]["word_error_rate"] = measured.word_error_rate;
        }
        list.push_back(std::move(entry));
    }
    print_json_line({{"voices", std::move(list)}});
}

/// A measure with its unit, or blanks where there is none.
std::string column(double value, int digits, std::string_view unit, std::size_t width) {
    return fmt::format("{:>{}}", value == 0 ? "" : fmt::format("{:.{}f} {}", value, digits, unit), width);
}

void print_list(const std::vector<Voice>& voices) {
    for (const Voice& voice : voices) {
        print_output("{:<10} {:<6} {:>4.0f} wpm {} {} {}  {}\n", voice.name, voice.language,
                     voice.engine.words_per_minute, column(voice.measured.pitch, 0, "Hz", 7),
                     column(voice.measured.pitch_spread, 1, "st", 7),
                     column(voice.measured.word_error_rate, 1, "% misheard", 15), voice.description);
    }
}

/// Tells of what goes wrong; what is made is told by the caller.
class AuditionListener : public RunListener {
public:
    void on_warning(const Diagnostic& diagnostic) override { messages_.warn(diagnostic); }
    void on_progress(const RunProgress& /*progress*/) override {}
    void on_book(const BookReport& book) override {
        print_value(book.files.front().file.native());
        flush_output();
    }
    void on_failure(const FailureReport& failure) override { messages_.fail(failure); }

    void finish() const {
        messages_.finish_warnings();
        messages_.finish_failures();
    }

private:
    Messages messages_;
};

/// Renders the text with every voice, each to a file named after it, without announcements.
int audition(const VoicesOptions& options, const std::vector<Voice>& voices) {
    create_folder(options.output);
    TemporaryFile text(std::filesystem::absolute(options.output / "audition.txt"));
    FileWriter writer(text.descriptor(), text.path().string());
    writer.write(options.audition);
    writer.flush();
    AuditionListener listener;
    std::size_t failed = 0;
    for (const Voice& voice : voices) {
        Job job;
        job.inputs = {text.path()};
        job.output = options.output / (voice.name + ".m4b");
        job.reading.musician = fmt::format("Audition of the voice {}", voice.name);
        job.voice = voice;
        job.voice.announcements = {false, false, false};
        failed += render(job, listener).failed;
    }
    listener.finish();
    return failed == 0 ? exit_all_done : exit_some_failed;
}

} // namespace

int run_voices(const VoicesOptions& options) {
    const std::vector<Voice> voices = load_voices(resource_folder() / "voices");
    if (!options.audition.empty()) {
        return audition(options, voices);
    }
    options.json ? print_json(voices) : print_list(voices);
    return exit_all_done;
}

} // namespace recital
