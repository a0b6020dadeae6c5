/*
 * A private Samba server for a test: tests/bed/smbd, with clients on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/bed.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/posix.h"
#include "remote/pool.h"

#define LOOPBACK      "127.0.0.1"
#define VARIABLE_SIZE 128
#define NUMBER_SIZE   16
#define TIMEOUT       "600000" /* ms; a server starts what answers when it is asked */

struct bed
{
    struct helper *process;
    off_t conf_size; /* smb.conf as the bed made it */
};

struct bed *bed_start(const char *const *arguments)
{
    struct bed *bed = calloc(1, sizeof(*bed));
    struct stat conf;

    if (!bed)
    {
        return NULL;
    }
    bed->process = helper_start("smbd", arguments);
    if (!bed->process || stat(helper_value(bed->process, "CONF"), &conf))
    {
        bed_stop(bed);
        return NULL;
    }
    bed->conf_size = conf.st_size;
    return bed;
}

void bed_stop(struct bed *bed)
{
    pool_clear();
    if (bed)
    {
        helper_stop(bed->process);
        free(bed);
    }
}

void bed_end_server(struct bed *bed)
{
    helper_stop(bed->process);
    bed->process = NULL;
}

/* ---- What the server printed ----------------------------------------------------------------- */

const char *bed_folder(const struct bed *bed)
{
    return helper_value(bed->process, "FOLDER");
}

uint16_t bed_port(const struct bed *bed)
{
    return (uint16_t)strtoul(helper_value(bed->process, "PORT"), NULL, 10);
}

const char *bed_password(const struct bed *bed, const char *user)
{
    char variable[VARIABLE_SIZE];

    snprintf(variable, sizeof(variable), "%s_PASSWORD", user);
    for (char *c = variable; *c; c++)
    {
        *c = isalnum((unsigned char)*c) ? (char)toupper((unsigned char)*c) : '_';
    }
    return helper_value(bed->process, variable);
}

/* ---- The library's configuration ------------------------------------------------------------- */

void bed_configure_port(const char *server, uint16_t port)
{
    char number[NUMBER_SIZE];

    snprintf(number, sizeof(number), "%u", port);
    posix_config_set(server, "Address", LOOPBACK);
    posix_config_set(server, "Port", number);
}

void bed_configure_with_password(const struct bed *bed, const char *server, const char *user,
                                 const char *password)
{
    bed_configure_port(server, bed_port(bed));
    posix_config_set(NULL, "CallTimeout", TIMEOUT);
    posix_config_set(NULL, "ConnectTimeout", TIMEOUT);
    if (user)
    {
        posix_credential_set(server, user, password);
    }
}

void bed_configure(const struct bed *bed, const char *server, const char *user)
{
    bed_configure_with_password(bed, server, user, user ? bed_password(bed, user) : NULL);
}

/* ---- The server ------------------------------------------------------------------------------ */

/* The answer to the ping shows that the message before it has been heard. */
#define RELOAD "smbcontrol smbd reload-config && smbcontrol smbd ping >/dev/null"

void bed_set_options(struct bed *bed, const char *lines)
{
    const char *path = helper_value(bed->process, "CONF");
    FILE *conf = NULL;

    if (truncate(path, bed->conf_size) || !(conf = fopen(path, "a")))
    {
        abort();
    }
    fprintf(conf, "\n[global]\n%s\n", lines);
    if (fclose(conf) || bed_run(bed, RELOAD, NULL, 0))
    {
        abort();
    }
}

struct helper *bed_client(const struct bed *bed, const char *user, const char *file,
                          const char *address)
{
    const char *const arguments[] = {
        bed_folder(bed), user, "--address", address, file ? "--open" : NULL, file, NULL,
    };

    return helper_start("client", arguments);
}

struct helper *bed_hold_file(const struct bed *bed, const struct held_file *file)
{
    char locks[NUMBER_SIZE];
    const char *const arguments[] = {
        bed_folder(bed),
        file->user,
        file->path,
        "--locks",
        locks,
        "--share",
        file->share ? file->share : "files",
        file->writable ? "--write" : NULL,
        NULL,
    };

    snprintf(locks, sizeof(locks), "%u", file->locks);
    return helper_start("hold-file", arguments);
}

int bed_rpcclient(const struct bed *bed, const char *user, const char *command, char *output,
                  unsigned int size)
{
    char account[PATH_MAX];
    char patient[PATH_MAX];
    const char *const arguments[] = {
        bed_folder(bed),
        "rpcclient",
        "-s",
        "/dev/null",
        "-A",
        account,
        "-p",
        helper_value(bed->process, "PORT"),
        LOOPBACK,
        "-c",
        patient,
        NULL,
    };

    snprintf(account, sizeof(account), "%s/users/%s", bed_folder(bed), user);
    snprintf(patient, sizeof(patient), RPCCLIENT_PATIENCE "%s", command);
    return helper_run("in", arguments, output, size);
}

int bed_run(const struct bed *bed, const char *command, char *output, unsigned int size)
{
    const char *const arguments[] = {
        bed_folder(bed), "sh", "-c", command, NULL,
    };

    return helper_run("in", arguments, output, size);
}
