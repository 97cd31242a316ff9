// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/treatment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace recital {

namespace {

/// Whether the content of an unread element may be text: not scripts, formulas and fields.
bool is_named(std::string_view element) {
    constexpr std::array<std::string_view, 9> names = {"nav",    "footer", "menu", "dialog", "form",
                                                       "button", "del",    "s",    "strike"};
    return std::find(names.begin(), names.end(), element) != names.end();
}

/// The body of a file of an EPUB may say what all of it is: "copyright-page".
Treatment treatment_of_typed(std::string_view type) {
    auto reason = type.empty() ? std::nullopt : unread_reason({{}, {}, {}, type, {}, false});
    return reason ? Treatment{Treatment::Kind::leave_out, std::move(reason->name)} : Treatment{};
}

} // namespace

bool may_hold_text(std::string_view element, ElementKind kind) {
    return kind != ElementKind::unread || is_named(element);
}

Treatment treatment_of(std::string_view element, ElementKind kind, const Attributes& attributes,
                       bool captions) {
    if (kind == ElementKind::unread) {
        return {Treatment::Kind::leave_out,
                is_named(element) ? fmt::format("element \"{}\"", element) : std::string()};
    }
    if (kind == ElementKind::figure && !captions) {
        return element == "figure" ? Treatment{Treatment::Kind::figure}
                                   : Treatment{Treatment::Kind::leave_out, "figure"};
    }
    if (element == "html" || element == "body") {
        return treatment_of_typed(attributes.get("epub:type"));
    }
    auto reason = unread_reason({attributes.get("id"), attributes.get("class"), attributes.get("role"),
                                 attributes.get("epub:type"), attributes.get("style"),
                                 attributes.has("hidden"), kind == ElementKind::heading});
    const bool caption = reason && reason->name.find("caption") != std::string::npos;
    const bool is_title = element == "h1" || element == "h2";
    if (!reason || ((captions || is_title) && caption)) {
        const bool frames = kind == ElementKind::block && is_picture_frame(attributes.get("class"));
        return {frames && !captions ? Treatment::Kind::frame : Treatment::Kind::read};
    }
    const bool is_inline = kind == ElementKind::inline_text || kind == ElementKind::line_break;
    if (reason->certain || is_inline) {
        return {Treatment::Kind::leave_out, std::move(reason->name)};
    }
    if (element == "main" || element == "article") {
        return {};
    }
    return {Treatment::Kind::set_aside, std::move(reason->name)};
}

} // namespace recital
