// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// A library that is loaded when it is needed, for those that load many others: the dynamic linker would load
/// them whenever the program starts. It stays loaded until the process ends, and a child process that is
/// forked later has it, too.
class SharedLibrary {
public:
    /// Loads libNAME.so.VERSION. Throws an `engine` error that names its Debian package if it cannot be
    /// loaded.
    SharedLibrary(std::string_view name, unsigned version, std::string_view package);

    /// Finds the function that `symbol` names; its type is not checked. Throws an `engine` error if the
    /// library lacks it.
    template <typename Function>
    void find(Function*& function, const char* symbol) const {
        function = reinterpret_cast<Function*>(address_of(symbol));
    }

    /// The same for a function that only some versions of the library have; leaves `function` null if this
    /// one lacks it.
    template <typename Function>
    void find_optional(Function*& function, const char* symbol) const {
        function = reinterpret_cast<Function*>(find_address(symbol));
    }

private:
    [[nodiscard]] static void* find_address(const char* symbol);
    [[nodiscard]] void* address_of(const char* symbol) const;

    std::string file_;
};

} // namespace recital
