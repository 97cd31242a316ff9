// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/subtitles.h"

#include "base/error.h"
#include "base/strings.h"
#include "cli/tree/command.h"
#include "container/sidecar/publications.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace recital {

namespace {

std::vector<std::string> possible_kinds() {
    std::vector<std::string> kinds;
    for (const Publication* publication : all_publications()) {
        kinds.emplace_back(publication->name);
    }
    return kinds;
}

void add_kinds(std::string_view list, std::vector<std::string>& kinds) {
    while (!list.empty()) {
        const std::string kind(cut_front(list, ','));
        if (find_publication(kind) == nullptr) {
            throw Error(ErrorKind::usage, fmt::format("--subtitles {} is not possible: give some of {}", kind,
                                                      fmt::join(possible_kinds(), ", ")));
        }
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
            kinds.push_back(kind);
        }
    }
}

} // namespace

void add_subtitle_options(Command& command, SubtitleArguments& arguments) {
    ValueGuide kinds = list_of("LIST", possible_kinds(), "vtt,srt");
    kinds.other_words = {{"webvtt", "vtt"}, {"subrip", "srt"}, {"lyrics", "lrc"}};
    command.add_repeatable("--subtitles", arguments.subtitles,
                           "Also write subtitles, kinds separated by commas: vtt,srt,lrc,json", kinds);
    command.add_flag("--lyrics,!--no-lyrics", arguments.lyrics,
                     "Store the text as lyrics, if it has at most 256 KiB (not in WAV) [yes]");
}

void apply_subtitle_options(const SubtitleArguments& arguments, Job& job) {
    job.lyrics = arguments.lyrics;
    for (const std::string& list : arguments.subtitles) {
        add_kinds(list, job.subtitles);
    }
}

} // namespace recital
