// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/library/shared_library.h"

#include "base/error.h"
#include "base/system/system_error.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cerrno>

namespace recital {

namespace {

/// Why a library that is perhaps installed could not be loaded, after what the dynamic linker says.
std::string reason_of_failure(std::string_view package) {
    const char* const message = ::dlerror();
    const std::string_view said = message == nullptr ? "" : message;
    const auto says = [said](std::string_view words) { return said.find(words) != std::string_view::npos; };
    if (says("allocate memory") || says("map segment")) {
        return memory_error_text();
    }
    if (says("Too many open files")) {
        return system_error_text(EMFILE);
    }
    return fmt::format("install the package {}", package);
}

} // namespace

SharedLibrary::SharedLibrary(std::string_view name, unsigned version, std::string_view package)
    : file_(fmt::format("lib{}.so.{}", name, version)) {
    if (::dlopen(file_.c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
        throw Error(ErrorKind::engine,
                    fmt::format("{} cannot be loaded: {}", file_, reason_of_failure(package)));
    }
}

/// Searched in everything that is loaded, as the dynamic linker does: so a preloaded library can take the
/// place of a function. Null if nothing has it.
void* SharedLibrary::find_address(const char* symbol) {
    return ::dlsym(RTLD_DEFAULT, symbol);
}

void* SharedLibrary::address_of(const char* symbol) const {
    void* const address = find_address(symbol);
    if (address == nullptr) {
        throw Error(ErrorKind::engine, fmt::format("{} lacks {}", file_, symbol));
    }
    return address;
}

} // namespace recital
