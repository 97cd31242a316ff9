// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/chapter_mark.h"
#include "container/sidecar/subtitles.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The kinds of subtitles that can be written, which are also the extensions of their files: WebVTT (W3C),
/// SubRip, LRC (lyrics with times) and JSON.
[[nodiscard]] std::span<const std::string_view> subtitle_kinds();

/// What subtitles say of the sound that they belong to.
struct SubtitleHead {
    std::string title;
    std::string artist;   ///< may be empty
    std::string language; ///< BCP 47; may be empty
    double seconds = 0;   ///< of the sound
    std::vector<ChapterMark> chapters;
};

/// A sentence to be shown.
struct SubtitleSentence {
    SubtitleCue whole;             ///< in one line, with its words
    std::vector<SubtitleCue> cues; ///< as it is shown
};

/// The content of a file of subtitles, piece by piece: first the head, then every sentence in order, then the
/// end. JSON has whole sentences with their words:
/// {"schema","tool","title","artist","language","seconds","chapters":[{"title","start"}],
///  "sentences":[{"start","end","text","words":[{"start","end","text"}]}]}; the others have the cues.
class SubtitleWriter {
public:
    /// One of `subtitle_kinds`.
    explicit SubtitleWriter(std::string_view kind) : kind_(kind) {}

    [[nodiscard]] std::string head(const SubtitleHead& head) const;
    [[nodiscard]] std::string sentence(const SubtitleSentence& sentence);
    [[nodiscard]] std::string end() const;

private:
    [[nodiscard]] std::string cue(const SubtitleCue& cue);

    std::string_view kind_;
    std::size_t written_ = 0; ///< cues, or sentences of JSON
};

/// Whether this program wrote the subtitles, by what the file says of itself; SubRip cannot say it, and false
/// is the answer.
[[nodiscard]] bool are_subtitles_of_recital(const std::filesystem::path& path);

/// The same of a text, by how it begins.
[[nodiscard]] bool begins_as_subtitles_of_recital(std::string_view content);

} // namespace recital
