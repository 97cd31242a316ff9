// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/epub/package.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/markup.h"
#include "document/inline/normalise.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>
#include <string>

namespace recital {

namespace {

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3) {
            decoded += static_cast<char>(value);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

std::string fragment_of(std::string_view reference) {
    const auto hash = reference.find('#');
    return hash == std::string_view::npos ? std::string() : percent_decoded(reference.substr(hash + 1));
}

bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        if (cut_front(words, ' ') == word) {
            return true;
        }
    }
    return false;
}

/// The authors, separated by commas. Creators with another role (illustrator, translator) count only if there
/// are no others.
std::string authors_of(const XmlElement& package) {
    std::vector<std::string> authors;
    const auto add = [&](bool others) {
        for (const XmlElement& creator : package.all("creator")) {
            const std::string role = creator.attribute("role");
            const std::string name = normalise_text(creator.text());
            const bool is_new = std::find(authors.begin(), authors.end(), name) == authors.end();
            if ((others || role.empty() || role == "aut") && !name.empty() && is_new) {
                authors.push_back(name);
            }
        }
    };
    add(false);
    if (authors.empty()) {
        add(true);
    }
    return fmt::format("{}", fmt::join(authors, ", "));
}

void take_metadata(const XmlElement& package, Outline& outline) {
    const auto take = [&package](const char* name, std::string& field) {
        for (const XmlElement& element : package.first(name)) {
            field = normalise_text(element.text());
        }
    };
    for (const XmlElement& metadata : package.first("metadata")) {
        for (const XmlElement& element : metadata.children()) {
            if (element.name() == "title" && outline.title.empty()) {
                outline.title = normalise_text(element.text());
            }
        }
    }
    outline.author = authors_of(package);
    take("language", outline.language);
    take("description", outline.description);
    // Shops and libraries write web pages into it.
    outline.description = normalise_text(without_inline_markup(outline.description));
    take("publisher", outline.publisher);
    take("rights", outline.rights);
    take("date", outline.date);
    outline.date = outline.date.substr(0, outline.date.find('T'));
}

void take_ncx_points(const XmlElement& parent, const std::string& path, int depth,
                     std::vector<NavigationPoint>& points) {
    for (const XmlElement& point : parent.children()) {
        if (point.name() != "navPoint") {
            continue;
        }
        std::string title;
        std::string source;
        for (const XmlElement& part : point.children()) {
            title = part.name() == "navLabel" ? normalise_text(part.text()) : title;
            source = part.name() == "content" ? part.attribute("src") : source;
        }
        points.push_back({title, resolve_reference(path, source), fragment_of(source), depth});
        take_ncx_points(point, path, depth + 1, points);
    }
}

void take_list_items(const XmlElement& list, const std::string& path, int depth,
                     std::vector<NavigationPoint>& points) {
    for (const XmlElement& item : list.children()) {
        for (const XmlElement& part : item.children()) {
            if (part.name() == "a") {
                const std::string reference = part.attribute("href");
                points.push_back({normalise_text(part.text()), resolve_reference(path, reference),
                                  fragment_of(reference), depth});
            } else if (part.name() == "ol") {
                take_list_items(part, path, depth + 1, points);
            }
        }
    }
}

/// The paths of the manifest's items in the archive, by id.
using ItemPaths = std::map<std::string, std::string>;

/// The cover named by a `meta` element: the id of an item or, from some programs, its path.
std::string named_item(const std::string& called, const std::string& path, const ItemPaths& items) {
    if (const auto found = items.find(called); found != items.end()) {
        return found->second;
    }
    const std::string file = resolve_reference(path, called);
    const bool listed =
        std::any_of(items.begin(), items.end(), [&file](const auto& item) { return item.second == file; });
    return listed ? file : std::string();
}

/// EPUB 3 marks the item of the cover, makers of EPUB 2 name it in a `meta` element or refer to it in the
/// guide.
std::string cover_of(const XmlElement& package, const std::string& path, const ItemPaths& items) {
    for (const XmlElement& item : package.all("item")) {
        if (has_word(item.attribute("properties"), "cover-image")) {
            return resolve_reference(path, item.attribute("href"));
        }
    }
    for (const XmlElement& meta : package.all("meta")) {
        const std::string called = meta.attribute("name") == "cover" ? meta.attribute("content") : "";
        if (std::string file = called.empty() ? "" : named_item(called, path, items); !file.empty()) {
            return file;
        }
    }
    for (const XmlElement& reference : package.all("reference")) {
        if (reference.attribute("type") == "cover") {
            return resolve_reference(path, reference.attribute("href"));
        }
    }
    return {};
}

} // namespace

std::string resolve_reference(const std::string& from, std::string_view reference) {
    const std::string target = percent_decoded(reference.substr(0, reference.find('#')));
    if (target.empty()) {
        return from;
    }
    return normalise_nfc(
        (std::filesystem::path(from).parent_path() / target).lexically_normal().generic_string());
}

EpubPackage read_package(const XmlDocument& document, const std::string& path, Outline& outline) {
    const XmlElement root = document.root();
    EpubPackage package;
    take_metadata(root, outline);
    ItemPaths paths;
    std::string ncx;
    for (const XmlElement& item : root.all("item")) {
        const std::string file = resolve_reference(path, item.attribute("href"));
        const std::string properties = item.attribute("properties");
        paths[item.attribute("id")] = file;
        if (has_word(properties, "nav")) {
            package.navigation = file;
        }
        ncx = item.attribute("media-type") == "application/x-dtbncx+xml" ? file : ncx;
    }
    std::set<std::string> read; // a page is read once, however often the spine names it
    for (const XmlElement& reference : root.all("itemref")) {
        const auto found = paths.find(reference.attribute("idref"));
        if (found != paths.end() && reference.attribute("linear") != "no" &&
            found->second != package.navigation && read.insert(found->second).second) {
            package.spine.push_back(found->second);
        }
    }
    package.navigation = package.navigation.empty() ? ncx : package.navigation;
    package.cover = cover_of(root, path, paths);
    return package;
}

std::vector<NavigationPoint> read_navigation(const XmlDocument& document, const std::string& path) {
    std::vector<NavigationPoint> points;
    for (const XmlElement& map : document.root().first("navMap")) {
        take_ncx_points(map, path, 0, points);
        return points;
    }
    for (const XmlElement& nav : document.root().all("nav")) {
        // The attribute is epub:type; of several lists the one of contents counts.
        if (has_word(nav.attribute("type"), "toc") || nav.attribute("role") == "doc-toc") {
            for (const XmlElement& list : nav.first("ol")) {
                take_list_items(list, path, 0, points);
            }
            return points;
        }
    }
    return points;
}

} // namespace recital
