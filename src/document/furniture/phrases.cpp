// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/phrases.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Puts the phrase where its way of matching says. Returns whether there is such a way. A phrase of a single
/// byte is not for those that are looked up by their beginnings.
bool add(FurniturePhrases& phrases, std::string_view how, const std::string& kind, std::string phrase) {
    const std::map<std::string_view, FurniturePhrases::Whole*> wholes = {{"whole", &phrases.whole},
                                                                         {"label", &phrases.labels},
                                                                         {"ends", &phrases.ends},
                                                                         {"last", &phrases.last}};
    const std::map<std::string_view, PhraseList*> lists = {{"begins", &phrases.begins},
                                                           {"open", &phrases.open},
                                                           {"holds", &phrases.holds},
                                                           {"tail", &phrases.tails}};
    const std::map<std::string_view, FurniturePhrases::Set*> sets = {{"by", &phrases.by},
                                                                     {"dated", &phrases.dated}};
    if (const auto whole = wholes.find(how); whole != wholes.end()) {
        whole->second->emplace(std::move(phrase), kind);
    } else if (const auto list = lists.find(how); list != lists.end() && phrase.size() > 1) {
        list->second->add(std::move(phrase), kind);
    } else if (const auto set = sets.find(how); set != sets.end()) {
        set->second->insert(std::move(phrase));
    } else {
        return false;
    }
    return true;
}

FurniturePhrases load() {
    FurniturePhrases phrases;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "furniture.tsv", 3, 3)) {
        if (!add(phrases, row.cells[1], row.cells[0], fold_case(row.cells[2]))) {
            throw Error(ErrorKind::usage,
                        "\"" + row.cells[1] +
                            "\" is not whole, label, ends, last, begins, open, holds, tail, by or dated",
                        row.place);
        }
    }
    return phrases;
}

} // namespace

void PhraseList::add(std::string phrase, std::string kind) {
    places_[place_of(phrase)].push_back(static_cast<std::uint16_t>(entries_.size()));
    entries_.push_back({std::move(phrase), std::move(kind)});
}

const FurniturePhrases& FurniturePhrases::known() {
    static const FurniturePhrases phrases = load();
    return phrases;
}

} // namespace recital
