// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/office_package.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/normalise.h"
#include "document/mojibake/repair.h"

#include <fmt/format.h>

#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_part_bytes = max_office_bytes;

/// Programs fill in the name of the file that they made.
bool is_file_name(std::string_view title) {
    const std::string folded = fold_case(title);
    return folded.starts_with("microsoft word - ") || folded.ends_with(".doc") || folded.ends_with(".docx") ||
           folded.ends_with(".odt") || folded.ends_with(".rtf");
}

/// What the properties have under that name; empty if nothing.
std::string property(const XmlElement& properties, std::string_view name) {
    for (const XmlElement& element : properties.first(name)) {
        return normalise_text(element.text());
    }
    return {};
}

std::string first_of(std::string preferred, std::string otherwise) {
    return preferred.empty() ? std::move(otherwise) : std::move(preferred);
}

std::string as_date(const std::string& time) {
    return time.substr(0, time.find('T'));
}

} // namespace

XmlDocument parse_text_part(const OfficeFiles& files, const std::string& path, const std::string& name,
                            const ReadOptions& options, std::vector<Diagnostic>& diagnostics) {
    const auto part = files.find(path);
    if (part == files.end()) {
        throw Error(ErrorKind::input,
                    fmt::format("the document has no {}, which holds its text: get the file again", path),
                    {name, 0});
    }
    if (part->second.size() > max_part_bytes) {
        throw Error(ErrorKind::input, "the document is larger than any book: divide it", {name, 0});
    }
    if (!options.repair || !is_utf8(part->second)) {
        return {part->second, name, path};
    }
    std::string repaired = part->second;
    std::vector<Diagnostic> repairs;
    repair_text(repaired, name, repairs);
    for (Diagnostic& repair : repairs) {
        repair.place.line = 0; // lines of the XML are none of the text
        diagnostics.push_back(std::move(repair));
    }
    return {repaired, name, path};
}

void take_office_metadata(const XmlElement& properties, Outline& outline) {
    const std::string title = property(properties, "title");
    if (outline.title.empty() && !is_file_name(title)) {
        outline.title = title;
    }
    outline.author = first_of(property(properties, "initial-creator"), property(properties, "creator"));
    outline.language = property(properties, "language");
    outline.description = property(properties, "description");
    outline.date =
        as_date(first_of(first_of(property(properties, "creation-date"), property(properties, "created")),
                         property(properties, "date")));
}

void take_office_metadata(const std::string& bytes, const std::string& path, const std::string& name,
                          Outline& outline) {
    try {
        const XmlDocument document(bytes, name, path);
        take_office_metadata(document.root(), outline);
    } catch (const Error& error) {
        outline.diagnostics.push_back(
            {fmt::format("{}; title and author of the document are not used", error.what()), {name, 0}});
    }
}

} // namespace recital
