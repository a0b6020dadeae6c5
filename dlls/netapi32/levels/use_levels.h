/*
 * Uses of remote resources: the row, and the levels of lmuse.h and [MS-WKST] 2.2.5.21 to 2.2.5.24.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_USE_LEVELS_H
#define NETAPI32_LEVELS_USE_LEVELS_H

#include "levels/level.h"

/* What is told of a use. The password never is. */
struct use_row
{
    struct utf16_slice local;
    struct utf16_slice remote; /* \\server\IPC$ */
    struct utf16_slice password;
    uint32_t status;
    uint32_t type;
    uint32_t references;
    uint32_t uses;
    struct utf16_slice user;
    struct utf16_slice domain;
    uint32_t flags; /* CREATE_NO_CONNECT, CREATE_BYPASS_CSC */
};

/* The structures of the API without Windows' types; use.c asserts that they are the same. */
struct use_info_0
{
    uint16_t *local;
    uint16_t *remote;
};

struct use_info_1
{
    uint16_t *local;
    uint16_t *remote;
    uint16_t *password;
    uint32_t status;
    uint32_t type;
    uint32_t references;
    uint32_t uses;
};

struct use_info_2
{
    uint16_t *local;
    uint16_t *remote;
    uint16_t *password;
    uint32_t status;
    uint32_t type;
    uint32_t references;
    uint32_t uses;
    uint16_t *user;
    uint16_t *domain;
};

struct use_info_3
{
    uint16_t *local;
    uint16_t *remote;
    uint16_t *password;
    uint32_t status;
    uint32_t type;
    uint32_t references;
    uint32_t uses;
    uint16_t *user;
    uint16_t *domain;
    uint32_t flags;
};

/* Levels that uses can be listed at. */
extern const struct info_family use_family;
/* And level 3, that they can be made with. */
extern const struct info_family use_info_family;

#endif
