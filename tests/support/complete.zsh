# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what zsh offers for a command line, a word a line: zsh -f complete.zsh FOLDER_OF_COMPLETIONS LINE
# The line is typed into another zsh at a terminal, whose compadd writes the words between two marks.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PROMPT=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; compdef _recital recital
zstyle ':completion:*' list-colors
compadd () {
    if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return \$?; fi
    typeset -a __words __flags; local __suffix
    builtin compadd -A __words \"\$@\"
    [[ \${@[1,(i)(-|--)]} == *-f* || \${@[1,(i)(-|--)]} == *-W* ]] && __flags=(path)
    local __word; for __word in \"\${(@)__words}\"; do
        [[ -n \$__flags && -d \$__word ]] && __word+=/
        print -r -- \"OFFERED \$IPREFIX\$__word\"
    done
    builtin compadd \"\$@\"
}
complete-and-print () { print BEGIN; zle complete-word; print END; }
zle -C complete-word complete-word _main_complete; zle -N complete-and-print; bindkey '^I' complete-and-print; print READY"
local line
while zpty -r shell line; do [[ $line == READY* ]] && break; done
zpty -n -w shell "$2"$'\t'
while zpty -r -t shell line || sleep 0.05; do
    line=${line%%[$'\r\n']*}
    [[ $line == OFFERED* ]] && print -r -- "${line#OFFERED }"
    [[ $line == END* ]] && break
done
zpty -d shell
