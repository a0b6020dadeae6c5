# What netapi32-setup which says of programs, and what they then get under Wine. Read by
# tests/setup/run, with no installation in the prefix at its begin and its end.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

# which_and_run OVERRIDES PROGRAM [ARGUMENT]: `answer` is what netapi32-setup said, with its exit
# status; `got` what the program has.
which_and_run()
{
    local overrides=$1 program=$2 status=0
    shift 2
    WINEDLLOVERRIDES="mscoree,mshtml=;$overrides" WINEPREFIX=$prefix "$setup" which "$program" \
        >out 2>err </dev/null || status=$?
    answer="$status $(head -n 1 out)"
    # Not in_wine: the server takes seconds to end, and only what changes the prefix needs that.
    got=$("${wine_command[@]}" WINEDLLOVERRIDES="mscoree,mshtml=;$overrides" \
        timeout 120 wine "$program" "$@" 2>/dev/null </dev/null | tr -d '\r') || true
    echo "$overrides $program $*: said $answer; got ${got:-nothing}" >>err
}

# agrees ours|wines|none OVERRIDES PROGRAM [ARGUMENT]: that is the answer, and what the program gets.
agrees()
{
    local wanted=$1 text
    shift
    which_and_run "$@"
    case $wanted in
        ours) text="0 ${2##*/} gets netapi32 for Wine $version" ;;
        wines) text="3 ${2##*/} gets Wine's own" ;;
        none) text="3 ${2##*/} gets no netapi32.dll" ;;
    esac
    # A program that imports what is not there does not start.
    [[ $answer == "$text"* && ${got:-none} == "$wanted" ]]
}

# may_differ ours|wines OVERRIDES PROGRAM [ARGUMENT]: nobody can know, and that is what it gets.
may_differ()
{
    local wanted=$1
    shift
    which_and_run "$@"
    [[ $answer == "4 ${2##*/} may get netapi32 for Wine $version, or Wine's own." &&
        $got == "$wanted" ]]
}

says_reason()
{
    grep -qF -e "$1" out
}

# with_load_flags FROM TO FLAGS: a program like imports_netapi32.exe with these DependentLoadFlags.
with_load_flags()
{
    python3 - "$@" <<'END'
import struct, sys
data = bytearray(open(sys.argv[1], "rb").read())
header = struct.unpack_from("<I", data, 60)[0]
sections, optional_size = struct.unpack_from("<H12xH", data, header + 6)
optional = header + 24
wide = struct.unpack_from("<H", data, optional)[0] == 0x20b
for i in range(sections):
    section = optional + optional_size + 40 * i
    if data[section:section + 8] == b".loadcfg":
        size, start, _, raw = struct.unpack_from("<4I", data, section + 8)
struct.pack_into("<II", data, optional + (112 if wide else 96) + 8 * 10, start, size)
struct.pack_into("<H", data, raw + (78 if wide else 54), int(sys.argv[3], 0))
open(sys.argv[2], "wb").write(data)
END
}

# set_override KEY VALUE: for netapi32, with the prefix' Wine.
set_override()
{
    in_wine wine reg add "HKCU\\Software\\Wine\\$1" /v netapi32 /d "$2" /f >/dev/null 2>&1
}

remove_override()
{
    in_wine wine reg delete "HKCU\\Software\\Wine\\$1" /v netapi32 /f >/dev/null 2>&1
}

