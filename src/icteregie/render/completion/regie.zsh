#compdef regie
# Completion of regie for zsh.
_regie() {
    local -a typed rows parts values shown open_values open_shown
    local row label program=${(Q)words[1]}
    program=${program/#\~\//$HOME/}
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    rows=("${(@f)$(_REGIE_COMPLETE=zsh _REGIE_WORDS="${(pj:\x1f:)typed}" $program 2>/dev/null)}")
    case $rows[1] in
        files) compset -P '--*='; _files; return ;;
        folders) compset -P '--*='; _files -/; return ;;
    esac
    shift rows
    for row in $rows; do
        parts=("${(@ps:\t:)row}")
        label=$parts[2]${parts[3]:+"  -- $parts[3]"}
        if [[ $parts[4] == open ]]; then
            open_values+=("$parts[1]") open_shown+=("$label")
        else
            values+=("$parts[1]") shown+=("$label")
        fi
    done
    (( $#values )) && compadd -l -V regie -d shown -a values
    (( $#open_values )) && compadd -l -V regie-open -S '' -d open_shown -a open_values
    return 0
}
if [[ $funcstack[1] == _regie ]]; then
    _regie "$@"
elif (( $+functions[compdef] )); then
    compdef _regie regie
fi
