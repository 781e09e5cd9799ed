# What the rest takes from the package bash-completion, for shells without it: words
# that = and : do not split.
if ! declare -F _get_comp_words_by_ref >/dev/null; then
_get_comp_words_by_ref()
{
    local typed=${COMP_LINE:0:COMP_POINT}
    read -ra words <<<"$typed"
    [[ $typed == *[[:space:]] ]] && words+=('')
    cword=$((${#words[@]} - 1))
    cur=${words[cword]}
    prev=${words[cword > 0 ? cword - 1 : 0]}
}
fi
if ! declare -F __ltrim_colon_completions >/dev/null; then
__ltrim_colon_completions()
{
    [[ $1 == *:* && $COMP_WORDBREAKS == *:* ]] || return 0
    local i
    for i in "${!COMPREPLY[@]}"; do
        COMPREPLY[i]=${COMPREPLY[i]#"${1%"${1##*:}"}"}
    done
}
fi

