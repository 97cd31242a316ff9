// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// NOLINTBEGIN(bugprone-reserved-identifier): libxml2's own names
struct _xmlDoc;
struct _xmlNode;
// NOLINTEND(bugprone-reserved-identifier)

namespace recital {

/// An element of an XML document; valid as long as the document.
class XmlElement {
public:
    explicit XmlElement(_xmlNode* node) : node_(node) {}

    /// The name without its namespace's prefix.
    [[nodiscard]] std::string_view name() const;
    /// The attribute of that local name; empty if there is none.
    [[nodiscard]] std::string attribute(const char* name) const;
    /// Where it begins in its file, from 1.
    [[nodiscard]] std::size_t line() const;
    /// All text inside, as it is written: with its line breaks and runs of white space.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::vector<XmlElement> children() const;
    /// All elements inside that have this name, in the order of the document.
    [[nodiscard]] std::vector<XmlElement> all(std::string_view name) const;
    /// The first of them, if there is one.
    [[nodiscard]] std::vector<XmlElement> first(std::string_view name) const;

private:
    _xmlNode* node_;
};

/// A parsed XML document.
class XmlDocument {
public:
    /// Parses without touching the network or other files. Throws an `input` error that names `part`, the
    /// file inside the book, with the line of the first fault.
    XmlDocument(std::string_view bytes, const std::string& book, const std::string& part);

    [[nodiscard]] XmlElement root() const;

private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    std::unique_ptr<_xmlDoc, Free> document_;
};

} // namespace recital
