// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/epub/epub.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/encoding/encoding.h"
#include "document/mojibake/repair.h"
#include "document/readers/archive/zip_archive.h"
#include "document/readers/epub/package.h"
#include "document/readers/html/html.h"
#include "document/structure/heading.h"
#include "document/structure/rejoin.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace recital {

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

/// How much the parts with the text may be unpacked: more than any book.
constexpr std::size_t max_book_bytes = std::size_t{256} << 20U;

constexpr std::string_view media_type = "application/epub+zip";
constexpr std::string_view container_path = "META-INF/container.xml";
constexpr std::string_view encryption_path = "META-INF/encryption.xml";

[[noreturn]] void refuse(const std::string& message, const std::string& name) {
    throw Error(ErrorKind::input, message, {name, 0});
}

const std::string& require(const Files& files, std::string_view path, const std::string& name) {
    const auto found = files.find(path);
    if (found == files.end()) {
        refuse(fmt::format("the EPUB has no {}, which is required: get the file again", path), name);
    }
    return found->second;
}

/// The files of these paths that the archive has. Some makers name them there as references do, with percent
/// signs.
Files extract_files(std::string_view bytes, const std::string& name, const std::set<std::string>& wanted,
                    std::size_t max_bytes) {
    Files files = extract_zip(
        bytes, name,
        [&wanted](std::string_view path) {
            return wanted.contains(std::string(path)) || wanted.contains(resolve_reference("", path));
        },
        max_bytes);
    for (const std::string& path : wanted) {
        if (files.contains(path)) {
            continue;
        }
        const auto encoded = std::find_if(files.begin(), files.end(), [&path](const auto& file) {
            return resolve_reference("", file.first) == path;
        });
        if (encoded != files.end()) {
            files.emplace(path, encoded->second);
        }
    }
    return files;
}

/// What is said of the book before its content: container, mimetype, encryption.
std::string package_path(const Files& files, const std::string& name) {
    const std::string& type = require(files, "mimetype", name);
    if (!std::string_view(type).starts_with(media_type)) {
        refuse(fmt::format("the file calls itself \"{}\", not an EPUB ({})", prefix_on_character(type, 60),
                           media_type),
               name);
    }
    const XmlDocument container(require(files, container_path, name), name, std::string(container_path));
    for (const XmlElement& root : container.root().first("rootfile")) {
        return normalise_nfc(root.attribute("full-path"));
    }
    refuse(fmt::format("its {} names no package", container_path), name);
}

/// Files that are encrypted; fonts may be, and do not matter.
std::set<std::string> encrypted_files(const Files& files, const std::string& name) {
    std::set<std::string> paths;
    const auto found = files.find(encryption_path);
    if (found != files.end()) {
        const XmlDocument document(found->second, name, std::string(encryption_path));
        for (const XmlElement& reference : document.root().all("CipherReference")) {
            paths.insert(resolve_reference("", reference.attribute("URI")));
        }
    }
    return paths;
}

/// Puts the headings of a book's navigation where they belong among the blocks of its files.
class Assembler {
public:
    Assembler(Outline& outline, std::vector<NavigationPoint> points)
        : outline_(outline), points_(std::move(points)) {
        for (const NavigationPoint& point : points_) {
            deepest_ = std::max(deepest_, point.depth);
        }
    }

    void add(const std::string& path, Outline file) {
        std::map<std::size_t, std::vector<const NavigationPoint*>> headings;
        for (const NavigationPoint& point : points_) {
            if (point.file == path && !point.title.empty()) {
                headings[position_of(file, point.fragment)].push_back(&point);
            }
        }
        for (std::size_t i = 0; i < file.blocks.size(); ++i) {
            if (const auto found = headings.find(i); found != headings.end()) {
                begin_points(found->second);
            }
            const bool initial = is_drop_capital(file.blocks, i); // "I" is no number then
            add_block(std::move(file.blocks[i]), initial);
        }
        std::move(file.diagnostics.begin(), file.diagnostics.end(), std::back_inserter(outline_.diagnostics));
        std::move(file.omissions.begin(), file.omissions.end(), std::back_inserter(outline_.omissions));
    }

private:
    static std::size_t position_of(const Outline& file, const std::string& fragment) {
        if (fragment.empty()) {
            return 0;
        }
        const auto anchor =
            std::find_if(file.anchors.begin(), file.anchors.end(),
                         [&fragment](const Anchor& candidate) { return candidate.id == fragment; });
        const std::size_t last = file.blocks.empty() ? 0 : file.blocks.size() - 1;
        return anchor == file.anchors.end() ? 0 : std::min(anchor->block, last);
    }

    void begin_points(const std::vector<const NavigationPoint*>& points) {
        labels_.clear();
        for (const NavigationPoint* point : points) {
            labels_.push_back(outline_.blocks.size());
            outline_.blocks.push_back({Block::Kind::heading, point->depth + 1, point->title, 1});
        }
    }

    /// Whether the block is a heading, or a paragraph set as one, that the labels of the navigation say
    /// already; what it adds to them is kept.
    bool belongs_to_label(const Block& block) {
        constexpr std::size_t max_paragraph = 100;
        const bool heading = block.kind == Block::Kind::heading;
        if (!heading && block.text.size() > max_paragraph) {
            return false;
        }
        for (const std::size_t label : labels_) {
            if (repeats_heading(block.text, outline_.blocks[label].text)) {
                return true;
            }
        }
        const bool may_add = heading || parts_of_heading(block.text).is_bare();
        if (labels_.empty() || !may_add) {
            return false;
        }
        Block& label = outline_.blocks[labels_.back()];
        auto joined = labelled_heading(label.text, block.text);
        if (!joined) {
            return false;
        }
        label.text = std::move(*joined);
        return true;
    }

