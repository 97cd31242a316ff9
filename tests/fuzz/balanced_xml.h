// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital::fuzz {

/// Well-formed XML made of a text that may be none: open elements are closed, ends without a beginning left
/// out, signs escaped. Most changes of a document would keep a fuzzer out otherwise, because the parser
/// refuses them.
[[nodiscard]] std::string balanced_xml(std::string_view text);

} // namespace recital::fuzz
