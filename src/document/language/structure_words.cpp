// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/structure_words.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <map>

namespace recital {

StructureWords::StructureWords(const std::filesystem::path& folder) {
    for (FolderReader files(folder); files.next();) {
        if (files.path().extension() == ".tsv") {
            read(files.path());
        }
    }
}

void StructureWords::read(const std::filesystem::path& file) {
    const std::string language = file.stem().string();
    Life& life = lives_[language];
    const std::map<std::string, Set*, std::less<>> sets = {{"division", &divisions},
                                                           {"heading", &headings},
                                                           {"number", &numbers},
                                                           {"weak", &weak},
                                                           {"object", &objects},
                                                           {"particle", &particles},
                                                           {"honorific", &honorifics},
                                                           {"copula", &copulas_[language]},
                                                           {"opener", &openers_[language]},
                                                           {"birth", &births},
                                                           {"death", &deaths},
                                                           {"maiden", &maidens},
                                                           {"ending", &endings},
                                                           {"unread", &unread},
                                                           {"box", &boxes},
                                                           {"aside", &asides},
                                                           {"mark", &marks},
                                                           {"gloss", &glosses},
                                                           {"pronounced", &pronounced},
                                                           {"accent", &accents},
                                                           {"rhyme", &rhymes},
                                                           {"alike", &alikes},
                                                           {"language", &languages},
                                                           {"acronym", &acronyms},
                                                           {"modifier", &modifiers},
                                                           {"saying", &sayings},
                                                           {"salutation", &salutations},
                                                           {"subordinate", &subordinates},
                                                           {"small", &small},
                                                           {"citation", &citations},
                                                           {"figure", &figures},
                                                           {"credit", &credits},
                                                           {"about", &about},
                                                           {"about_tail", &about_tails},
                                                           {"occupation", &occupations},
                                                           {"approximation", &approximations},
                                                           {"doubt", &doubts},
                                                           {"activity", &activities},
                                                           {"birth_verb", &life.birth_verbs},
                                                           {"birth_opening", &life.birth_openings},
                                                           {"death_verb", &life.death_verbs},
                                                           {"his_death", &life.his_death},
                                                           {"her_death", &life.her_death},
                                                           {"he", &life.he},
                                                           {"she", &life.she},
                                                           {"date_word", &life.date_words},
                                                           {"other", &life.others}};
    for (const DataRow& row : read_data_table(file, 2, 2)) {
        if (row.cells[0] == "opening") {
            openings_[language] = row.cells[1];
        } else if (const auto found = sets.find(row.cells[0]); found != sets.end()) {
            found->second->insert(fold_case(row.cells[1]));
            if (row.cells[0] == "opener") {
                all_openers.insert(fold_case(row.cells[1]));
            }
        } else {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not a kind of structure word",
                        row.place);
        }
    }
}

const StructureWords& StructureWords::known() {
    static const StructureWords words(resource_folder() / "data" / "languages" / "structure");
    return words;
}

const StructureWords::Set& StructureWords::of_language(const SetOfLanguage& sets, std::string_view language) {
    static const Set none;
    const auto found = sets.find(language.substr(0, language.find('-')));
    return found == sets.end() ? none : found->second;
}

const StructureWords::Life& StructureWords::life(std::string_view language) const {
    static const Life none;
    const auto found = lives_.find(language.substr(0, language.find('-')));
    return found == lives_.end() ? none : found->second;
}

const StructureWords::Set& StructureWords::copulas(std::string_view language) const {
    return of_language(copulas_, language);
}

std::vector<std::string> StructureWords::copula_languages() const {
    std::vector<std::string> with_copulas;
    for (const auto& [language, copulas] : copulas_) {
        if (!copulas.empty()) {
            with_copulas.push_back(language);
        }
    }
    return with_copulas;
}

const StructureWords::Set& StructureWords::openers(std::string_view language) const {
    return of_language(openers_, language);
}

const std::string& StructureWords::opening(std::string_view language) const {
    const auto found = openings_.find(language.substr(0, language.find('-')));
    return found == openings_.end() ? openings_.at("en") : found->second;
}

} // namespace recital
