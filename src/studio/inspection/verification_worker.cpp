// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/inspection/verification_worker.h"

#include "base/byte_stream.h"
#include "base/sealed_bytes.h"
#include "studio/inspection/decoder.h"

#include <fmt/format.h>

#include <vector>

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL VERIFICATION 1\n";
constexpr std::size_t min_text_bytes = 8;

void write_list(ByteWriter& out, const std::vector<std::string>& list) {
    out.number(list.size());
    for (const std::string& text : list) {
        out.text(text);
    }
}

std::vector<std::string> read_list(ByteReader& in) {
    std::vector<std::string> list(in.count(min_text_bytes));
    for (std::string& text : list) {
        text = in.text();
    }
    return list;
}

std::string answer(std::string_view file, const StepReporter& report_step) {
    return serialise_verification(verify_file(std::filesystem::path(file), signs_of_life(report_step)));
}

} // namespace

std::string serialise_verification(const Verification& verification) {
    ByteWriter body;
    body.text(verification.file.native());
    write_list(body, verification.faults);
    write_list(body, verification.remarks);
    write_list(body, verification.subtitles);
    body.flag(verification.summary.has_value());
    if (verification.summary) {
        body.text(verification.summary->format);
        body.number(verification.summary->chapters);
        body.real(verification.summary->seconds);
        body.real(verification.summary->loudness);
        body.real(verification.summary->true_peak);
    }
    return sealed(magic, body.take());
}

Verification parse_verification(std::string_view bytes) {
    ByteReader in(unsealed(magic, bytes));
    Verification verification;
    verification.file = std::filesystem::path(in.text());
    verification.faults = read_list(in);
    verification.remarks = read_list(in);
    verification.subtitles = read_list(in);
    if (in.flag()) {
        AudioSummary& summary = verification.summary.emplace();
        summary.format = in.text();
        summary.chapters = in.number();
        summary.seconds = in.real();
        summary.loudness = in.real();
        summary.true_peak = in.real();
    }
    in.expect_end();
    if (verification.is_intact() && !verification.summary) {
        throw MalformedBytes();
    }
    return verification;
}

VerificationWorker::VerificationWorker(std::span<const std::filesystem::path> files)
    : worker_(decoder(answer, files), decoder_limits) {}

Verification VerificationWorker::verify(const std::filesystem::path& file) {
    Verification failed;
    failed.file = file;
    try {
        return parse_verification(worker_.ask(file.native()));
    } catch (const MalformedBytes&) {
        failed.faults.emplace_back("cannot be checked: the decoder sent what is not a verification");
    } catch (const Error& error) {
        failed.faults.push_back(fmt::format("cannot be checked: {}", error.what()));
    }
    return failed;
}

} // namespace recital
