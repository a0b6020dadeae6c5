/*
 * What a module imports from other DLLs, replaced in this process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "imports.h"

#include <string.h>

static void *replace(IMAGE_THUNK_DATA *thunk, void *replacement)
{
    void *function = (void *)(ULONG_PTR)thunk->u1.Function;
    DWORD protection = 0;

    VirtualProtect(thunk, sizeof(*thunk), PAGE_READWRITE, &protection);
    thunk->u1.Function = (ULONG_PTR)replacement;
    VirtualProtect(thunk, sizeof(*thunk), protection, &protection);
    return function;
}

void *imports_replace(HMODULE module, const char *name, void *replacement)
{
    BYTE *base = (BYTE *)module;
    const IMAGE_NT_HEADERS *headers =
        (const void *)(base + ((const IMAGE_DOS_HEADER *)(const void *)base)->e_lfanew);
    const IMAGE_IMPORT_DESCRIPTOR *dll =
        (const void *)(base + headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT]
                                  .VirtualAddress);

    for (; dll->Name; dll++)
    {
        const IMAGE_THUNK_DATA *import = (const void *)(base + dll->OriginalFirstThunk);
        IMAGE_THUNK_DATA *thunk = (void *)(base + dll->FirstThunk);

        for (; import->u1.AddressOfData; import++, thunk++)
        {
            const IMAGE_IMPORT_BY_NAME *by_name = (const void *)(base + import->u1.AddressOfData);

            if (!IMAGE_SNAP_BY_ORDINAL(import->u1.Ordinal) &&
                !strcmp((const char *)by_name->Name, name))
            {
                return replace(thunk, replacement);
            }
        }
    }
    return NULL;
}
