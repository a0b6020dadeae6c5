/*
 * The functions for shares as tests call them: with text in UTF-8, and their answers at any level as
 * rows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_SHARE_CALLS_H
#define NETAPI32_TESTS_SUPPORT_SHARE_CALLS_H

#include "families/share/share_changes.h"
#include "families/share/shares.h"
#include "levels/share_levels.h"

/* One page. The answer is released with platform_api_free(answer->buffer). */
uint32_t enum_shares(const char *server, uint32_t level, uint32_t preferred_length,
                     uint32_t resume_handle, struct info_answer *answer);
uint32_t get_share(const char *server, const char *name, uint32_t level, void **buffer);
uint32_t check_share(const char *server, const char *device, uint32_t *type);
uint32_t delete_share(const char *server, const char *name);

/* What the structure at `index` says; what its level does not have is nothing. */
struct share share_at(uint32_t level, const void *buffer, uint32_t index);
/* The share `name` of a list; false when it is not there. */
bool find_share(uint32_t level, const struct info_answer *answer, const char *name,
                struct share *share);

/* What is to be changed; its texts are good until the next call. NULL is absent. */
struct share_change change_of(const char *server, const char *name, uint32_t level);
void set_texts(struct share *share, const char *name, const char *remark, const char *path);

/* A security descriptor: Administrators own it and may do all, everybody has the access `mask`. */
#define DESCRIPTOR_SIZE 0x68
void make_descriptor(uint8_t descriptor[DESCRIPTOR_SIZE], uint32_t mask);

#endif
