// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/library/shared_library.h"

#include "base/error.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace recital {

SharedLibrary::SharedLibrary(std::string_view name, unsigned version, std::string_view package)
    : file_(fmt::format("lib{}.so.{}", name, version)) {
    if (::dlopen(file_.c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
        throw Error(ErrorKind::engine,
                    fmt::format("{} cannot be loaded: install the package {}", file_, package));
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
