/*
 * Texts of the ANSI code page for what controllers tell.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_ANSI_TEXT_H
#define NETAPI32_DIRECTORY_ANSI_TEXT_H

#include "families/directory/directory_text.h"

/* A directory_text: what the code page lacks becomes its default character. */
bool directory_text_ansi(struct arena *arena, struct utf16_slice text, struct info_bytes *bytes);

#endif
