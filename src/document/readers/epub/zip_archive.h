// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace recital {

/// The files of a ZIP archive in memory whose names `wanted` picks, by name, which is in normalisation form C
/// whoever wrote it. Throws an `input` error for an archive that is broken, encrypted, or larger unpacked
/// than any book (256 MiB).
[[nodiscard]] std::map<std::string, std::string, std::less<>>
extract_zip(std::string_view bytes, const std::string& name,
            const std::function<bool(std::string_view)>& wanted);

/// Whether the bytes begin like a ZIP archive.
[[nodiscard]] bool looks_like_zip(std::string_view bytes);

} // namespace recital
