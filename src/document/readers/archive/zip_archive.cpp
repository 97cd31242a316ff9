// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/archive/zip_archive.h"

#include "base/error.h"
#include "base/unicode.h"
#include "document/encoding/encoding.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): the locale of one thread is POSIX's

#include <array>
#include <memory>
#include <utility>

namespace recital {

namespace {

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

/// libarchive drops names that the characters of the locale cannot write, and the program's own locale has
/// ASCII alone: here the thread has one of UTF-8.
class Utf8Locale {
public:
    Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(::uselocale(locale_)) {}
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale(Utf8Locale&&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    Utf8Locale& operator=(Utf8Locale&&) = delete;
    ~Utf8Locale() {
        ::uselocale(before_);
        if (locale_ != nullptr) {
            ::freelocale(locale_);
        }
    }

private:
    locale_t locale_;
    locale_t before_;
};

/// Names that do not say that they are UTF-8 mostly are; ZIP's own charset is that of the first PCs.
std::string name_of(archive_entry* entry) {
    const char* const path = archive_entry_pathname(entry);
    const std::string_view bytes = path == nullptr ? "" : path;
    return normalise_nfc(is_utf8(bytes) ? std::string(bytes)
                                        : decode_as(bytes, "IBM437").value_or(std::string(bytes)));
}

bool is_entry(int status) {
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

/// Null if the bytes are not an archive.
Reader open_archive(std::string_view bytes) {
    Reader reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    return archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) == ARCHIVE_OK
               ? std::move(reader)
               : nullptr;
}

[[noreturn]] void fail(archive* reader, const std::string& name) {
    const char* const reason = reader == nullptr ? nullptr : archive_error_string(reader);
    throw Error(ErrorKind::input,
                fmt::format("the archive is broken and cannot be unpacked ({}): get the file again",
                            reason == nullptr ? "it ends too early" : reason),
                {name, 0});
}

/// `left` is how many bytes may still be unpacked.
std::string read_entry(archive* reader, const std::string& name, std::size_t& left, std::size_t max_bytes) {
    std::string content;
    std::array<char, std::size_t{1} << 16> buffer{};
    while (true) {
        const auto count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count < 0) {
            fail(reader, name);
        }
        if (count == 0) {
            return content;
        }
        content.append(buffer.data(), static_cast<std::size_t>(count));
        if (static_cast<std::size_t>(count) > left) {
            throw Error(
                ErrorKind::input,
                fmt::format("the text unpacks to more than {} MiB: --max-text allows more", max_bytes >> 20U),
                {name, 0});
        }
        left -= static_cast<std::size_t>(count);
    }
}

} // namespace

std::map<std::string, std::string, std::less<>>
extract_zip(std::string_view bytes, const std::string& name,
            const std::function<bool(std::string_view)>& wanted, std::size_t max_bytes) {
    const Utf8Locale names_in_utf8;
    const Reader reader = open_archive(bytes);
    if (!reader) {
        fail(reader.get(), name);
    }
    std::map<std::string, std::string, std::less<>> files;
    std::size_t left = max_bytes;
    archive_entry* entry = nullptr;
    while (true) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) {
            return files;
        }
        if (status < ARCHIVE_WARN) {
            fail(reader.get(), name);
        }
        const std::string path = name_of(entry);
        if (!wanted(path)) {
            continue;
        }
        if (archive_entry_is_encrypted(entry) != 0) {
            throw Error(ErrorKind::input,
                        fmt::format("its {} is encrypted: give a book without copy protection", path),
                        {name, 0});
        }
        files.emplace(path, read_entry(reader.get(), name, left, max_bytes));
    }
}

std::vector<std::string> zip_entry_names(std::string_view bytes) {
    constexpr std::size_t max_names = 1000;
    const Utf8Locale names_in_utf8;
    const Reader reader = open_archive(bytes);
    std::vector<std::string> names;
    archive_entry* entry = nullptr;
    while (reader && names.size() < max_names && is_entry(archive_read_next_header(reader.get(), &entry))) {
        names.push_back(name_of(entry));
    }
    return names;
}

std::string declared_media_type(std::string_view bytes) {
    static constexpr std::string_view file = "mimetype";
    constexpr std::size_t name_offset = 30; // APPNOTE.TXT 6.3.10, 4.3.7
    constexpr std::size_t max_type_bytes = 1000;
    if (!looks_like_zip(bytes) || bytes.size() < name_offset ||
        !bytes.substr(name_offset).starts_with(file)) {
        return {};
    }
    try {
        auto files =
            extract_zip(bytes, "", [](std::string_view path) { return path == file; }, max_type_bytes);
        return files.empty() ? std::string() : std::move(files.begin()->second);
    } catch (const Error&) {
        return {};
    }
}

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

} // namespace recital
