/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "foreign.h"

#include <string.h>

#define PATIENCE_MS 20000

static bool silent;

LRESULT foreign_send(HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
    DWORD_PTR result = 0;

    if (silent)
        return 0;
    if (!SendMessageTimeoutW(window, message, wparam, lparam, SMTO_NORMAL, PATIENCE_MS, &result))
    {
        silent = GetLastError() == ERROR_TIMEOUT;
        return 0;
    }
    return (LRESULT)result;
}

bool foreign_is_silent(void)
{
    return silent;
}

void foreign_forget(void)
{
    silent = false;
}

/* What is sent: the structure, and the text behind it. */
struct block
{
    HANDLE process;
    char *address; /* in the other process */
};

static bool open_block(struct block *block, HWND window, size_t size)
{
    DWORD id = 0;

    GetWindowThreadProcessId(window, &id);
    block->process =
        OpenProcess(PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE, FALSE, id);
    if (!block->process)
        return false;
    block->address =
        VirtualAllocEx(block->process, NULL, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (block->address)
        return true;
    CloseHandle(block->process);
    return false;
}

static void close_block(struct block *block)
{
    VirtualFreeEx(block->process, block->address, 0, MEM_RELEASE);
    CloseHandle(block->process);
}

LRESULT foreign_send_structure(HWND window, UINT message, WPARAM wparam, void *structure,
                               size_t size, size_t text_offset, WCHAR *text)
{
    const size_t text_size = FOREIGN_TEXT_MAX * sizeof(WCHAR);
    struct block block;
    char *text_address;
    LRESULT result;

    if (text)
        text[0] = 0;
    if (!open_block(&block, window, size + text_size))
        return 0;
    text_address = block.address + size;
    if (text)
        memcpy((char *)structure + text_offset, &text_address, sizeof(text_address));
    WriteProcessMemory(block.process, block.address, structure, size, NULL);
    result = foreign_send(window, message, wparam, (LPARAM)block.address);
    ReadProcessMemory(block.process, block.address, structure, size, NULL);
    if (text)
    {
        /* A control may answer with a text of its own instead of filling the buffer. */
        memcpy(&text_address, (char *)structure + text_offset, sizeof(text_address));
        if (!ReadProcessMemory(block.process, text_address, text, text_size, NULL))
            ReadProcessMemory(block.process, block.address + size, text, text_size, NULL);
        text[FOREIGN_TEXT_MAX - 1] = 0;
    }
    close_block(&block);
    return result;
}
