/*
 * <x86intrin.h> for mingw-w64's <winnt.h>, which takes from it what is in <emmintrin.h>, and reads 40,000
 * lines about the rest of the processor on the way: two thirds of the time of whatever includes <windows.h>.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <emmintrin.h>
