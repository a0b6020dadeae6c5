/*
 * What -fstack-protector needs at run time, in place of libssp.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libssp asks the CryptoAPI for its random value when the module loads, and that loads rsaenh,
 * crypt32, bcrypt and user32 from inside DllMain. The two symbols are the compiler's interface.
 */
#include <windows.h>

#include <ntsecapi.h>
#include <stdint.h>

uintptr_t __stack_chk_guard;
void __stack_chk_fail(void) __attribute__((noreturn));

void __stack_chk_fail(void)
{
    TerminateProcess(GetCurrentProcess(), STATUS_STACK_BUFFER_OVERRUN);
    __builtin_trap();
}

/* A zero in the lowest byte ends a string that runs up to the guard, so that it is not read out. */
__attribute__((constructor, no_stack_protector)) static void choose_guard(void)
{
    if (!RtlGenRandom(&__stack_chk_guard, sizeof(__stack_chk_guard)))
    {
        __stack_chk_guard = (uintptr_t)&__stack_chk_guard ^ GetCurrentProcessId() ^ GetTickCount();
    }
    __stack_chk_guard &= ~(uintptr_t)0xff;
}
