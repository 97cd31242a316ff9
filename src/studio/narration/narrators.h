// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/language_voices.h"
#include "studio/job/job.h"
#include "studio/narration/calibration_text.h"
#include "studio/store/machine_notes.h"
#include "studio/store/take_store.h"
#include "studio/takes/request.h"
#include "text/language/language.h"
#include "text/script/announcements.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The job's voice as it reads one language: what the language says, what its takes have in common, how loud
/// the voice is.
class Narrator {
public:
    /// Measures what takes depend on, see take_contexts. Throws `voice` and `engine` errors. The store must
    /// outlive the narrator.
    Narrator(const Job& job, const Voice& voice, const std::filesystem::path& languages, TakeStore& store,
             MachineNotes& notes);

    [[nodiscard]] const Language& language() const { return language_; }
    [[nodiscard]] const AnnouncementPhrases& announcement_phrases() const { return announcement_phrases_; }
    [[nodiscard]] const Voice& voice() const { return contexts_.front().voice; }
    /// One for each of the job's formats.
    [[nodiscard]] const std::vector<TakeContext>& contexts() const { return contexts_; }

    /// The calibrated levels for the context of that number: as kept beside the takes, else rendered when
    /// first asked for and kept there.
    [[nodiscard]] const RoleLevels& levels(std::size_t number);

private:
    /// The levels for a context as a note, measured in a child process.
    [[nodiscard]] std::string calibrate(const TakeContext& context) const;

    TakeStore& store_;
    WorkerLimits limits_;
    Language language_;
    AnnouncementPhrases announcement_phrases_;
    CalibrationText calibration_;
    std::vector<TakeContext> contexts_;
    std::vector<std::optional<RoleLevels>> levels_; ///< of each context
};

/// The narrators of a run, one for each language that its documents are in.
class Narrators {
public:
    /// Job, store and notes must outlive them.
    Narrators(const Job& job, TakeStore& store, MachineNotes& notes);

    /// Of a document in the language. Made when first asked for.
    [[nodiscard]] Narrator& of(std::string_view language);

    /// What there is to say about a document in a language that is not the voice's own; empty for its own.
    [[nodiscard]] std::string remark(std::string_view language) const;

private:
    const Job& job_;
    TakeStore& store_;
    MachineNotes& notes_;
    LanguageVoices voices_;
    std::map<std::string, std::unique_ptr<Narrator>, std::less<>> narrators_; ///< by language
};

} // namespace recital
