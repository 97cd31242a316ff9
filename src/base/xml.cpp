// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml.h"

#include "base/error.h"

#include <fmt/format.h>
#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

namespace recital {

namespace {

std::string taken(xmlChar* text) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> owned(text, xmlFree);
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

/// Real books declare entities for single characters or names. Entities are expanded when text is read, and
/// long ones, or ones that contain others, expand to gigabytes.
bool declares_harmful_entity(const xmlDoc* document) {
    constexpr std::size_t max_entity_bytes = 100;
    bool is_harmful = false;
    const auto look = [](void* entry, void* result, const xmlChar*) {
        const auto* const entity = static_cast<const xmlEntity*>(entry);
        const std::string_view content =
            entity->content == nullptr ? "" : reinterpret_cast<const char*>(entity->content);
        const auto reference = content.find('&'); // "&#38;" is a sign
        const bool contains_entity =
            reference != std::string_view::npos && content.substr(reference, 2) != "&#";
        *static_cast<bool*>(result) |= content.size() > max_entity_bytes || contains_entity;
    };
    if (document->intSubset != nullptr && document->intSubset->entities != nullptr) {
        xmlHashScan(static_cast<xmlHashTable*>(document->intSubset->entities), look, &is_harmful);
    }
    return is_harmful;
}

void collect(xmlNode* node, std::string_view name, std::vector<XmlElement>& found) {
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            if (XmlElement(child).name() == name) {
                found.emplace_back(child);
            }
            collect(child, name, found);
        }
    }
}

/// Which limit of the parser ended it; empty if none did.
std::string limit_reached(const xmlError& error) {
    const std::string_view said = error.message == nullptr ? "" : error.message;
    if (said.find("xcessive depth") != std::string_view::npos) {
        return ": it nests more than 256 levels deep";
    }
    return error.code == XML_ERR_ENTITY_LOOP ? ": its entities contain each other" : "";
}

} // namespace

std::string_view XmlElement::name() const {
    return reinterpret_cast<const char*>(node_->name);
}

std::string XmlElement::attribute(const char* name) const {
    return taken(xmlGetProp(node_, reinterpret_cast<const xmlChar*>(name)));
}

std::size_t XmlElement::line() const {
    return static_cast<std::size_t>(xmlGetLineNo(node_));
}

std::string XmlElement::text() const {
    return taken(xmlNodeGetContent(node_));
}

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> elements;
    for (xmlNode* child = node_->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            elements.emplace_back(child);
        }
    }
    return elements;
}

void XmlElement::visit(const std::function<void(const XmlElement&)>& element,
                       const std::function<void(std::string_view)>& text) const {
    for (xmlNode* child = node_->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            element(XmlElement(child));
        } else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
                   child->content != nullptr) {
            text(reinterpret_cast<const char*>(child->content));
        }
    }
}

std::vector<XmlElement> XmlElement::all(std::string_view name) const {
    std::vector<XmlElement> found;
    collect(node_, name, found);
    return found;
}

std::vector<XmlElement> XmlElement::first(std::string_view name) const {
    std::vector<XmlElement> found = all(name);
    found.erase(found.empty() ? found.end() : found.begin() + 1, found.end());
    return found;
}

XmlDocument::XmlDocument(std::string_view bytes, const std::string& book, const std::string& part) {
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(),
                                                                               &xmlFreeParserCtxt);
    if (!context) {
        throw Error(ErrorKind::internal, "the XML parser cannot be started", {book, 0});
    }
    // Of bytes that are not in the declared encoding it would write to standard error, whatever the options
    // say.
    xmlSetStructuredErrorFunc(nullptr, [](void* /*unused*/, auto* /*error*/) {});
    document_.reset(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                      nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!document_ || xmlDocGetRootElement(document_.get()) == nullptr) {
        throw Error(ErrorKind::input,
                    fmt::format("{} in it is not well-formed XML (line {}{}): get the file again", part,
                                context->lastError.line, limit_reached(context->lastError)),
                    {book, 0});
    }
    if (declares_harmful_entity(document_.get())) {
        throw Error(ErrorKind::input,
                    fmt::format("{} in it declares entities that are long or contain others: replace them "
                                "by their text",
                                part),
                    {book, 0});
    }
}

XmlElement XmlDocument::root() const {
    return XmlElement(xmlDocGetRootElement(document_.get()));
}

void XmlDocument::Free::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

} // namespace recital
