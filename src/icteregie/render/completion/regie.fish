# Completion of regie for fish.
function __regie_complete
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    set -l raw (commandline --current-token --cut-at-cursor)
    set -l current (string unescape -- "$raw"; or string replace --regex -- '^[\'"]' '' "$raw")
    set -l program (string replace --regex -- '^~/' "$HOME/" "$words[1]")
    set -e words[1]
    set -l typed (string join \x1f -- $words "$current")
    set -l rows (_REGIE_COMPLETE=fish _REGIE_WORDS="$typed" $program 2>/dev/null)
    set -l kind "$rows[1]"
    set -e rows[1]
    set -l flag (string match --regex -- '^--[^=]*=' "$current")
    set -l start (string replace --regex -- '^--[^=]*=' '' "$current")
    switch $kind
        case files
            for path in (__fish_complete_path "$start")
                printf '%s\n' "$flag$path"
            end
        case folders
            for path in (__fish_complete_directories "$start")
                printf '%s\n' "$flag$path"
            end
        case names
            string join \n -- $rows
    end
end
complete --command regie --no-files --keep-order --arguments '(__regie_complete)'
