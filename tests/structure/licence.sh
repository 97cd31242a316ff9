#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file that can hold a comment names its licence.
#
# usage: licence.sh FOLDER
set -eu
cd "$1"
missing=$(find CMakeLists.txt .clang-format .clang-tidy .editorconfig .gitignore .ci debian/rules src tests scripts voices data docs -type f \
    ! -path 'data/biographies/*' ! -path 'tests/data/*' ! -path 'tests/fuzz/corpus/*' ! -name '*.json' ! -name '*.pyc' \
    -exec grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' {} +)
if [ -n "$missing" ]; then
    echo "these files lack their SPDX line:"
    echo "$missing"
    exit 1
fi
