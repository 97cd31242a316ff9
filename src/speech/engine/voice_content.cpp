// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/voice_content.h"

#include "base/error.h"
#include "base/file.h"
#include "base/strings.h"
#include "speech/engine/engine_library.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string_view>

namespace recital {

namespace {

/// The value of the line that starts with `keyword`; empty where there is none.
std::string_view value_of(std::string_view content, std::string_view keyword) {
    while (!content.empty()) {
        const std::string_view line = cut_front(content, '\n');
        if (line.size() > keyword.size() && line.starts_with(keyword) && line[keyword.size()] == ' ') {
            return line.substr(keyword.size() + 1);
        }
    }
    return {};
}

/// A file without a name that holds the content.
FileDescriptor make_unnamed_file(const std::string& content) {
    FileDescriptor file(::memfd_create("voice", MFD_CLOEXEC));
    if (!file.is_open() ||
        ::write(file.get(), content.data(), content.size()) != static_cast<ssize_t>(content.size())) {
        throw Error(ErrorKind::engine, "not enough memory for a voice file");
    }
    return file;
}

} // namespace

void load_voice_content(const std::string& content) {
    const std::string_view name = value_of(content, "name");
    if (name.empty() || value_of(content, "language").empty()) {
        throw Error(ErrorKind::voice, "its file has no line 'name' or 'language'");
    }
    const FileDescriptor file = make_unnamed_file(content);
    const bool accepted = EngineLibrary::instance().set_voice_by_file(
                              fmt::format("/proc/self/fd/{}", file.get()).c_str()) == EE_OK;
    const espeak_VOICE* current = EngineLibrary::instance().current_voice();
    const char* loaded = current == nullptr ? nullptr : current->name;
    if (!accepted || loaded == nullptr || loaded != name) {
        throw Error(ErrorKind::voice, "eSpeak NG does not accept its file");
    }
}

} // namespace recital