    /// The file's own headings stay below those of the navigation.
    void add_block(Block block, bool is_initial) {
        if (!is_initial && belongs_to_label(block)) {
            return;
        }
        labels_.clear();
        if (block.kind == Block::Kind::heading && !points_.empty()) {
            block.level = std::min(6, std::max(block.level, deepest_ + 2));
        }
        outline_.blocks.push_back(std::move(block));
    }

    Outline& outline_;
    std::vector<NavigationPoint> points_;
    int deepest_ = 0;
    std::vector<std::size_t>
        labels_; ///< headings of the navigation for what comes next, as indices of blocks
};

std::string decoded_file(const std::string& bytes, const std::string& place, const ReadOptions& options,
                         Outline& outline) {
    DecodedText decoded = decode_text(bytes, place, options.encoding, declared_encoding(bytes));
    if (options.repair) {
        repair_text(decoded.text, place, decoded.diagnostics);
    }
    std::move(decoded.diagnostics.begin(), decoded.diagnostics.end(),
              std::back_inserter(outline.diagnostics));
    return std::move(decoded.text);
}

std::vector<NavigationPoint> navigation_of(const EpubPackage& package, const Files& files,
                                           const std::string& name, Outline& outline) {
    const auto found = files.find(package.navigation);
    if (found == files.end()) {
        return {};
    }
    try {
        return read_navigation(XmlDocument(found->second, name, package.navigation), package.navigation);
    } catch (const Error& error) {
        outline.diagnostics.push_back(
            {fmt::format("{}; chapters were taken from headings", error.what()), {name, 0}});
        return {};
    }
}

/// The picture that a page shows first, as a path inside the archive; empty where it shows none.
std::string picture_on(const XmlDocument& page, const std::string& path) {
    for (const auto& [element, attribute] : {std::pair("img", "src"), std::pair("image", "href")}) {
        for (const XmlElement& picture : page.root().first(element)) {
            return resolve_reference(path, picture.attribute(attribute));
        }
    }
    return {};
}

/// The bytes of the cover that the package names; empty where it names none. What is wrong with it costs the
/// book no more than its cover.
std::string cover_picture(std::string_view bytes, const std::string& name, const std::string& named,
                          Outline& outline) {
    if (named.empty()) {
        return {};
    }
    std::string path = named;
    std::string reason = "is missing";
    Files files = extract_files(bytes, name, {path}, max_book_bytes);
    if (const auto page = files.find(path); page != files.end() && looks_like_html(page->second)) {
        try {
            path = picture_on(XmlDocument(page->second, name, path), path);
            reason = "shows no picture of the EPUB";
            files = extract_files(bytes, name, {path}, max_book_bytes);
        } catch (const Error& error) {
            outline.diagnostics.push_back(
                {fmt::format("{}; it should show the cover", error.what()), {name, 0}});
            return {};
        }
    }
    const auto picture = files.find(path);
    if (picture == files.end()) {
        outline.diagnostics.push_back(
            {fmt::format("the cover of the EPUB is not used: {} {}", named, reason), {name, 0}});
        return {};
    }
    return std::move(picture->second);
}

/// Reads one page; an error names it.
Outline read_page(const std::string& text, const std::string& path, const std::string& name, bool captions) {
    const std::string place = fmt::format("{}/{}", name, path);
    try {
        return captions ? read_html_with_captions(text, place) : read_html(text, place);
    } catch (const Error& error) {
        throw Error(error.kind(),
                    fmt::format("{} in it, line {}: {}", path, error.place().line, error.what()), {name, 0});
    }
}

} // namespace

Outline read_epub(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    const std::size_t max_bytes = options.text_limit(max_book_bytes);
    const Files head = extract_zip(
        bytes, name,
        [](std::string_view path) {
            return path == "mimetype" || path == container_path || path == encryption_path ||
                   path.ends_with(".opf");
        },
        max_bytes);
    Outline outline;
    const std::string package_file = package_path(head, name);
    const EpubPackage package = read_package(
        XmlDocument(require(head, package_file, name), name, package_file), package_file, outline);
    if (package.spine.empty()) {
        refuse(fmt::format("its {} lists no text in the spine", package_file), name);
    }
    const std::set<std::string> encrypted = encrypted_files(head, name);
    std::set<std::string> wanted(package.spine.begin(), package.spine.end());
    wanted.insert(package.navigation);
    const Files files = extract_files(bytes, name, wanted, max_bytes);
    Assembler assembler(outline, navigation_of(package, files, name, outline));
    for (const std::string& path : package.spine) {
        if (encrypted.contains(path)) {
            refuse(fmt::format("its {} is encrypted: give a book without copy protection", path), name);
        }
        const std::string place = fmt::format("{}/{}", name, path);
        const std::string& content = require(files, path, name);
        if (trimmed(content).empty()) {
            continue;
        }
        const std::string text = decoded_file(content, place, options, outline);
        assembler.add(path, read_page(text, path, name, options.captions));
    }
    outline.cover = cover_picture(bytes, name, package.cover, outline);
    return outline;
}

bool looks_like_epub(std::string_view bytes) {
    return looks_like_zip(bytes) && bytes.substr(0, 64).find("mimetype") != std::string_view::npos;
}

} // namespace recital
