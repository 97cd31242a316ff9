// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml.h"

#include "base/error.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

namespace recital {

namespace {

std::string taken(xmlChar* text) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> owned(text, xmlFree);
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
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
    document_.reset(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                      nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!document_ || xmlDocGetRootElement(document_.get()) == nullptr) {
        throw Error(ErrorKind::input,
                    fmt::format("{} in it is not well-formed XML (line {}): get the file again", part,
                                context->lastError.line),
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
