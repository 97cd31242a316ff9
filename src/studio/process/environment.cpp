// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/environment.h"

#include "base/file.h"
#include "base/files/folder_tree.h"
#include "base/hash.h"
#include "speech/engine/engine.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

namespace {

constexpr std::array<std::string_view, 10> sound_libraries = {
    "libespeak-ng.so", "libsonic.so", "libsamplerate.so", "libavcodec.so", "libavutil.so",
    "libmp3lame.so",   "libopus.so",  "libsndfile.so",    "libebur128.so", "libm.so"};
constexpr std::array<std::string_view, 3> speech_libraries = {"libespeak-ng.so", "libsonic.so", "libm.so"};

bool is_one_of(std::span<const std::string_view> libraries, std::string_view name) {
    return std::any_of(libraries.begin(), libraries.end(),
                       [name](std::string_view library) { return name.starts_with(library); });
}

constexpr std::string_view gnu_note{"GNU\0", 4}; // the terminating zero is part of a note's name

/// The GNU build-id among the notes of a loaded object, as hexadecimal digits; empty where it has none.
std::string build_id(const dl_phdr_info& object) {
    for (int n = 0; n < object.dlpi_phnum; ++n) {
        const auto& segment = object.dlpi_phdr[n];
        if (segment.p_type != PT_NOTE) {
            continue;
        }
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells addresses as numbers
        const auto* note = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
        const char* end = note + segment.p_memsz;
        while (note + sizeof(ElfW(Nhdr)) <= end) {
            ElfW(Nhdr) header;
            std::memcpy(&header, note, sizeof header);
            const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
            const char* name = note + sizeof header;
            const char* content = name + padded(header.n_namesz);
            if (header.n_type == NT_GNU_BUILD_ID && std::string_view(name, header.n_namesz) == gnu_note) {
                std::string digits;
                for (std::size_t k = 0; k < header.n_descsz; ++k) {
                    digits += fmt::format("{:02x}", static_cast<unsigned char>(content[k]));
                }
                return digits;
            }
            note = content + padded(header.n_descsz);
        }
    }
    return {};
}

int collect_build_id(dl_phdr_info* object, std::size_t /*size*/, void* context) {
    const std::string name = std::filesystem::path(object->dlpi_name).filename().string();
    if (is_one_of(sound_libraries, name)) {
        static_cast<std::vector<std::string>*>(context)->push_back(
            fmt::format("{} {}", name, build_id(*object)));
    }
    return 0;
}

/// Gives the content of the folder's files to both.
void hash_folder(const std::filesystem::path& folder, Hasher& first, Hasher& second) {
    for (const auto& file : read_folder_tree(folder).files) {
        for (const std::string& part : {file.lexically_relative(folder).string(), read_file(file)}) {
            first.update(part);
            second.update(part);
        }
    }
}

} // namespace

LibraryDigests library_digests() {
    std::vector<std::string> libraries;
    ::dl_iterate_phdr(collect_build_id, &libraries);
    std::sort(libraries.begin(), libraries.end());
    const EngineInfo engine = engine_info();
    Hasher speech;
    Hasher takes;
    speech.update(engine.version);
    takes.update(engine.version);
    for (const std::string& library : libraries) {
        takes.update(library);
        if (is_one_of(speech_libraries, library)) {
            speech.update(library);
        }
    }
    hash_folder(engine.data_folder, speech, takes);
    return {speech.hex(), takes.hex()};
}

} // namespace recital
