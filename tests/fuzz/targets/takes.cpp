// SPDX-License-Identifier: GPL-3.0-or-later
// What the store keeps, and what processes hand to each other. Each part is tried as it is and with right
// checksums.
#include "base/hash.h"
#include "base/sealed_bytes.h"
#include "container/codec/take.h"
#include "document/model/document_bytes.h"
#include "fuzz/sealing.h"
#include "fuzz/target.h"
#include "studio/inspection/verification_worker.h"
#include "studio/narration/level_note.h"
#include "studio/process/message.h"
#include "studio/store/note.h"
#include "studio/store/pack.h"
#include "studio/takes/speech.h"
#include "studio/takes/take_task.h"
#include "studio/takes/take_worker.h"

#include <numeric>
#include <string>
#include <vector>

namespace recital::fuzz {
namespace {

void check_take(std::string file) {
    refusing(ErrorKind::engine, [&] {
        const Take take = parse_take(std::move(file), {});
        const std::uint64_t bytes =
            std::accumulate(take.packets.sizes.begin(), take.packets.sizes.end(), std::uint64_t{0});
        require(bytes == take.packets.bytes.size(), "packets have the sizes that a take states");
    });
}

/// A summary and a body, with the head that they should have.
void parse_stored_take(std::string_view bytes) {
    check_take(std::string(bytes));
    if (bytes.size() < take_summary_bytes) {
        return;
    }
    const std::string_view body = bytes.substr(take_summary_bytes);
    ByteWriter checked;
    checked.number(0); // the id, in two halves
    checked.number(0);
    checked.number(body.size());
    checked.number(hash_64(body));
    checked.raw(bytes.substr(0, take_summary_bytes));
    const std::string head = checked.take();
    ByteWriter file;
    file.raw("RECITAL TAKE 3\n");
    file.number(hash_64(head));
    file.raw(head);
    file.raw(body);
    check_take(file.take());
}

/// A body with the checksum and under the id that it should have.
void parse_kept_speech(std::string_view bytes) {
    refusing(ErrorKind::engine, [&] { (void)parse_speech(bytes, {}); });
    Digest id;
    refusing_malformed([&] { id = digest_of(ByteReader(bytes).text()); });
    refusing(ErrorKind::engine, [&] {
        const SpeechTake speech = parse_speech(sealed("RECITAL SPEECH 1\n", std::string(bytes)), id);
        const std::string key(ByteReader(bytes).text());
        const SpeechTake again = parse_speech(serialise_speech(speech, key), id);
        require(again.utterances.size() == speech.utterances.size(), "speech comes back as it was");
    });
}

void check_pack(const std::string& bytes) {
    auto pack = Pack::open(scratch_file("fuzz.pack", bytes));
    if (!pack) {
        return;
    }
    require(pack->bytes() == bytes.size() && pack->end_of_entries() <= bytes.size(), "a pack has its size");
    require(pack->entries().size() <= bytes.size(), "there are not more entries than bytes");
    for (const PackedEntry& entry : pack->entries()) {
        const auto content = pack->read(entry.place);
        require(!content || content->size() == entry.place.bytes, "an entry is read as a whole");
        require(pack->find(entry.name).has_value() && pack->has_kind(entry.name.kind), "entries are found");
    }
}

/// The first byte is a number of entries in an index, which is at the end of the input; what is between is
/// the content. The same is tried as entries of a pack that nobody finished.
void open_pack(std::string_view bytes) {
    check_pack(std::string(bytes));
    if (bytes.empty()) {
        return;
    }
    const std::size_t entries = static_cast<unsigned char>(bytes.front()) % 8;
    const std::string_view rest = bytes.substr(1);
    const std::string_view index =
        rest.substr(rest.size() - std::min(rest.size(), entries * indexed_entry_bytes));
    const std::string content =
        std::string(pack_magic) + std::string(rest.substr(0, rest.size() - index.size()));
    ByteWriter trailer;
    trailer.number(content.size());
    trailer.number(entries);
    trailer.number(hash_64(index));
    trailer.raw("PACKEND1");
    check_pack(content + std::string(index) + trailer.take());

    constexpr std::size_t checked_bytes = entry_head_bytes - sizeof(std::uint64_t);
    std::string unfinished(pack_magic);
    for (std::string_view left = rest; left.size() >= checked_bytes;) {
        const std::string_view head = left.substr(0, checked_bytes);
        left.remove_prefix(checked_bytes);
        ByteWriter out;
        out.number(hash_64(head));
        out.raw(head);
        out.raw(take_block(left));
        unfinished += out.take();
    }
    check_pack(unfinished);
}

void parse_notes(std::string_view bytes) {
    refusing(ErrorKind::engine, [&] { (void)parse_note(bytes, "key"); });
    refusing(ErrorKind::engine, [&] {
        const std::string content = parse_note(sealed("RECITAL NOTE 1\n", std::string(bytes)), "key");
        require(parse_note(serialise_note(content, "key"), "key") == content, "a note comes back as it was");
    });
    const std::string note(bytes);
    if (const auto levels = read_level_note(note)) {
        require(write_level_note(*levels) == note, "levels come back as they were");
    }
}

void parse_task_bytes(std::string_view bytes) {
    static const std::vector<TakeContext> contexts(3);
    refusing_malformed([&] {
        const TakeRequest request = parse_request(bytes);
        require(serialise_request(request) == bytes, "a request comes back as it was");
    });
    refusing_malformed([&] {
        const TakeTask task = parse_task(bytes, contexts);
        require(serialise_task(task, contexts) == bytes, "a task comes back as it was");
    });
}

void parse_answers(std::string_view bytes) {
    refusing_malformed([&] {
        const Error error = decode_error(bytes);
        require(encode_error(error) == bytes, "an error comes back as it was");
    });
    refusing_malformed([&] { (void)parse_take_answer(bytes, 2); });
    refusing_malformed([&] {
        const std::string file = sealed("RECITAL VERIFICATION 1\n", std::string(bytes));
        require(serialise_verification(parse_verification(file)) == file,
                "a verification comes back as it was");
    });
}

void parse_documents(std::string_view bytes) {
    refusing_malformed([&] { (void)parse_document(bytes); });
    refusing_malformed([&] {
        const std::string file = sealed("RECITAL DOCUMENT 1\n", std::string(bytes));
        require(serialise_document(parse_document(file)) == file, "a document comes back as it was");
    });
}

const Target targets[] = {
    {"take", parse_stored_take},   {"speech", parse_kept_speech}, {"pack", open_pack},
    {"note", parse_notes},         {"task", parse_task_bytes},    {"answer", parse_answers},
    {"document", parse_documents},
};

} // namespace
} // namespace recital::fuzz
