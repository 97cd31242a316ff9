# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of recital for fish. The program itself says what can be typed: src/cli/tree/completion.h.

function __recital_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($words[1] --complete $words[2..-1] 2>/dev/null)
    for line in $lines[2..-1]
        string replace ' ' \t -- $line
    end
    set -l current (commandline -ct)
    set -l kept (string match -r -- '^--[^=]*=' $current)
    set -l typed (string replace -- "$kept" '' $current)
    switch $lines[1]
        case files
            string join \n -- "$kept"(__fish_complete_path $typed)
        case folders
            string join \n -- "$kept"(__fish_complete_directories $typed)
    end
end

complete -c recital -f -a '(__recital_complete)'
