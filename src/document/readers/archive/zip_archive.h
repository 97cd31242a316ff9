// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The files of a ZIP archive in memory whose names `wanted` picks, by name, which is in normalisation form C
/// whoever wrote it. Throws an `input` error for an archive that is broken, encrypted, or larger unpacked
/// than `max_bytes`.
[[nodiscard]] std::map<std::string, std::string, std::less<>>
extract_zip(std::string_view bytes, const std::string& name,
            const std::function<bool(std::string_view)>& wanted, std::size_t max_bytes);

/// The names of the files in a ZIP archive; as far as they can be read if it is broken, at most 1,000.
[[nodiscard]] std::vector<std::string> zip_entry_names(std::string_view bytes);

/// The media type that a ZIP archive declares in its first file, "mimetype", as EPUBs and OpenDocument files
/// do; empty if there is none.
[[nodiscard]] std::string declared_media_type(std::string_view bytes);

/// Whether the bytes begin like a ZIP archive.
[[nodiscard]] bool looks_like_zip(std::string_view bytes);

} // namespace recital
