/*
 * The user's configuration file: its latest state, and whether it is still that.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CONFIG_FILES_H
#define NETAPI32_PLATFORM_POSIX_CONFIG_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "platform/posix_fault.h"
#include "platform/posix_user_files.h"

#define CONFIG_FILE "netapi32.conf"

/* One state of the user's file, which is not changed any more. */
struct config_snapshot;

/* What the file holds now, to be given back: NULL where files do not count, or there is none. It is read
 * again only when it is another. The codes of include/netapi32_posix.h. */
uint32_t config_snapshot_get(struct config_snapshot **snapshot);
void config_snapshot_release(struct config_snapshot *snapshot); /* NULL is allowed */

/* A value of a server's section, or with an empty slice of [global]; false where it is not set. It lasts
 * as long as the snapshot, NULL of which has none. */
bool config_snapshot_value(const struct config_snapshot *snapshot, struct utf16_slice server,
                           const char *name, struct utf16_slice *value);

/* A number that is another one when the file may be another, or one of those that were watched. */
uint64_t config_files_generation(void);
/* Has the generation tell of a further file, until the configuration changes; the stamp is of when it was
 * read. */
void config_files_watch(const char *path, const struct file_stamp *stamp);
/* Whether the user's files count. */
bool config_files_count(void);

/* Keeps for posix_problem() what is wrong with a file; nothing where *fault says nothing. */
void config_problem_set(const char *path, const struct config_fault *fault);

#endif
