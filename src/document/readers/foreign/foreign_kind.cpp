// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/foreign/foreign_kind.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/readers/archive/zip_archive.h"
#include "document/readers/epub/epub.h"
#include "document/readers/foreign/text_shape.h"
#include "document/readers/html/html.h"
#include "document/readers/office/docx.h"
#include "document/readers/office/odt.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

/// One row of `data/document/foreign_kinds.tsv`.
struct KindRow {
    std::string test;
    std::string pattern;
    ForeignKind kind;
};

/// Bytes at an offset.
struct Signature {
    std::size_t offset = 0;
    std::string bytes;
};

std::vector<KindRow> read_rows() {
    std::vector<KindRow> rows;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "foreign_kinds.tsv", 5, 5)) {
        rows.push_back({row.cells[1], row.cells[2], {row.cells[0], row.cells[3], row.cells[4]}});
    }
    return rows;
}

const std::vector<KindRow>& all_rows() {
    static const std::vector<KindRow> rows = read_rows();
    return rows;
}

/// "0:2550" is "%P" at the beginning.
Signature parse_signature(std::string_view text) {
    Signature signature;
    const auto colon = text.find(':');
    std::from_chars(text.data(), text.data() + std::min(colon, text.size()), signature.offset);
    const std::string_view digits = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    for (std::size_t n = 0; n + 1 < digits.size(); n += 2) {
        unsigned byte = 0;
        std::from_chars(digits.data() + n, digits.data() + n + 2, byte, 16);
        signature.bytes += static_cast<char>(byte);
    }
    return signature;
}

bool has_bytes(std::string_view bytes, std::string_view pattern) {
    constexpr std::size_t head = 512;
    while (!pattern.empty()) {
        const std::string_view part = cut_front(pattern, ' ');
        if (part == "nul") {
            if (bytes.substr(0, head).find('\0') == std::string_view::npos) {
                return false;
            }
            continue;
        }
        const Signature signature = parse_signature(part);
        if (bytes.size() < signature.offset || !bytes.substr(signature.offset).starts_with(signature.bytes)) {
            return false;
        }
    }
    return true;
}

