// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/speech.h"

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/hash.h"
#include "container/codec/flac_samples.h"
#include "speech/engine/engine.h"

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL SPEECH 1\n";

[[noreturn]] void damaged() {
    throw Error(ErrorKind::engine, "kept speech is damaged");
}

void write_utterance(ByteWriter& out, const Utterance& utterance) {
    out.number(utterance.samples.size());
    out.text(utterance.samples.empty() ? std::string() : encode_flac(utterance.samples, Engine::sample_rate));
    out.number(utterance.words.size());
    for (const SpokenWord& word : utterance.words) {
        out.number(word.first_sample);
        out.number(word.text_position);
        out.number(word.text_length);
    }
    out.number(utterance.clauses.size());
    for (const ClauseEnd& end : utterance.clauses) {
        out.number(end.sample);
        out.number(end.mark);
        out.number(end.mark_position);
    }
}

Utterance read_utterance(ByteReader& in) {
    constexpr std::size_t word_bytes = 24;
    constexpr std::size_t clause_bytes = 24;
    Utterance utterance;
    const std::uint64_t samples = in.number();
    const std::string_view stream = in.text();
    if (samples > 0) {
        utterance.samples = decode_flac(stream, samples);
    }
    for (std::size_t words = in.count(word_bytes); words > 0; --words) {
        const auto first_sample = in.number();
        const auto position = in.number();
        utterance.words.push_back({first_sample, position, in.number()});
    }
    for (std::size_t clauses = in.count(clause_bytes); clauses > 0; --clauses) {
        const auto sample = in.number();
        const auto mark = static_cast<char32_t>(in.number());
        utterance.clauses.push_back({sample, mark, in.number()});
    }
    return utterance;
}

SpeechTake read_body(std::string_view body, const TakeId& id) {
    ByteReader in(body);
    if (digest_of(in.text()) != id) {
        damaged();
    }
    SpeechTake speech;
    for (std::size_t utterances = in.count(1); utterances > 0; --utterances) {
        speech.utterances.push_back(read_utterance(in));
    }
    in.expect_end();
    return speech;
}

} // namespace

std::string serialise_speech(const SpeechTake& speech, std::string_view key) {
    ByteWriter body;
    body.text(key);
    body.number(speech.utterances.size());
    for (const Utterance& utterance : speech.utterances) {
        write_utterance(body, utterance);
    }
    const std::string content = body.take();
    ByteWriter file;
    file.raw(magic);
    file.number(hash_64(content));
    file.raw(content);
    return file.take();
}

SpeechTake parse_speech(std::string_view file, const TakeId& id) {
    try {
        ByteReader in(file);
        if (in.raw(magic.size()) != magic) {
            damaged();
        }
        const std::uint64_t checksum = in.number();
        const std::string_view body = in.rest();
        if (hash_64(body) != checksum) {
            damaged();
        }
        return read_body(body, id);
    } catch (const MalformedBytes&) {
        damaged();
    }
}

} // namespace recital
