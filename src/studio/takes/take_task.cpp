// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/take_task.h"

#include "base/byte_stream.h"
#include "base/hash.h"

#include <utility>

namespace recital {

namespace {

constexpr std::uint64_t roles = static_cast<std::uint64_t>(Role::heading) + 1;
constexpr std::size_t range_bytes = 16;
constexpr std::size_t number_bytes = 8;

void write_ranges(ByteWriter& out, const std::vector<TextRange>& ranges) {
    out.number(ranges.size());
    for (const TextRange& range : ranges) {
        out.number(range.begin);
        out.number(range.end);
    }
}

std::vector<TextRange> read_ranges(ByteReader& in) {
    std::vector<TextRange> ranges(in.count(range_bytes));
    for (TextRange& range : ranges) {
        range.begin = in.number();
        range.end = in.number();
    }
    return ranges;
}

void write_sentence(ByteWriter& out, const SpokenForm& sentence) {
    out.text(sentence.text);
    out.number(sentence.pronunciations.size());
    for (const Pronunciation& pronunciation : sentence.pronunciations) {
        out.number(pronunciation.begin);
        out.number(pronunciation.end);
        out.text(pronunciation.phonemes);
        out.flag(pronunciation.foreign);
    }
    out.flag(sentence.quoted);
    write_ranges(out, sentence.stresses);
    write_ranges(out, sentence.quotations);
    out.number(sentence.dashes.size());
    for (const std::size_t dash : sentence.dashes) {
        out.number(dash);
    }
}

SpokenForm read_sentence(ByteReader& in) {
    SpokenForm sentence;
    sentence.text = in.text();
    sentence.pronunciations.resize(in.count(range_bytes));
    for (Pronunciation& pronunciation : sentence.pronunciations) {
        pronunciation.begin = in.number();
        pronunciation.end = in.number();
        pronunciation.phonemes = in.text();
        pronunciation.foreign = in.flag();
    }
    sentence.quoted = in.flag();
    sentence.stresses = read_ranges(in);
    sentence.quotations = read_ranges(in);
    sentence.dashes.resize(in.count(number_bytes));
    for (std::size_t& dash : sentence.dashes) {
        dash = in.number();
    }
    return sentence;
}

TakeRequest read_request(ByteReader& in) {
    TakeRequest request;
    request.role = static_cast<Role>(in.number_below(roles));
    request.closing_pause = in.real();
    for (std::size_t sentences = in.count(number_bytes); sentences > 0; --sentences) {
        request.sentences.push_back(read_sentence(in));
    }
    return request;
}

void write_level(ByteWriter& out, const VoiceLevel& level) {
    out.real(level.gain);
    out.real(level.reference_loudness);
}

VoiceLevel read_level(ByteReader& in) {
    const double gain = in.real();
    return {gain, in.real()};
}

TakeOrder read_order(ByteReader& in, std::span<const TakeContext> contexts) {
    TakeOrder order;
    order.key = in.text();
    order.id = digest_of(order.key);
    order.context = &contexts[in.number_below(contexts.size())];
    order.levels.body = read_level(in);
    order.levels.heading = read_level(in);
    order.levels.quotation = read_level(in);
    return order;
}

} // namespace

std::string serialise_request(const TakeRequest& request) {
    ByteWriter out;
    out.number(static_cast<std::uint64_t>(request.role));
    out.real(request.closing_pause);
    out.number(request.sentences.size());
    for (const SpokenForm& sentence : request.sentences) {
        write_sentence(out, sentence);
    }
    return out.take();
}

TakeRequest parse_request(std::string_view bytes) {
    ByteReader in(bytes);
    TakeRequest request = read_request(in);
    in.expect_end();
    return request;
}

std::string serialise_task(const TakeTask& task, std::span<const TakeContext> contexts) {
    ByteWriter out;
    out.number(task.orders.size());
    for (const TakeOrder& order : task.orders) {
        out.text(order.key);
        out.number(static_cast<std::uint64_t>(order.context - contexts.data()));
        write_level(out, order.levels.body);
        write_level(out, order.levels.heading);
        write_level(out, order.levels.quotation);
    }
    out.text(task.kept_speech);
    out.raw(serialise_request(task.request));
    return out.take();
}

TakeTask parse_task(std::string_view bytes, std::span<const TakeContext> contexts) {
    ByteReader in(bytes);
    TakeTask task;
    for (std::size_t orders = in.count(number_bytes); orders > 0; --orders) {
        task.orders.push_back(read_order(in, contexts));
    }
    task.kept_speech = in.text();
    task.request = read_request(in);
    in.expect_end();
    return task;
}

} // namespace recital
