/*
 * A user's files, for tests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/user_files.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netapi32_posix.h"
#include "platform/posix.h"
#include "support/unit.h"

#define FILE_NAME "netapi32.conf"

static char folder[] = "/tmp/netapi32-user.XXXXXX";

int user_files_set_up(void **state)
{
    (void)state;
    strcpy(folder + sizeof(folder) - 7, "XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_CONFIG_HOME", folder, 1), 0);
    posix_use_files();
    return 0;
}

static int remove_one(const char *path, const struct stat *information, int kind,
                      struct FTW *position)
{
    (void)information;
    (void)kind;
    (void)position;
    return remove(path);
}

int user_files_tear_down(void **state)
{
    (void)state;
    posix_config_clear();
    return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *user_file(const char *name)
{
    static char path[PATH_MAX];

    snprintf(path, sizeof(path), "%s/netapi32/%s", folder, name);
    return path;
}

void user_file_put(const char *name, const char *text, unsigned int mode)
{
    FILE *file = NULL;

    mkdir(user_file(""), 0700);
    file = fopen(user_file(name), "we");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fchmod(fileno(file), mode), 0);
    assert_int_equal(fclose(file), 0);
}

const char *user_file_get(const char *name)
{
    static char text[65536];
    FILE *file = fopen(user_file(name), "re");
    size_t size = 0;

    if (file)
    {
        size = fread(text, 1, sizeof(text) - 1, file);
        fclose(file);
    }
    text[size] = 0;
    return text;
}

void config_put(const char *text)
{
    user_file_put(FILE_NAME, text, 0644);
}

const char *config_get(void)
{
    return user_file_get(FILE_NAME);
}