check_which()
{
    local architecture=$1 other=i386 beside=$work/beside.$1 program length
    [[ $architecture == x86_64 ]] || other=x86_64
    mkdir "$beside"
    cp "$build/tests/setup/$architecture-windows/"{go_program,imports_netapi32,loads_netapi32}.exe \
        "$beside"
    with_load_flags "$beside/imports_netapi32.exe" "$beside/load_flags.exe" 0x800

    check "which: Wine's own without anything, $architecture" \
        agrees wines '' "$beside/imports_netapi32.exe"
    cp "$build/dlls/netapi32/$architecture-windows/netapi32.dll" "$beside"
    check "which: Wine's own with a DLL beside it alone, $architecture" \
        agrees wines '' "$beside/imports_netapi32.exe"
    check "which says how to have that one" \
        says_reason "With WINEDLLOVERRIDES=netapi32=n,b it gets the one beside it."
    check "which: the DLL beside it with an override, $architecture" \
        agrees ours 'netapi32=n,b' "$beside/imports_netapi32.exe"
    check "which: the same by its name with an asterisk, $architecture" \
        agrees ours 'other,*netapi32=native' "$beside/imports_netapi32.exe"
    check "which: none where the override disables it, $architecture" \
        agrees none 'netapi32=' "$beside/imports_netapi32.exe"
    check "which: a Go program passes over the DLL beside it, $architecture" \
        agrees wines 'netapi32=n,b' "$beside/go_program.exe"
    check "which says why" says_reason "a Go program takes system DLLs from system32 alone"
    check "which says what to do" says_reason "netapi32-setup install makes it use"
    check "which: a program that loads it may have either, $architecture" \
        may_differ ours 'netapi32=n,b' "$beside/loads_netapi32.exe"
    check "which: it has the other from system32 alone, $architecture" \
        may_differ wines 'netapi32=n,b' "$beside/loads_netapi32.exe" system32
    WINEDLLOVERRIDES='netapi32=n,b' setup which "$beside/load_flags.exe"
    check "which: DependentLoadFlags may count, $architecture" \
        done_with 4 "asks for system32 alone (DependentLoadFlags)"

    set_override DllOverrides native,builtin
    check "which: the DLL beside it by the registry, $architecture" \
        agrees ours '' "$beside/imports_netapi32.exe"
    set_override 'AppDefaults\imports_netapi32.exe\DllOverrides' builtin
    check "which: the program's own key goes before, $architecture" \
        agrees wines '' "$beside/imports_netapi32.exe"
    check "which: the environment goes before that, $architecture" \
        agrees ours 'netapi32=n,b' "$beside/imports_netapi32.exe"
    remove_override 'AppDefaults\imports_netapi32.exe\DllOverrides'
    remove_override DllOverrides

    cp "$build/dlls/netapi32/$other-windows/netapi32.dll" "$beside"
    if [[ $architecture == x86_64 ]]
    then
        check "which: a 32-bit DLL does not count for a 64-bit program" \
            agrees wines 'netapi32=n,b' "$beside/imports_netapi32.exe"
    else
        # Wine 8 stops there, others may go on.
        which_and_run '' "$beside/imports_netapi32.exe"
        check "which: a 64-bit DLL is in the way of a 32-bit program" \
            test "${answer% or*} ${got:-none}" = "4 imports_netapi32.exe may get no netapi32.dll, none" \
            -o "${answer#* or } ${got:-none}" = "Wine's own. wines"
    fi
    rm "$beside/netapi32.dll"

    wine_server -w
    setup install
    for program in imports_netapi32 loads_netapi32 go_program load_flags
    do
        check "which: $program has the prefix installation, $architecture" \
            agrees ours '' "$beside/$program.exe"
    done
    check "which: an override can be in the way, $architecture" \
        agrees wines 'netapi32=b' "$beside/go_program.exe"
    check "which says that" says_reason "The override is in the way."
    wine_server -w
    setup uninstall

    for length in 0 2 63 64 100 300 400 600 1030 2000
    do
        head -c "$length" "$beside/imports_netapi32.exe" >"$beside/cut.exe"
        WINEDLLOVERRIDES='' setup which "$beside/cut.exe"
        check "which: a program of $length bytes does no harm, $architecture" \
            test "$status" = 1 -o "$status" = 3
    done
}

setup which
check "which without a program is wrong usage" done_with 2 "which program is missing"
setup which "$work/home"
check "which refuses what is no program" done_with 1 "is no Windows program"
for architecture in "${!folder_of[@]}"
do
    check_which "$architecture"
done
