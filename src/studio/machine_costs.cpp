// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/machine_costs.h"

#include "base/error.h"
#include "base/file.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "studio/job/report.h"
#include "studio/output/temporary_folder.h"
#include "studio/render.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

class Silence : public RunListener {
public:
    void on_warning(const Diagnostic& /*diagnostic*/) override {}
    void on_progress(const RunProgress& /*progress*/) override {}
    void on_book(const BookReport& /*book*/) override {}
    void on_failure(const FailureReport& failure) override {
        throw Error(failure.kind, failure.error, {failure.source, failure.line});
    }
};

/// Of this process and of its workers that have ended.
double cpu_seconds() {
    constexpr double microsecond = 1e-6;
    double sum = 0;
    for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        for (const timeval& time : {usage.ru_utime, usage.ru_stime}) {
            sum += static_cast<double>(time.tv_sec) + microsecond * static_cast<double>(time.tv_usec);
        }
    }
    return sum;
}

/// The text of the first sample biography.
std::string sample_text() {
    std::vector<std::filesystem::path> samples;
    for (FolderReader folder(resource_folder() / "data" / "biographies"); folder.next();) {
        samples.push_back(folder.path());
    }
    if (samples.empty()) {
        throw Error(ErrorKind::input, "there are no sample biographies",
                    {(resource_folder() / "data" / "biographies").string(), 0});
    }
    return read_file(*std::min_element(samples.begin(), samples.end()));
}

/// Renders sample books.
class Trial {
public:
    explicit Trial(const Job& job)
        : folder_(std::filesystem::temp_directory_path()), job_(job), text_(sample_text()) {
        job_.workers = 1;
        job_.cache = folder_.path() / "cache";
        job_.output = folder_.path() / "books";
        job_.output_template.reset();
        job_.ids.clear();
        job_.reading = {};
        job_.fields.clear();
    }

    struct Cost {
        double cpu_seconds = 0;
        double speech_seconds = 0;
    };

    /// One more of so many short and long books, none of which was made before.
    Cost make(int short_books, int long_books) {
        const std::filesystem::path input = folder_.path() / fmt::format("texts-{}", ++number_);
        std::filesystem::create_directory(input);
        for (int book = 0; book < short_books + long_books; ++book) {
            constexpr std::size_t short_bytes = 200;
            // Every sentence is another one: a passage that was said before costs nothing.
            const std::string name = fmt::format("Mara Lind {} {}", number_, book);
            std::ofstream(input / fmt::format("{}.txt", book))
                << fmt::format("{}\n\n{} was a musician. ", name, name)
                << (book < short_books ? text_.substr(text_.find("\n\n"), short_bytes)
                                       : changed(fmt::format(" {}. ", number_)));
        }
        job_.inputs = {input};
        const double before = cpu_seconds();
        Silence silence;
        const RunReport run = render(job_, silence);
        return {cpu_seconds() - before, run.totals.audio_seconds};
    }

private:
    /// The whole text with another end of each sentence.
    [[nodiscard]] std::string changed(const std::string& end) const {
        std::string text;
        for (std::string_view rest = std::string_view(text_).substr(text_.find("\n\n")); !rest.empty();) {
            const std::size_t stop = std::min(rest.find(". "), rest.size());
            text += rest.substr(0, stop);
            rest.remove_prefix(std::min(stop + 2, rest.size()));
            text += rest.empty() ? "" : end;
        }
        return text;
    }

    TemporaryFolder folder_;
    Job job_;
    std::string text_;
    int number_ = 0;
};

} // namespace

MachineCosts measure_costs(const Job& job) {
    constexpr int more_short_books = 4;
    Trial trial(job);
    (void)trial.make(1, 0); // what is measured once and kept: the loudness of the voice
    const Trial::Cost one_short = trial.make(1, 0);
    const Trial::Cost one_long = trial.make(0, 1);
    const Trial::Cost several = trial.make(1 + more_short_books, 0);
    MachineCosts costs;
    costs.a_second_of_speech =
        (one_long.cpu_seconds - one_short.cpu_seconds) / (one_long.speech_seconds - one_short.speech_seconds);
    costs.a_second_of_speech = std::max(costs.a_second_of_speech, 0.0);
    const double speech = several.speech_seconds - one_short.speech_seconds;
    costs.a_book = std::max(
        (several.cpu_seconds - one_short.cpu_seconds - speech * costs.a_second_of_speech) / more_short_books,
        0.0);
    return costs;
}

} // namespace recital
