# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what zsh offers for a command line, a word a line: zsh -f complete.zsh FOLDER_OF_COMPLETIONS LINE
# The line is typed into another zsh at a terminal, in which compadd prints the words between two marks.
zmodload zsh/zpty
folder=$1
typed=$2
zpty shell zsh -f -i
() {
    zpty -w shell "source $1"
    repeat 50; do
        zpty -r shell line
        [[ $line == *READY* && $line != *source* ]] && return
    done
    print -u2 "zsh does not answer"
    exit 1
} =(<<END
fpath=(${(q)folder} \$fpath)
END
cat <<'END'
PROMPT=
autoload -Uz compinit && compinit -u -D
bindkey '^M' undefined
bindkey '^J' undefined
bindkey '^I' complete-word
mark () { print -r -- MARK }
compprefuncs=(mark)
comppostfuncs=(mark exit)
compadd () {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
        builtin compadd "$@"
        return
    fi
    typeset -a hits
    typeset -A prefixes
    builtin compadd -A hits "$@"
    local is_path=0 hit
    [[ ${@[1,(i)(-|--)]} == *-[[:alnum:]]#f* || " ${@[1,(i)(-|--)]} " == *" -f "* ]] && is_path=1
    zparseopts -E p:=prefixes
    for hit in "${(@)hits}"; do
        (( is_path )) && [[ -d $hit ]] && hit+=/
        print -r -- "OFFERED $IPREFIX${prefixes[-p]}$hit"
    done
}
print READY
END
)
zpty -w shell "$typed"$'\t'
marks=0
while zpty -r shell line; do
    line=${line%%$'\r'*}
    [[ $line == *OFFERED\ * ]] && print -r -- "${line##*OFFERED }"
    [[ $line == *MARK* ]] && (( ++marks == 2 )) && break
done
zpty -d shell
