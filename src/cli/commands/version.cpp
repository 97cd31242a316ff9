// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/version.h"

#include "artwork/covers/image.h"
#include "base/error.h"
#include "base/file.h"
#include "base/files/folder_tree.h"
#include "base/hash.h"
#include "base/resources.h"
#include "cli/output/exit_code.h"
#include "cli/output/print.h"
#include "container/book/book.h"
#include "container/codec/libav_encoder.h"
#include "speech/engine/engine.h"
#include "studio/state/installation.h"

#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace recital {

namespace {

namespace fs = std::filesystem;

/// A library that the program is linked with or loads.
struct Library {
    std::string_view name;
    const char* version_function; ///< of it, which returns a text; null: the name of its file has the version
};

constexpr std::array<Library, 7> codecs = {{{"libavcodec", nullptr},
                                            {"libavutil", nullptr},
                                            {"libmp3lame", "get_lame_version"},
                                            {"libopus", "opus_get_version_string"},
                                            {"libFLAC", nullptr},
                                            {"libogg", nullptr},
                                            {"libsndfile", "sf_version_string"}}};
constexpr std::array<Library, 17> libraries = {{{"libarchive", "archive_version_string"},
                                                {"libcld2", nullptr},
                                                {"libebur128", nullptr},
                                                {"libfmt", nullptr},
                                                {"libgdk_pixbuf-2.0", nullptr},
                                                {"libicui18n", nullptr},
                                                {"libicuuc", nullptr},
                                                {"libmd4c", nullptr},
                                                {"libpango-1.0", "pango_version_string"},
                                                {"libsamplerate", nullptr},
                                                {"libseccomp", nullptr},
                                                {"libsonic", nullptr},
                                                {"libtag", nullptr},
                                                {"libtomlplusplus", nullptr},
                                                {"libuchardet", nullptr},
                                                {"libxml2", nullptr},
                                                {"libz", "zlibVersion"}}};

int collect_object(dl_phdr_info* object, std::size_t /*size*/, void* context) {
    static_cast<std::vector<fs::path>*>(context)->emplace_back(object->dlpi_name);
    return 0;
}

std::vector<fs::path> loaded_objects() {
    std::vector<fs::path> objects;
    ::dl_iterate_phdr(collect_object, &objects);
    return objects;
}

/// What the library says of itself; empty if it does not.
std::string stated_version(const Library& library, const fs::path& object) {
    if (library.version_function == nullptr) {
        return {};
    }
    const auto close = [](void* handle) { ::dlclose(handle); };
    const std::unique_ptr<void, decltype(close)> handle(::dlopen(object.c_str(), RTLD_LAZY | RTLD_NOLOAD),
                                                        close);
    void* const symbol = handle ? ::dlsym(handle.get(), library.version_function) : nullptr;
    if (symbol == nullptr) {
        return {};
    }
    std::string text = reinterpret_cast<const char* (*)()>(symbol)();
    text.erase(0, std::min(text.find_first_of("0123456789"), text.size())); // "libopus 1.3.1"
    return fmt::format("{} {}", library.name, text);
}

/// "libfmt 9.1.0" of ".../libfmt.so.9", which is a link to "libfmt.so.9.1.0"; empty for other libraries.
std::string version_of(const Library& library, const fs::path& object) {
    constexpr std::string_view ending = ".so.";
    std::error_code failure;
    const std::string file = fs::canonical(object, failure).filename().string();
    if (failure || !file.starts_with(std::string(library.name).append(ending))) {
        return {};
    }
    const std::string stated = stated_version(library, object);
    return stated.empty()
               ? fmt::format("{} {}", library.name, file.substr(library.name.size() + ending.size()))
               : stated;
}

/// Prints the versions of those that are loaded, below each other.
void print_versions(std::string_view heading, std::span<const Library> names,
                    const std::vector<fs::path>& objects) {
    for (const Library& library : names) {
        for (const fs::path& object : objects) {
            if (const std::string version = version_of(library, object); !version.empty()) {
                print_output("{:<12} {}\n", heading, version);
                heading = "";
                break;
            }
        }
    }
}

/// XXH3-128 of the names below the folder and the contents of files; 12 digits of it distinguish enough.
std::string digest_below(const fs::path& folder, std::vector<fs::path> files) {
    constexpr std::size_t digits = 12;
    std::sort(files.begin(), files.end());
    Hasher hasher;
    for (const fs::path& file : files) {
        hasher.update(file.lexically_relative(folder).string());
        hasher.update(read_file(file));
    }
    return hasher.hex().substr(0, digits);
}

void print_details() {
    const EngineInfo engine = engine_info();
    const fs::path resources = resource_folder();
    load_encoders();
    load_picture_libraries();
    const std::vector<fs::path> objects = loaded_objects();
    print_output("engine       eSpeak NG {}\n", engine.version);
    print_output("engine data  {} in {}\n",
                 digest_below(engine.data_folder, read_folder_tree(engine.data_folder).files),
                 engine.data_folder);
    print_output("data         {} in {}\n", digest_below(resources, knowledge_files()), resources);
    print_versions("codecs", codecs, objects);
    print_versions("libraries", libraries, objects);
}

} // namespace

int run_version(const VersionOptions& options) {
    print_output("{}\n", application_name());
    if (options.verbose) {
        print_details();
    }
    return exit_all_done;
}

} // namespace recital
