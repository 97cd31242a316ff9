// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "speech/voice/voice.h"
#include "text/script/announcements.h"

#include <map>
#include <string>

namespace recital {

/// Foresees how long books will be, from the written text alone.
class SpeechEstimate {
public:
    /// The voice must outlive this object.
    explicit SpeechEstimate(const Voice& voice) : voice_(voice) {}

    /// How long the document will probably be when the voice has read it, announcements included, in seconds:
    /// within some 10 % of the finished book.
    [[nodiscard]] double seconds(const Document& document);

private:
    [[nodiscard]] double announcement_seconds(const Document& document);

    const Voice& voice_;
    std::map<std::string, AnnouncementPhrases> phrases_; ///< by language
};

/// To 0.1 s, as records of plans state it.
[[nodiscard]] double rounded_seconds(double seconds);

} // namespace recital
