# Which netapi32.dll a program gets: the command `which`. The build puts this into netapi32-setup.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154
#
# Wine looks for the file beside the program first, then in system32, and then asks the overrides
# whether that file counts or its own DLL does. A program can leave out its own folder. Whether it
# will can be seen in some programs only: for the others the answer is "may".

# ---- The program's file --------------------------------------------------------------------------

# number_in FILE OFFSET SIZE: that number in the file; 0 behind its end.
number_in()
{
    local value
    value=$(od -An -v --endian=little -t "u$3" -j "$2" -N "$3" -- "$1" 2>/dev/null) || value=
    value=${value//[!0-9]/}
    echo "${value:-0}"
}

number()
{
    number_in "$program" "$1" "$2"
}

# machine_of FILE: x86_64, i386 or another word; fails if it is no PE file.
machine_of()
{
    local header
    [[ -f $1 && -r $1 && $(number_in "$1" 0 2) == 23117 ]] || return 1
    header=$(number_in "$1" 60 4)
    [[ $(number_in "$1" "$header" 4) == 17744 ]] || return 1
    case $(number_in "$1" $((header + 4)) 2) in
        34404) echo x86_64 ;;
        332) echo i386 ;;
        *) echo another ;;
    esac
}

# place_of RVA: where in the file that is; fails if it is nowhere.
place_of()
{
    local start size raw
    while read -r start size raw && [[ -n $raw ]]
    do
        (($1 < start || $1 - start >= size)) || { echo $((raw + $1 - start)); return; }
    done <<<"$sections"
    return 1
}

# read_program: sets architecture, sections (START SIZE FILE-OFFSET, one a line), directories (where
# the table of these is) and wide, for a PE file of 64 bits.
read_program()
{
    local header optional count section
    architecture=$(machine_of "$program") || die "$program is no Windows program"
    [[ $architecture != another ]] || die "$program is for another machine"
    header=$(number 60 4)
    count=$(number $((header + 6)) 2)
    optional=$((header + 24))
    wide=$(($(number "$optional" 2) == 523))
    directories=$((optional + (wide ? 112 : 96)))
    section=$((optional + $(number $((header + 20)) 2)))
    sections=
    for ((; count > 0 && count < 100; count--, section += 40))
    do
        sections+="$(number $((section + 12)) 4) $(number $((section + 16)) 4) "
        sections+="$(number $((section + 20)) 4)"$'\n'
    done
}

# directory N: where in the file the data directory of that number begins.
directory()
{
    place_of "$(number $((directories + 8 * $1)) 4)"
}

# lists_netapi32 DIRECTORY SIZE NAME: a table of imports, with entries of that size, whose names
# stand there in an entry, has netapi32.dll.
lists_netapi32()
{
    local entry rva name tries
    entry=$(directory "$1") || return 1
    for ((tries = 0; tries < 1000; tries++, entry += $2))
    do
        rva=$(number $((entry + $3)) 4)
        ((rva)) || return 1
        name=$(place_of "$rva") || return 1
        name=$({ tail -c +$((name + 1)) -- "$program" | head -c 13 | tr -d '\000'; } 2>/dev/null) || true
        [[ ${name,,} != netapi32.dll ]] || return 0
    done
    return 1
}

# names TEXT: the program has it somewhere, in letters of one byte or two.
names()
{
    # Not -q, with which tr would be ended in the middle, and that counts as a failure.
    [[ $(LC_ALL=C tr -d '\000' <"$program" | LC_ALL=C grep -aciF -e "$1") != 0 ]]
}

