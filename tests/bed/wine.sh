# Functions for shell scripts that run Windows programs under Wine with this project's DLL. Source it.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   wine_prefix_create x86_64|i386|wow64 [ROOT]
#                                      a fresh prefix in a temporary folder, WINE_PREFIX, with the
#                                      Wine of a Debian root (tools/debian-root) or this machine's;
#                                      wow64 is a 64-bit one with 32-bit Wine in it
#   wine_prefix_use_dll FILE [FOLDER]  the prefix' programs load this netapi32.dll, not Wine's own,
#                                      and the DLLs beside it in the build, which forward to it;
#                                      FOLDER is syswow64 for the 32-bit one of wow64
#   wine_prefix_use_server NAME PORT   NAME stands for 127.0.0.1:PORT in the API
#   wine_run PROGRAM [ARGUMENT]...     runs a Windows program; the exit status is the program's
#   wine_run_for SECONDS PROGRAM...    the same, but ended after that time with exit status 124
#   wine_prefix_destroy                ends the prefix' processes and removes it; harmless if none
#
# Functions that fail return 1 after one line on standard error. One prefix at a time; a script that
# needs two runs the second in a subshell. WINEDEBUG is quiet unless the caller sets it. Programs have
# no display, or the X display that the caller's WINE_DISPLAY names.
#
# Without ROOT, where this machine has no 32-bit Wine, i386 takes it from a Debian root, which is
# made at the first need; wow64 always does.

wine_tools=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")/../../tools")
WINE_PREFIX=
wine_command=()

wine_prefix_create()
{
    local architecture=win64 root=${2-}
    if [[ $1 == i386 ]]
    then
        architecture=win32
        if [[ -z $root && ! -x /usr/lib/wine/wine ]]
        then
            root=$("$wine_tools/debian-root" bookworm i386 wine wine32) || return 1
        fi
    elif [[ $1 == wow64 && -z $root ]]
    then
        root=$("$wine_tools/debian-root" bookworm amd64+i386 wine wine64 wine32:i386) || return 1
    fi
    wine_command=(${root:+"$wine_tools/in-root" "$root"})
    WINE_PREFIX=$(mktemp -d "${TMPDIR:-/tmp}/netapi32-wine.XXXXXX")
    # Wine 10 crashes where TMPDIR is set.
    wine_command+=("$wine_tools/../tests/bed/fixed-addresses"
        env -u DISPLAY -u TMPDIR ${WINE_DISPLAY:+DISPLAY="$WINE_DISPLAY"} WINEPREFIX="$WINE_PREFIX/prefix"
        WINEARCH="$architecture" WINEDEBUG="${WINEDEBUG--all}"
        WINEDLLOVERRIDES='mscoree,mshtml=;netapi32,netutils,srvcli,wkscli=n,b')
    # A wineserver that stays for a while. Debian's ends with the last program and resets the
    # connection of one that is just starting. One that stays for ever survives a killed script.
    mkdir "$WINE_PREFIX/prefix"
    "${wine_command[@]}" wineserver -p600 >/dev/null 2>&1 </dev/null ||
        { echo "wine: wineserver does not start" >&2; return 1; }
    # Wine makes the prefix for whatever is run first; -i would do it a second time meanwhile, and
    # of two service managers none can start a service.
    "${wine_command[@]}" wineboot -u >"$WINE_PREFIX/wineboot.log" 2>&1 </dev/null ||
        { echo "wine: no prefix: $(tail -n 1 "$WINE_PREFIX/wineboot.log")" >&2; return 1; }
}

wine_prefix_use_dll()
{
    local file folder=$WINE_PREFIX/prefix/drive_c/windows/${2-system32}
    # The prefix may hold links to the system's own DLLs, which must stay as they are.
    cp --remove-destination "$1" "$folder/netapi32.dll"
    for file in "${1%/*/*/*}"/*/"$(basename "$(dirname "$1")")"/*.dll
    do
        [[ ! -f $file || $file == */netapi32.dll ]] || cp --remove-destination "$file" "$folder"
    done
}

wine_prefix_use_server()
{
    local key="HKCU\\Software\\Wine\\Netapi32\\Servers\\$1"
    { wine_run reg add "$key" /v Address /d 127.0.0.1 /f &&
        wine_run reg add "$key" /v Port /t REG_DWORD /d "$2" /f; } >"$WINE_PREFIX/reg.log" 2>&1 ||
        { echo "wine: no registry entry: $(tail -n 1 "$WINE_PREFIX/reg.log")" >&2; return 1; }
}

wine_run()
{
    "${wine_command[@]}" wine "$@"
}

wine_run_for()
{
    local seconds=$1
    shift
    timeout "$seconds" "${wine_command[@]}" wine "$@"
}

wine_prefix_destroy()
{
    [[ -n $WINE_PREFIX ]] || return 0
    "${wine_command[@]}" wineserver -k >/dev/null 2>&1 </dev/null || true
    "${wine_command[@]}" timeout 10 wineserver -w >/dev/null 2>&1 </dev/null || true
    rm -rf "$WINE_PREFIX"
    WINE_PREFIX=
}
