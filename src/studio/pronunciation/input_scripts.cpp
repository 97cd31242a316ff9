// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/input_scripts.h"

#include "base/language_tag.h"
#include "base/resources.h"
#include "studio/sources/gather.h"
#include "text/language/language.h"
#include "text/script/announcements.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace recital {

namespace {

/// What scripts in one language are made with.
struct Reading {
    Reading(const std::filesystem::path& languages, const std::string& tag)
        : language(languages, tag), phrases(languages, tag) {}

    Language language;
    AnnouncementPhrases phrases;
};

class ScriptMaker {
public:
    ScriptMaker(const Job& job, AnnouncementsIn announcements, const InputScriptVisitor& visitor)
        : job_(job), announcements_(announcements), visitor_(visitor),
          pronouncer_(resource_folder() / "data", job.voice, job.lexicons, visitor.on_notice) {}

    void take(const SourceRef& source, const Document& document) {
        if (primary_subtag(document.language) != primary_subtag(job_.voice.language)) {
            visitor_.on_warning(
                {"skipped: the text is in another language than the voice", {source.to_string(), 0}});
            return;
        }
        const Reading& reading =
            readings_
                .try_emplace(document.language, resource_folder() / "data" / "languages", document.language)
                .first->second;
        SpokenAnnouncements spoken;
        if (announcements_ == AnnouncementsIn::scripts) {
            spoken = spoken_announcements(job_.voice.announcements, reading.phrases, document.musician);
        }
        Script script = make_script(document, reading.language,
                                    passage_limit(job_.voice.engine.words_per_minute), spoken);
        const std::vector<std::filesystem::path> sources = {source.path};
        pronouncer_.pronounce(script, sources, document, reading.language);
        visitor_.on_script(script, source, pronouncer_);
    }

private:
    const Job& job_;
    AnnouncementsIn announcements_;
    const InputScriptVisitor& visitor_;
    Pronouncer pronouncer_;
    std::map<std::string, Reading> readings_; ///< by language
};

} // namespace

void visit_input_scripts(const Job& job, AnnouncementsIn announcements, const InputScriptVisitor& visitor) {
    ScriptMaker maker(job, announcements, visitor);
    const auto fail = [&visitor](const SourceRef& source, const Error& error, const std::string& id) {
        const std::size_t line = error.place().line != 0 ? error.place().line : source.line;
        visitor.on_failure({source.path.string(), line, error.kind(), error.what(), id});
    };
    SourceReader reader(job.reading, job.fields, job.limits, job.ids);
    const GatheredInputs inputs = gather_inputs(job.inputs);
    std::for_each(inputs.warnings.begin(), inputs.warnings.end(), visitor.on_warning);
    for (const SkippedReport& skipped : inputs.skipped) {
        visitor.on_warning({"skipped: " + skipped.reason, {skipped.source, 0}});
    }
    for (const std::filesystem::path& path : inputs.files) {
        reader.read_all(
            path,
            [&maker](const SourceRef& source, const Document& document) { maker.take(source, document); },
            fail);
    }
}

} // namespace recital
