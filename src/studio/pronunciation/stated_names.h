// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "document/model/document.h"
#include "studio/pronunciation/stated_readings.h"
#include "text/language/language.h"
#include "text/lexicon/file.h"
#include "text/lexicon/spelling_match.h"
#include "text/script/script.h"

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Makes lexicon entries of the pronunciations that a document gives for its names: one for each word of a
/// name. Of several pronunciations of a word the one in the narrator's language counts, then the first.
class StatedNames {
public:
    using Notice = std::function<void(const Diagnostic&)>;

    /// `script` is that of the document, in `language`. All must outlive this object. `notice` is called for
    /// a pronunciation that cannot be used, with the reason.
    StatedNames(const StatedReader& reader, const Document& document, const Script& script,
                const Language& language, Notice notice);

    /// The entries. Throws `engine` errors.
    [[nodiscard]] std::vector<LexiconEntry> entries();

private:
    void add(const StatedReading& reading);
    [[nodiscard]] bool add(const StatedReading& reading, std::string_view name);
    void add_matches(const StatedReading& reading, std::span<const std::string> name,
                     std::span<const std::string> ipa, std::span<const MatchedWords> matches);
    void add_word(const StatedReading& reading, std::string_view written, const std::string& ipa,
                  std::span<const std::string> name);
    void add_entry(const StatedReading& reading, std::string_view written, const std::string& ipa,
                   std::string context);
    void report(const StatedReading& reading, std::string_view problem) const;
    [[nodiscard]] std::vector<std::string> names_of_subject() const;
    [[nodiscard]] std::string spoken(std::string_view written) const;
    [[nodiscard]] std::set<std::string> names_after(std::string_view given_name) const;

    const StatedReader& reader_;
    const Document& document_;
    const Script& script_;
    const Language& language_;
    Notice notice_;
    std::vector<LexiconEntry> entries_;
    std::set<std::string> known_; ///< written forms of the entries
};

} // namespace recital
