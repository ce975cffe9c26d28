# Completion of regie for bash.
_regie() {
    local row kind='' program=${1/#\~\//$HOME/}
    COMPREPLY=()
    while IFS= read -r row; do
        if [ -z "$kind" ]; then kind=$row; else COMPREPLY+=("$row"); fi
    done < <(_REGIE_COMPLETE=bash _REGIE_LINE="${COMP_LINE:0:COMP_POINT}" _REGIE_BREAKS="$COMP_WORDBREAKS" \
        "$program" 2>/dev/null)
    local IFS=$'\n'
    case $kind in
        files) COMPREPLY=($(compgen -f -- "$2")) ;;
        folders) COMPREPLY=($(compgen -d -- "$2")) ;;
        *) return ;;
    esac
    compopt -o filenames +o nospace 2>/dev/null
}
complete -o nospace -F _regie regie
