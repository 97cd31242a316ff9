// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/announcements.h"

#include "base/data_table.h"
#include "text/script/passages.h"

#include <algorithm>
#include <iterator>

namespace recital {

namespace {

constexpr std::string_view placeholder = "{musician}";

std::string with_name(std::string phrase, std::string_view musician) {
    if (const auto position = phrase.find(placeholder); position != std::string::npos) {
        phrase.replace(position, placeholder.size(), musician);
    }
    return phrase;
}

/// The passages that say a phrase, the last of them followed by `border`; none for an empty one.
std::vector<Passage> say(const std::string& phrase, Border border, const Language& language,
                         std::size_t passage_characters) {
    auto sentences = read_aloud(phrase, language);
    std::erase_if(sentences, [](const Sentence& sentence) { return sentence.spoken.empty(); });
    auto passages = cut_passages(std::move(sentences), language, passage_characters);
    for (Passage& passage : passages) {
        passage.role = Role::heading;
    }
    if (!passages.empty()) {
        passages.back().border = border;
    }
    return passages;
}

/// Headings inside a chapter stay: they are text.
void remove_titles(Chapter& chapter) {
    const auto text = std::ranges::find_if(
        chapter.passages, [](const Passage& passage) { return passage.role != Role::heading; });
    if (text != chapter.passages.end()) {
        chapter.passages.erase(chapter.passages.begin(), text);
    }
}

} // namespace

AnnouncementPhrases::AnnouncementPhrases(const std::filesystem::path& folder, std::string_view language) {
    const auto path = folder / language.substr(0, language.find('-')) / "announcements.tsv";
    if (!std::filesystem::exists(path)) {
        return;
    }
    for (DataRow& row : read_data_table(path, 2, 2)) {
        if (row.cells[0] != "opening" && row.cells[0] != "closing") {
            throw Error(ErrorKind::usage, "an announcement is either 'opening' or 'closing'", row.place);
        }
        (row.cells[0] == "opening" ? opening_ : closing_) = std::move(row.cells[1]);
    }
}

std::string AnnouncementPhrases::opening(std::string_view musician) const {
    return with_name(opening_, musician);
}

std::string AnnouncementPhrases::closing(std::string_view musician) const {
    return with_name(closing_, musician);
}

void announce(Script& script, const Announcements& announcements, const AnnouncementPhrases& phrases,
              const Language& language, std::size_t passage_characters) {
    if (!announcements.chapter_titles) {
        std::ranges::for_each(script.chapters, remove_titles);
    }
    if (announcements.opening) {
        auto opening = say(phrases.opening(script.musician), Border::title, language, passage_characters);
        auto& passages = script.chapters.front().passages;
        passages.insert(passages.begin(), std::make_move_iterator(opening.begin()),
                        std::make_move_iterator(opening.end()));
    }
    if (announcements.closing) {
        auto closing = say(phrases.closing(script.musician), Border::end, language, passage_characters);
        auto& passages = script.chapters.back().passages;
        if (!closing.empty()) {
            passages.back().border = Border::paragraph;
        }
        std::move(closing.begin(), closing.end(), std::back_inserter(passages));
    }
}

} // namespace recital
