// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/installation.h"

#include "base/files/folder_tree.h"
#include "base/resources.h"
#include "container/codec/libav_encoder.h"
#include "speech/engine/engine.h"
#include "studio/state/file_digests.h"

#include <link.h>
#include <sys/auxv.h>
#include <sys/stat.h>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace recital {

namespace {

namespace fs = std::filesystem;

/// Variables by which libraries find what shapes books.
constexpr std::array variables = {"ESPEAK_DATA_PATH", "LD_LIBRARY_PATH", "LD_PRELOAD",     "FONTCONFIG_FILE",
                                  "FONTCONFIG_PATH",  "PANGO_LANGUAGE",  "GLIBC_TUNABLES", "XDG_DATA_HOME",
                                  "XDG_DATA_DIRS",    "XDG_CONFIG_HOME"};

std::string variable(const char* name) {
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nothing sets variables
    return value == nullptr ? std::string() : value;
}

int collect_file(dl_phdr_info* object, std::size_t /*size*/, void* context) {
    if (std::strchr(object->dlpi_name, '/') !=
        nullptr) { // the program has no name, the kernel's part no file
        static_cast<std::vector<fs::path>*>(context)->emplace_back(object->dlpi_name);
    }
    return 0;
}

/// Codecs choose their routines by what the processor can do.
void put_processor(ByteWriter& out) {
    out.number(::getauxval(AT_HWCAP));
    out.number(::getauxval(AT_HWCAP2));
#if defined(__x86_64__) || defined(__i386__)
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) != 0) {
        out.number(c); // not `b`, which has the number of the core
        out.number(d);
    }
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) != 0) {
        out.number(b);
        out.number(c);
        out.number(d);
    }
#endif
}

/// Where fontconfig looks by default, and its configuration.
std::vector<fs::path> font_folders() {
    const fs::path home = variable("HOME");
    const std::string data = variable("XDG_DATA_HOME");
    return {"/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", home / ".fonts",
            data.empty() ? home / ".local/share/fonts" : fs::path(data) / "fonts"};
}

/// Of the folders alone: whoever installs or removes a font changes the folder that it is in.
void put_folders(ByteWriter& out, const fs::path& root) {
    const auto put = [&out](const fs::path& folder) {
        struct ::stat status{};
        if (::stat(folder.c_str(), &status) == 0) {
            out.text(folder.native());
            out.number(static_cast<std::uint64_t>(status.st_mtim.tv_sec));
            out.number(static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
        }
    };
    put(root);
    const std::vector<fs::path> folders = read_folder_tree(root).folders;
    std::for_each(folders.begin(), folders.end(), put);
}

} // namespace

std::vector<fs::path> knowledge_files() {
    const fs::path resources = resource_folder();
    std::vector<fs::path> files = read_folder_tree(resources / "data").files;
    const std::vector<fs::path> voices = read_folder_tree(resources / "voices").files;
    files.insert(files.end(), voices.begin(), voices.end());
    const std::string samples = (resources / "data" / "biographies" / "").string();
    std::erase_if(files, [&samples](const fs::path& file) { return file.native().starts_with(samples); });
    return files;
}

Installation::Installation(const Job& job) : engine_data_(engine_info().data_folder) {
    load_encoders(); // if nothing was rendered, they are not loaded yet
    add_loaded();
    digest_ = current_digest(job);
}

Installation Installation::with_loaded(const Job& job) const {
    Installation installation = *this;
    installation.add_loaded();
    installation.digest_ = installation.current_digest(job);
    return installation;
}

void Installation::add_loaded() {
    std::error_code ignored;
    files_.push_back(fs::read_symlink("/proc/self/exe", ignored));
    ::dl_iterate_phdr(collect_file, &files_);
    std::sort(files_.begin(), files_.end());
    files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
}

Digest Installation::current_digest(const Job& job) const {
    ByteWriter out;
    for (const char* name : variables) {
        out.text(variable(name));
    }
    put_processor(out);
    const auto put = [&out](const StampsDigest& stamps) { out.text(stamps.digest.hex()); };
    put(stamps_digest(files_));
    put(stamps_digest(read_folder_tree(engine_data_).files));
    if (job.cover && job.cover_file.empty()) { // some may be drawn
        for (const fs::path& folder : font_folders()) {
            put_folders(out, folder);
        }
    }
    return digest_of(out.take());
}

/// The program itself may be another file than the recorded one.
bool Installation::is_still(const Job& job) const {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    return std::binary_search(files_.begin(), files_.end(), program) && current_digest(job) == digest_;
}

void Installation::put(ByteWriter& out) const {
    out.number(files_.size());
    for (const fs::path& file : files_) {
        out.text(file.native());
    }
    out.text(engine_data_.native());
    put_digest(out, digest_);
}

Installation Installation::take(ByteReader& in) {
    constexpr std::size_t min_file_bytes = 8;
    Installation installation;
    installation.files_.resize(in.count(min_file_bytes));
    for (fs::path& file : installation.files_) {
        file = in.text();
    }
    installation.engine_data_ = in.text();
    installation.digest_ = take_digest(in);
    return installation;
}

} // namespace recital
