// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
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
    /// The value of the attribute with that local name; empty if there is none.
    [[nodiscard]] std::string attribute(const char* name) const;
    /// The line of the file on which it begins, from 1.
    [[nodiscard]] std::size_t line() const;
    /// All text inside, as it is written: with its line breaks and runs of white space.
    [[nodiscard]] std::string text() const;
    /// The child elements, in order.
    [[nodiscard]] std::vector<XmlElement> children() const;
    /// Calls `element` for each child element and `text` for each piece of text between them, in order. A
    /// piece is valid during the call.
    void visit(const std::function<void(const XmlElement&)>& element,
               const std::function<void(std::string_view)>& text) const;
    /// All descendants with this name, in document order.
    [[nodiscard]] std::vector<XmlElement> all(std::string_view name) const;
    /// The first descendant with this name; empty if there is none.
    [[nodiscard]] std::vector<XmlElement> first(std::string_view name) const;

private:
    _xmlNode* node_;
};

/// A parsed XML document.
class XmlDocument {
public:
    /// Parses without access to the network or other files. Throws an `input` error that names `part`, the
    /// file inside the book, with the line of the first fault.
    XmlDocument(std::string_view bytes, const std::string& book, const std::string& part);

    /// The root element; valid as long as this document.
    [[nodiscard]] XmlElement root() const;

private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    std::unique_ptr<_xmlDoc, Free> document_;
};

} // namespace recital
