// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/announcements.h"

#include "base/data_table.h"

#include <utility>

namespace recital {

namespace {

constexpr std::string_view placeholder = "{musician}";

std::string with_name(std::string phrase, std::string_view musician) {
    if (const auto position = phrase.find(placeholder); position != std::string::npos) {
        phrase.replace(position, placeholder.size(), musician);
    }
    return phrase;
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

SpokenAnnouncements spoken_announcements(const Announcements& announcements,
                                         const AnnouncementPhrases& phrases, std::string_view musician) {
    return {announcements.opening ? phrases.opening(musician) : std::string(),
            announcements.closing ? phrases.closing(musician) : std::string(), announcements.chapter_titles};
}

} // namespace recital
