// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/page_head.h"

#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <algorithm>
#include <array>
#include <string>

namespace recital {

namespace {

/// The metadata of `meta` elements, by their names.
struct MetaField {
    std::string_view name;
    std::string Metadata::* field;
};
constexpr std::array meta_fields = {MetaField{"author", &Metadata::author},
                                    MetaField{"dc.creator", &Metadata::author},
                                    MetaField{"dcterms.creator", &Metadata::author},
                                    MetaField{"description", &Metadata::description},
                                    MetaField{"dc.description", &Metadata::description},
                                    MetaField{"date", &Metadata::date},
                                    MetaField{"dc.date", &Metadata::date},
                                    MetaField{"dcterms.date", &Metadata::date},
                                    MetaField{"dc.title", &Metadata::title},
                                    MetaField{"dc.publisher", &Metadata::publisher},
                                    MetaField{"dcterms.publisher", &Metadata::publisher},
                                    MetaField{"dc.rights", &Metadata::rights},
                                    MetaField{"dcterms.rights", &Metadata::rights}};

void take_meta(const std::string& key, std::string_view value, Metadata& metadata) {
    const auto* const found = std::find_if(meta_fields.begin(), meta_fields.end(),
                                           [&key](const MetaField& meta) { return meta.name == key; });
    if (found != meta_fields.end() && (metadata.*found->field).empty()) {
        metadata.*found->field = normalise_text(value);
    }
}

} // namespace

void PageHead::open(std::string_view element, const Attributes& attributes, Metadata& metadata) {
    is_open_ = is_open_ || element == "head";
    is_title_open_ = is_title_open_ || (element == "title" && is_open_);
    if (element == "html") {
        const std::string_view language = attributes.get("lang");
        metadata.language = language.empty() ? attributes.get("xml:lang") : language;
    }
    if (element == "body") {
        is_open_ = false;
    }
    if (element == "meta") {
        take_meta(fold_case(attributes.get("name")), attributes.get("content"), metadata);
        if (attributes.get("property") == "og:title") { // the Open Graph protocol, https://ogp.me
            share_title_ = normalise_text(attributes.get("content"));
        }
    }
}

void PageHead::close(std::string_view element) {
    is_open_ = is_open_ && element != "head";
    is_title_open_ = is_title_open_ && element != "title";
}

} // namespace recital
