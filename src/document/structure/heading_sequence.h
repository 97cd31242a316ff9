// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// Makes one heading of those that belong together, whatever the format: a number or division and the title
/// in the next heading or in a short paragraph below it, or the same heading twice. Short paragraphs that are
/// set apart (in bold type, centred, "-- The Sea --") and recur become headings.
void settle_headings(std::vector<Block>& blocks);

/// Sets headings in capitals in title case (see in_title_case); the acronyms of the text keep their capitals.
void set_title_case(std::vector<Block>& blocks);

/// The headings of a source that nothing follows, neither text nor a heading below them: a page may set a
/// sentence as a heading.
class EmptyHeadings {
public:
    /// Finds them, before parts that are not read are removed.
    explicit EmptyHeadings(const std::vector<Block>& blocks);

    /// Turns those that are still there, and still without text, into paragraphs. Numbers and divisions
    /// ("Part Two") stay headings; names of sections ("Discography", whose table is not read) and the title
    /// of the text are removed.
    void keep_as_text(Outline& outline) const;

private:
    void leave_out_parents(Outline& outline) const;

    std::set<std::pair<std::size_t, std::string>> headings_; ///< line and text
};

} // namespace recital
