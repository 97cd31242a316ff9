// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/book_identity.h"

#include "base/hash.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/grouping/identity.h"
#include "document/grouping/text_sketch.h"
#include "studio/planning/plan_record.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

/// An edited text keeps more than this of its earlier version; texts of two people share less.
constexpr double min_overlap = 0.6;

/// If the name changes, so does every run of words that holds it.
constexpr double min_overlap_of_renamed = 0.3;

Identity as_document_identity(const BookIdentity& identity) {
    Identity document;
    document.musician = identity.musician;
    document.id = identity.id;
    document.born = identity.born;
    document.died = identity.died;
    document.occupation = identity.occupation;
    return document;
}

bool are_equal_and_known(const std::string& left, const std::string& right) {
    return !left.empty() && left == right;
}

bool have_common_source(const BookOrigin& one, const BookOrigin& other) {
    return std::any_of(one.sources.begin(), one.sources.end(), [&other](const std::string& source) {
        return std::find(other.sources.begin(), other.sources.end(), source) != other.sources.end();
    });
}

bool do_not_contradict(const BookIdentity& left, const BookIdentity& right) {
    return contradiction(as_document_identity(left), as_document_identity(right)).empty();
}

bool is_supported(const BookOrigin& one, const BookOrigin& other, double overlap) {
    return have_common_source(one, other) || are_equal_and_known(one.identity.born, other.identity.born) ||
           are_equal_and_known(one.identity.died, other.identity.died) ||
           estimate_overlap(one.identity.text, other.identity.text) >= overlap;
}

/// Two books have one id and two names. Many tables simply number their rows: a number alone does not say
/// that the row of another table is the same person.
bool is_renaming_plausible(const BookOrigin& one, const BookOrigin& other) {
    return do_not_contradict(one.identity, other.identity) &&
           (!is_digits(one.identity.id) || is_supported(one, other, min_overlap_of_renamed));
}

} // namespace

BookIdentity identify(const PlanRecord& record) {
    return {record.is_id_declared ? record.id : std::string(),
            record.musician,
            record.born,
            record.died,
            record.occupation,
            {}};
}

bool are_about_one_person(const BookOrigin& one, const BookOrigin& other) {
    const BookIdentity& left = one.identity;
    const BookIdentity& right = other.identity;
    const bool have_one_name = folded_musician(left) == folded_musician(right);
    if (!left.id.empty() && !right.id.empty()) {
        return left.id == right.id && (have_one_name || is_renaming_plausible(one, other));
    }
    return have_one_name && do_not_contradict(left, right) && is_supported(one, other, min_overlap);
}

std::string identity_digits(const BookIdentity& identity) {
    const bool has_id = !identity.id.empty();
    const bool has_years = !identity.born.empty() || !identity.died.empty();
    // What may change while the person stays the same is left out where something better is known.
    const std::string key =
        has_id ? fmt::format("id\n{}", identity.id)
               : fmt::format("name\n{}\n{}\n{}\n{}\n{}", folded_musician(identity), identity.born,
                             identity.died, identity.occupation, has_years ? "" : identity.text);
    return fmt::format("{:016x}", hash_64(key));
}

std::string years_of(const BookIdentity& identity) {
    const bool has_years = !identity.born.empty() || !identity.died.empty();
    return has_years ? fmt::format("{}–{}", identity.born, identity.died) : std::string();
}

std::string folded_musician(const BookIdentity& identity) {
    return fold_case(normalise_nfc(identity.musician));
}

} // namespace recital