# look_at_program: sets how it gets netapi32.dll (imports, delays, loads, unknown), and system32 to
# whether it looks for system DLLs in that folder alone: yes, no or maybe, with why.
look_at_program()
{
    local configuration flags=0
    if lists_netapi32 1 20 12
    then
        how=imports
    elif lists_netapi32 13 32 4
    then
        how=delays
    elif names netapi32
    then
        how=loads
    else
        how=unknown
    fi
    if configuration=$(directory 10)
    then
        flags=$(number $((configuration + (wide ? 78 : 54))) 2)
    fi
    system32=no why=
    if [[ $how != loads ]] && ((flags & 0x800 && !(flags & 0x200)))
    then
        system32=maybe
        why="it asks for system32 alone (DependentLoadFlags), of which Wine 8 takes no notice"
    elif [[ $how == imports ]]
    then
        return
    elif names 'Go buildinf:'
    then
        system32=yes why="a Go program takes system DLLs from system32 alone"
    elif (($(number $((directories + 8 * 14)) 4)))
    then
        system32=maybe why="a .NET program may take DLLs from system32 alone"
    elif names SetDefaultDllDirectories || names LoadLibraryEx
    then
        system32=maybe why="it names functions that can take DLLs from system32 alone"
    fi
}

# ---- Overrides -----------------------------------------------------------------------------------

# override_in all|program NAME: the value in the registry.
override_in()
{
    local key='[software\\wine\\dlloverrides]'
    [[ $1 == all ]] || key="[software\\\\wine\\\\appdefaults\\\\${program##*/}\\\\dlloverrides]"
    key=${key,,} name=${2,,} LC_ALL=C awk '
        /^\[/ { inside = index(tolower($0), ENVIRON["key"]) == 1; next }
        inside && index(tolower($0), "\"" ENVIRON["name"] "\"=\"") == 1 {
            sub(/^[^=]*="/, "")
            sub(/".*/, "")
            print
            found = 1
            exit
        }
        END { exit !found }' "$prefix/user.reg"
}

# override_of NAME: sets override and its source; fails if there is none for that name.
override_of()
{
    local entry name list
    IFS=';' read -ra list <<<"${WINEDLLOVERRIDES-}"
    for entry in "${list[@]}"
    do
        override=${entry#*=} source=WINEDLLOVERRIDES
        IFS=', ' read -ra name <<<"${entry%%=*}"
        for name in "${name[@]}"
        do
            name=${name,,}
            [[ $entry != *=* || ${name%.dll} != "$1" ]] || return 0
        done
    done
    source="AppDefaults\\${program##*/}"
    ! override=$(override_in program "$1") || return 0
    source="the prefix' registry"
    override=$(override_in all "$1")
}

# find_order beside|system32: sets order to the first letters of what Wine tries there, and source to
# where that is said. A file with a path has the name with an asterisk first.
find_order()
{
    local name names=(netapi32 '*netapi32') word words
    [[ $1 == system32 ]] || names=('*netapi32' netapi32)
    for name in "${names[@]}"
    do
        override_of "$name" || continue
        order=
        IFS=', ' read -ra words <<<"${override,,}"
        for word in "${words[@]}"
        do
            [[ $word != [nb]* ]] || order+=${word:0:1}
        done
        return 0
    done
    order=bn source=
}

# ---- The answer ----------------------------------------------------------------------------------

# kind_of DLL: ours, wines, other, or none. Wine marks its own behind the header.
kind_of()
{
    if [[ ! -e $1 ]]
    then
        echo none
    elif our_version "$1" >/dev/null
    then
        echo ours
    elif [[ $(number_in "$1" 64 4) == 1701734743 ]] # "Wine"
    then
        echo wines
    else
        echo other
    fi
}

# result_of beside|system32: sets result to what Wine loads from there: ours, wines, other or none.
result_of()
{
    local there=$kind_beside
    [[ $1 == beside ]] || there=$kind_system
    find_order "$1"
    case $order in
        b*) result=wines ;;
        n*b*) [[ $there == none ]] && result=wines || result=$there ;;
        n*) [[ $there == wines ]] && result=none || result=$there ;;
        *) result=none ;;
    esac
}

describe()
{
    case $1 in
        ours) echo "netapi32 for Wine $(our_version "$2")" ;;
        wines) echo "Wine's own" ;;
        other) echo "another one" ;;
        none) echo none ;;
    esac
}

