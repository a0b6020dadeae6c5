/*
 * secur32.dll, loaded while it is needed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wine's starts a program of Samba's from within its DllMain, which would make loading this DLL ten times
 * as long for everybody. It also loads msv1_0.dll, which imports netapi32.dll: as long as secur32.dll is
 * there, this DLL is not unloaded.
 */
#ifndef NETAPI32_PLATFORM_WIN32_SECUR32_H
#define NETAPI32_PLATFORM_WIN32_SECUR32_H

#include <windows.h>

/* A reference, to be released; NULL where there is none, and GetLastError() says why. It stays loaded
 * until secur32_rest(), so that the next one costs nothing. */
HMODULE secur32_load(void);
/* NULL is allowed. No thread may be in it by this reference, nor anything be left open. */
void secur32_release(HMODULE secur32);
/* Keeps it no longer than there are references. */
void secur32_rest(void);

#endif
