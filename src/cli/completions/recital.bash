# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of recital for bash. The program itself says what can be typed: src/cli/tree/completion.h.

_recital() {
    local words=() word previous="" glued=""
    # Bash cuts words at "=" and ":"; the program gets them whole.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ ${#words[@]} -gt 0 && ( $word == [=:]* || $glued ) ]] && [[ $word == [=:]* || $previous == *[=:] ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        glued=1
        previous=$word
    done
    local current=""
    [[ ${#words[@]} -gt 0 ]] && current=${words[-1]}
    current=${current#[\"\']}
    [[ ${#words[@]} -gt 0 ]] && words[-1]=$current
    local kept=""
    [[ $current == *[=:]* ]] && kept=${current%"${current##*[=:]}"}
    local lines=()
    mapfile -t lines < <("${1/#\~/$HOME}" --complete "${words[@]}" 2>/dev/null)
    COMPREPLY=()
    for word in "${lines[@]:1}"; do
        word=${word%% *}
        COMPREPLY+=("${word#"$kept"}")
    done
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    local paths=()
    case ${lines[0]} in
        files) mapfile -t paths < <(compgen -f -- "${current#"$kept"}") ;;
        folders) mapfile -t paths < <(compgen -d -- "${current#"$kept"}") ;;
    esac
    if [[ ${#paths[@]} -gt 0 ]]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY+=("${paths[@]}")
    fi
}

complete -F _recital recital
