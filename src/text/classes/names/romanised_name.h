// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 山田太郎 (Yamada Taro), Yamada Taro (山田太郎): a name in letters that the voice cannot read beside its
/// romanisation, which alone is said. What transliteration makes of them is Mandarin, also if they are not.
bool recognise_romanised_name(Cursor& cursor);

} // namespace recital
