// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/text_sets.h"

#include "base/byte_order.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "document/subject/file_names.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace recital {

namespace {

// The first byte of a key, and the last: what it is the hash of.
constexpr char id_key = 'i';
constexpr char name_key = 'n';
constexpr char own_name = 'a'; ///< before the others
constexpr char other_name = 'b';

constexpr std::size_t key_hash_bytes = 8;
constexpr std::size_t text_bytes = 4;

std::uint64_t hash_of_person(std::string_view name) {
    return hash_64(fold_case(normalise_nfc(name)));
}

std::string key_of(char kind, std::uint64_t hash, char which) {
    return kind + big_endian(hash, key_hash_bytes) + which;
}

/// The person whose name a folder may bear.
std::uint64_t folder_name_hash(const std::string& folder) {
    return hash_of_person(title_from_folder_name(folder));
}

} // namespace

void TextSets::add(const IdentityHash& hash, std::string_view folder) {
    const std::string text = big_endian(parents_.size(), text_bytes);
    parents_.push_back(static_cast<std::uint32_t>(parents_.size()));
    if (hash.id != 0) {
        keys_.add(key_of(id_key, hash.id, own_name), text);
    }
    keys_.add(key_of(name_key, hash.name, own_name), text);
    for (const std::uint64_t name : hash.other_names) {
        if (name != 0) {
            keys_.add(key_of(name_key, name, other_name), text);
        }
    }
    if (!folder.empty()) {
        files_.add(folder, text + (hash.certain ? '1' : '0'));
    }
}

std::uint32_t TextSets::find(std::uint32_t text) {
    while (parents_[text] != text) {
        parents_[text] = parents_[parents_[text]];
        text = parents_[text];
    }
    return text;
}

void TextSets::unite(std::uint32_t left, std::uint32_t right) {
    left = find(left);
    right = find(right);
    parents_[std::max(left, right)] = std::min(left, right);
}

void TextSets::connect() {
    connect_by_keys();
    gather_folders();
    find_namesakes();
    connect_by_folders();
    files_ = ExternalSorter({});
    keys_ = ExternalSorter({});
}

void TextSets::connect_by_keys() {
    std::string group;
    std::uint32_t first = 0;
    for (ExternalSorter::Entry entry; keys_.next(entry);) {
        const auto text = static_cast<std::uint32_t>(read_big_endian(entry.value));
        const std::string_view key = entry.key.substr(0, 1 + key_hash_bytes);
        if (key == group) {
            unite(first, text);
        } else {
            group = key;
            first = text;
        }
    }
}

/// Folders with several files of which one does not say whom it is about.
void TextSets::gather_folders() {
    std::string folder;
    std::string files;
    const auto settle = [&] {
        constexpr std::size_t file_bytes = text_bytes + 1;
        bool any_uncertain = false;
        for (std::size_t n = file_bytes; n <= files.size(); n += file_bytes) {
            any_uncertain = any_uncertain || files[n - 1] == '0';
        }
        if (any_uncertain && files.size() > file_bytes) {
            folders_.add(files.substr(0, text_bytes), folder + '\0' + files);
            namesakes_.emplace_back(folder_name_hash(folder), std::numeric_limits<std::uint32_t>::max());
        }
        files.clear();
    };
    for (ExternalSorter::Entry entry; files_.next(entry);) {
        if (entry.key != folder) {
            settle();
            folder = entry.key;
        }
        files += entry.value;
    }
    settle();
}

/// For each name of such a folder a text whose musician has it.
void TextSets::find_namesakes() {
    if (namesakes_.empty()) {
        return;
    }
    std::sort(namesakes_.begin(), namesakes_.end());
    keys_.rewind();
    auto next = namesakes_.begin();
    for (ExternalSorter::Entry entry; next != namesakes_.end() && keys_.next(entry);) {
        if (entry.key.front() != name_key || entry.key.back() != own_name) {
            continue;
        }
        const std::uint64_t hash = read_big_endian(entry.key.substr(1, key_hash_bytes));
        for (; next != namesakes_.end() && next->first < hash; ++next) {
        }
        for (; next != namesakes_.end() && next->first == hash; ++next) {
            next->second = static_cast<std::uint32_t>(read_big_endian(entry.value));
        }
    }
}

/// Texts that name no musician may belong to the one person whose texts are in their folder or after whom it
/// is named. The book may get the folder's name: who bears that name belongs to the set, to be distinguished.
void TextSets::connect_by_folders() {
    for (ExternalSorter::Entry entry; folders_.next(entry);) {
        const std::size_t path_bytes = entry.value.find('\0'); // no path has one
        const std::string folder(entry.value.substr(0, path_bytes));
        std::vector<FileOf> files;
        for (std::string_view rest = entry.value.substr(path_bytes + 1); !rest.empty();
             rest.remove_prefix(text_bytes + 1)) {
            files.push_back({static_cast<std::uint32_t>(read_big_endian(rest.substr(0, text_bytes))),
                             rest[text_bytes] == '1'});
        }
        if (!may_be_one_persons(files)) {
            continue;
        }
        shared_.insert(folder);
        const std::uint32_t first = files.front().text;
        for (const FileOf& file : files) {
            unite(first, file.text);
        }
        const std::uint64_t name = folder_name_hash(folder);
        const auto namesake =
            std::lower_bound(namesakes_.begin(), namesakes_.end(), std::pair(name, std::uint32_t{0}));
        if (namesake->second != std::numeric_limits<std::uint32_t>::max()) {
            unite(first, namesake->second);
        }
        unite(first, by_folder_name_.try_emplace(name, first).first->second);
    }
}

bool TextSets::may_be_one_persons(std::span<const FileOf> files) {
    std::optional<std::uint32_t> person;
    for (const FileOf& file : files) {
        if (!file.certain) {
            continue;
        }
        if (person && *person != find(file.text)) {
            return false;
        }
        person = find(file.text);
    }
    return true;
}

} // namespace recital