# answer RESULT DLL
answer()
{
    local gets="${program##*/} gets"
    [[ $how != unknown ]] || gets="${program##*/} would get"
    case $1 in
        ours) echo "$gets netapi32 for Wine $(our_version "$2") ($2)." ;;
        wines) echo "$gets Wine's own netapi32.dll." ;;
        other) echo "$gets another netapi32.dll ($2)." ;;
        none) echo "$gets no netapi32.dll." ;;
    esac
}

# reason WHAT TEXT
reason()
{
    printf '  %-22s %s\n' "$1" "$2"
}

# program_reasons: the lines below the answer.
program_reasons()
{
    case $how in
        imports) reason program "$architecture, imports netapi32.dll" ;;
        delays) reason program "$architecture, imports netapi32.dll when it first uses it" ;;
        loads) reason program "$architecture, names netapi32.dll, so it may load it" ;;
        unknown) reason program "$architecture, does not name netapi32.dll; DLLs of its own may" ;;
    esac
    [[ -z $why ]] || reason '' "$why"
    if [[ -n $foreign ]]
    then
        reason 'beside it' "one for $foreign, $(
            [[ $foreign == x86_64 ]] && echo "at which Wine 8 gives up" || echo "passed over")"
    else
        reason 'beside it' "$(describe "$kind_beside" "$beside")"
    fi
    reason "$folder\\netapi32.dll" "$(describe "$kind_system" "$system")"
    find_order "$([[ $kind_beside == none || $system32 == yes ]] && echo system32 || echo beside)"
    if [[ -n $source ]]
    then
        reason override "${override:-disabled} ($source)"
    else
        reason override "none, so Wine takes its own"
    fi
}

# beside_program: the netapi32.dll beside the program, in any case of its letters; or nothing.
beside_program()
{
    local at=. file
    [[ $program != */* ]] || at=${program%/*}
    for file in "$at"/*
    do
        [[ ${file##*/} != [Nn][Ee][Tt][Aa][Pp][Ii]32.[Dd][Ll][Ll] ]] || { echo "$file"; return; }
    done
}

# which_dll: exits with 0 if the program gets netapi32 for Wine, 3 if not, 4 if nobody can know.
which_dll()
{
    local architecture sections directories wide how why system32 override source order result
    local folder=system32 system kind_system beside kind_beside=none foreign='' from from_system
    read_program
    [[ $bits == 64 || $architecture == i386 ]] ||
        die "$program is a 64-bit program, and $prefix a 32-bit prefix"
    [[ $bits == 32 || $architecture == x86_64 ]] || folder=syswow64
    look_at_program
    system=$windows/$folder/netapi32.dll
    kind_system=$(kind_of "$system")
    beside=$(beside_program)
    if [[ -n $beside ]]
    then
        foreign=$(machine_of "$beside") || foreign=nothing
        [[ $foreign != "$architecture" ]] || foreign='' kind_beside=$(kind_of "$beside")
    fi

    result_of system32
    from=$system from_system=$result
    if [[ $kind_beside != none && $system32 != yes ]]
    then
        result_of beside
        from=$beside
    fi
    if [[ $foreign == x86_64 && $system32 != yes ]]
    then
        echo "${program##*/} may get no netapi32.dll, or $(describe "$result" "$from")."
        program_reasons
        echo "Take away the one beside it, or put one for $architecture there."
        return 4
    fi
    if [[ $system32 == maybe && $result != "$from_system" ]]
    then
        echo "${program##*/} may get $(describe "$result" "$from")," \
            "or $(describe "$from_system" "$system")."
        program_reasons
        echo "After netapi32-setup install it does not matter."
        return 4
    fi
    answer "$result" "$from"
    program_reasons
    [[ $result != ours ]] || return 0
    if [[ -n $source && $order != n* ]]
    then
        echo "The override is in the way."
    elif [[ $kind_beside == ours && $system32 == no ]]
    then
        echo "With WINEDLLOVERRIDES=netapi32=n,b it gets the one beside it."
    else
        echo "netapi32-setup install makes it use netapi32 for Wine."
    fi
    return 3
}