/// PDFs may have something else before their first line.
bool is_late_pdf(std::string_view bytes) {
    constexpr std::size_t head = 1024;
    const auto at = bytes.substr(0, head).find("%PDF-1.");
    return at != std::string_view::npos && (at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r') &&
           bytes.find("endobj") != std::string_view::npos;
}

std::string utf16(std::string_view ascii) {
    std::string wide;
    for (const char sign : ascii) {
        wide += sign;
        wide += '\0';
    }
    return wide;
}

/// What is in a compound file of Microsoft Office before 2007, by the names of its streams.
std::string_view shape_of_compound_file(std::string_view bytes) {
    const auto has = [bytes](std::string_view stream) {
        return bytes.find(utf16(stream)) != std::string_view::npos;
    };
    return has("EncryptedPackage")          ? "password"
           : has("WordDocument")            ? ""
           : has("Workbook") || has("Book") ? "old-spreadsheet"
           : has("PowerPoint Document")     ? "old-presentation"
                                            : "";
}

bool has_extension(const std::string& name, std::string_view extensions) {
    const std::string extension = fold_case(std::filesystem::path(name).extension().string());
    while (!extension.empty() && !extensions.empty()) {
        if (cut_front(extensions, ' ') == extension) {
            return true;
        }
    }
    return false;
}

std::string_view without_blanks_before(std::string_view text) {
    text.remove_prefix(text.starts_with(utf8_mark) ? utf8_mark.size() : 0);
    return text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

bool begins_with_one_of(std::string_view text, std::string_view beginnings) {
    const std::string_view begin = without_blanks_before(text);
    while (!beginnings.empty()) {
        if (begin.starts_with(cut_front(beginnings, '|'))) {
            return true;
        }
    }
    return false;
}

/// The name of the first element of an XML file, after its declaration, type and comments; empty if the text
/// begins with anything else.
std::string_view root_element(std::string_view text) {
    std::string_view rest = without_blanks_before(text);
    while (rest.starts_with("<?") || rest.starts_with("<!")) {
        const std::string_view end = rest.starts_with("<!--") ? "-->" : ">";
        const auto at = rest.find(end);
        rest = at == std::string_view::npos ? "" : without_blanks_before(rest.substr(at + end.size()));
    }
    return rest.starts_with('<') ? rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1) : std::string_view();
}

constexpr std::string_view document_extensions = ".docx .docm .dotx .odt .ott .epub";
/// Texts in which code and markup may be quoted.
constexpr std::string_view markup_extensions = ".md .markdown .html .htm .xhtml";

/// Answers the tests of the table for one file.
class Examination {
public:
    Examination(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {
        if (looks_like_zip(bytes)) {
            entries_ = zip_entry_names(bytes);
            type_ = declared_media_type(bytes);
        } else if (has_bytes(bytes, "0:D0CF11E0A1B11AE1")) {
            shape_ = shape_of_compound_file(bytes);
        } else if (is_late_pdf(bytes)) {
            shape_ = "pdf";
        } else if (bytes.substr(0, looked_at).find('\0') == std::string_view::npos) {
            shape_ = text_shape(bytes);
        }
    }

    [[nodiscard]] bool fits(const KindRow& row) const {
        const bool is_zip = looks_like_zip(bytes_);
        if (row.test == "zip") {
            return is_zip && has_entry(row.pattern);
        }
        if (row.test == "type") {
            return type_.starts_with(row.pattern);
        }
        if (row.test == "shape") {
            return !shape_.empty() && shape_ == row.pattern;
        }
        if (row.test == "begin") {
            return begins_with_one_of(bytes_, row.pattern);
        }
        if (row.test == "root") {
            return root_element(bytes_) == row.pattern;
        }
        if (row.test == "bytes") {
            return has_bytes(bytes_, row.pattern) || (shape_ == "pdf" && row.kind.code == "pdf");
        }
        return row.test == "extension" && has_extension(name_, row.pattern);
    }

private:
    static constexpr std::size_t looked_at = 4096;

    /// Any archive has an empty beginning, but a broken document is not called an archive.
    [[nodiscard]] bool has_entry(const std::string& begin) const {
        if (begin.empty()) {
            return !has_extension(name_, document_extensions);
        }
        return std::any_of(entries_.begin(), entries_.end(),
                           [&begin](const auto& entry) { return entry.starts_with(begin); });
    }

    std::string_view bytes_;
    const std::string& name_;
    std::vector<std::string> entries_; ///< of an archive
    std::string type_;                 ///< likewise
    std::string_view shape_;
};

bool is_read(std::string_view bytes) {
    if (looks_like_zip(bytes)) {
        const bool is_other_type =
            declared_media_type(bytes).starts_with("application/vnd.oasis.opendocument");
        return looks_like_odt(bytes) || is_docx(zip_entry_names(bytes)) ||
               (looks_like_epub(bytes) && !is_other_type);
    }
    return looks_like_odt(bytes);
}

} // namespace

std::string ForeignKind::to_string() const {
    return fmt::format("this is {}: {}", what, remedy);
}

std::optional<ForeignKind> foreign_kind(std::string_view bytes, const std::string& name) {
    if (is_read(bytes)) {
        return std::nullopt;
    }
    const Examination examination(bytes, name);
    const bool is_page = looks_like_html(bytes) || has_extension(name, markup_extensions);
    const auto found = std::find_if(all_rows().begin(), all_rows().end(), [&](const KindRow& row) {
        const bool is_of_text = row.test == "begin" || row.test == "extension" || row.pattern == "latex" ||
                                row.pattern == "source-code";
        return !(is_page && is_of_text) && examination.fits(row);
    });
    return found == all_rows().end() ? std::nullopt : std::optional(found->kind);
}

} // namespace recital
