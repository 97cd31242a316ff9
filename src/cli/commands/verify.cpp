// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/verify.h"

#include "base/time_text.h"
#include "cli/output/amount_text.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/print.h"
#include "studio/inspection/verification_worker.h"
#include "studio/manifest/manifest_check.h"
#include "studio/process/signals.h"

#include <fmt/format.h>

namespace recital {

namespace {

void print_json(const Verification& verification) {
    print_json_line({{"schema", json_schema},
                     {"verification",
                      {{"file", verification.file.string()},
                       {"whole", verification.is_intact()},
                       {"faults", verification.faults},
                       {"remarks", verification.remarks},
                       {"subtitles", verification.subtitles}}}});
}

/// What the file holds, in a few words.
std::string summary(const Verification& verification) {
    const AudioSummary& audio = *verification.summary;
    std::string text = fmt::format("{}, {} {}, {}, {:.1f} LUFS, {:.1f} dBTP", audio.format, audio.chapters,
                                   audio.chapters == 1 ? "chapter" : "chapters", time_text(audio.seconds),
                                   audio.loudness, audio.true_peak);
    for (const std::string& remark : verification.remarks) {
        text += ", " + remark;
    }
    for (const std::string& subtitles : verification.subtitles) {
        text += ", with " + subtitles;
    }
    return text;
}

void print_line(const Verification& verification) {
    if (verification.is_intact()) {
        print_output("{}: whole ({})\n", verification.file, summary(verification));
    } else {
        print_output("{}: broken: {}\n", verification.file, joined(verification.faults, "; "));
    }
}

void print_fault(const std::filesystem::path& file, const std::string& fault, bool json) {
    if (json) {
        print_json_line({{"schema", json_schema},
                         {"verification",
                          {{"file", file.string()},
                           {"whole", false},
                           {"faults", {fault}},
                           {"remarks", Json::array()},
                           {"subtitles", Json::array()}}}});
    } else {
        print_output("{}: broken: {}\n", file, fault);
    }
}

int verify_manifest(const VerifyOptions& options) {
    const ManifestCheck check = check_manifest(
        options.manifest, [&options](const std::filesystem::path& file, const std::string& fault) {
            print_fault(file, fault, options.json);
        });
    print_message("{} of {} files are as the manifest says: {}\n", check.intact, check.files,
                  file_size(check.bytes));
    return check.intact == check.files ? exit_all_done : exit_some_failed;
}

} // namespace

int run_verify(const VerifyOptions& options) {
    watch_signals();
    if (!options.manifest.empty()) {
        return verify_manifest(options);
    }
    VerificationWorker worker(options.files);
    bool all_intact = true;
    for (const std::filesystem::path& file : options.files) {
        const Verification verification = worker.verify(file);
        all_intact = all_intact && verification.is_intact();
        options.json ? print_json(verification) : print_line(verification);
        if (!flush_output()) {
            break; // the rest could not be printed
        }
    }
    return all_intact ? exit_all_done : exit_some_failed;
}

} // namespace recital
