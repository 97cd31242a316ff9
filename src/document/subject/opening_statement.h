// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/naming_words.h"
#include "document/subject/vital_dates.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a first sentence says its subject is.
enum class SubjectKind { unknown, person, ensemble, work };

/// Another name that a text states of its subject.
struct OtherName {
    std::string name;
    NameRelation relation = NameRelation::alias;
};

/// The statement with which a biography begins: "Nora Winter MBE (born 4 June 1981), known professionally as
/// Ivory Lane, is a Scottish singer."
struct OpeningStatement {
    std::string name; ///< the subject as written, without honours; empty if the paragraph has no statement
    SubjectKind kind = SubjectKind::unknown;
    bool concerns_other = false; ///< the predicate begins with "her": the subject is somebody else's teacher
    std::vector<OtherName> others; ///< further names of the subject, in the order of the text
    VitalDates dates;              ///< in the brackets after the name
    std::string occupation;        ///< "singer"; empty if none is found

    /// Whether it says who somebody is, with dates or a noun for a musician or a group.
    [[nodiscard]] bool defines() const {
        return kind == SubjectKind::person || kind == SubjectKind::ensemble || !dates.born.empty() ||
               !dates.died.empty();
    }
    /// The first name of the relation; empty if there is none.
    [[nodiscard]] std::string_view first_name(NameRelation relation) const;
};

/// Reads the first sentence of a paragraph, and of the second what names the same subject ("She performs as
/// ..."). `language` is the BCP 47 tag of the text.
[[nodiscard]] OpeningStatement read_opening_statement(std::string_view paragraph, std::string_view language);

} // namespace recital
