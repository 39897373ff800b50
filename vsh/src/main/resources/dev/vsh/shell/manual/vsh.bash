# Completion of vsh for bash. Made by the build from the table of commands.
# shellcheck shell=bash

_vsh_options() {
    case $1 in
@options@        *) ;;
    esac
}

# bash has cut the word at = and :, and replaces only what is behind them.
_vsh_reply() {
    local behind=${word%"$1"} candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        if [[ -n $candidate && $candidate == "$word"* ]]; then
            [[ $candidate == */ ]] && compopt -o nospace
            printf -v candidate %q "${candidate#"$behind"}"
            COMPREPLY+=("$candidate")
        fi
    done
}

_vsh() {
    local current=$2 line=${COMP_LINE:0:COMP_POINT} word globals=() words=() i=1
    read -ra words <<<"$line"
    [[ $line == *[[:blank:]] ]] && words+=('')
    word=${words[-1]}
    while ((i < ${#words[@]} - 1)) && [[ ${words[i]} == -* ]]; do
        case ${words[i]} in
            -c | --connect)
                globals+=(-c "${words[i + 1]}")
                ((i++))
                ;;
            --connect=*) globals+=("${words[i]}") ;;
            -r | --readonly) globals+=(-r) ;;
            @with-value@) ((i++)) ;;
        esac
        ((i++))
    done
    if ((i > ${#words[@]} - 1)); then
        compopt -o default
        COMPREPLY=()
    elif ((i == ${#words[@]} - 1)) && [[ $word == -* ]]; then
        _vsh_reply "$current" < <(printf '%s\n' @long-names@)
    elif ((i == ${#words[@]} - 1)); then
        _vsh_reply "$current" < <(printf '%s\n' @commands@)
    elif [[ $word == --* && $word != *=* ]]; then
        # shellcheck disable=SC2046 # one option a word
        _vsh_reply "$current" < <(printf '%s\n' $(_vsh_options "${words[i]}"))
    else
        _vsh_reply "$current" < \
            <("${words[0]}" -q "${globals[@]}" complete -- "${words[@]:i}" 2>/dev/null)
    fi
}

complete -F _vsh vsh
