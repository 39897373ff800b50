#compdef vsh
# Completion of vsh for zsh. Made by the build from the table of commands.

_vsh_commands() {
    local -a commands=(
@commands@    )
    _describe command commands
}

_vsh_options() {
    local -a options=()
    case $1 in
@options@        (*) ;;
    esac
    _describe option options
}

_vsh() {
    local -a globals=() candidates=()
    local -i i=2
    while ((i < CURRENT)) && [[ ${words[i]} == -* ]]; do
        case ${words[i]} in
            (-c|--connect) globals+=(-c "${words[i + 1]}"); i+=1 ;;
            (--connect=*) globals+=("${words[i]}") ;;
            (-r|--readonly) globals+=(-r) ;;
            (@with-value@) i+=1 ;;
        esac
        i+=1
    done
    if ((i > CURRENT)); then
        _files
    elif ((i == CURRENT)) && [[ ${words[i]} == -* ]]; then
        compadd -- @long-names@
    elif ((i == CURRENT)); then
        _vsh_commands
    elif [[ ${words[CURRENT]} == --* && ${words[CURRENT]} != *=* ]]; then
        _vsh_options ${words[i]}
    else
        candidates=(${(f)"$(${words[1]} -q $globals complete -- ${words[i,CURRENT]} 2>/dev/null)"})
        compadd -a candidates
    fi
}

_vsh "$@"
