/*
 * What this computer and the user are called, on POSIX systems.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The host's name is the kernel's. Where that has no domain, the line of /etc/hosts with it may have: as the
 * first of its names, hosts(5). No name server is asked.
 */
#include "platform/posix_names.h"

#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix_user_files.h"
#include "platform/utf16_equal.h"

#define HOSTS_FILE          "/etc/hosts"
#define NETBIOS_NAME_LENGTH 15
#define LINE_SIZE           1024
#define PASSWD_SIZE         16384 /* of what is known of a user */
#define BLANKS              " \t\r\n"

/* ---- The host -------------------------------------------------------------------------------- */

struct host
{
    char name[NAME_LENGTH_MAX + 1]; /* the kernel's */
    char full[NAME_LENGTH_MAX + 1]; /* with its domain, as far as one is known */
};

/* Looks for the name on a line, and takes what stands first. */
static bool take_first_name(char *line, struct host *host)
{
    char *rest = NULL;
    const char *first = NULL;

    line[strcspn(line, "#")] = 0;
    strtok_r(line, BLANKS, &rest); /* the address */
    first = strtok_r(NULL, BLANKS, &rest);
    for (const char *name = first; name; name = strtok_r(NULL, BLANKS, &rest))
    {
        if (!strcasecmp(name, host->name) && strchr(first, '.'))
        {
            snprintf(host->full, sizeof(host->full), "%s", first);
            return true;
        }
    }
    return false;
}

bool host_full_name(const char *hosts_file, const char *name, char *full, size_t size)
{
    struct host host = { .name = "" };
    char line[LINE_SIZE];
    FILE *file = NULL;
    bool found = false;

    snprintf(host.name, sizeof(host.name), "%s", name);
    snprintf(host.full, sizeof(host.full), "%s", name);
    file = strchr(name, '.') || !*name ? NULL : fopen(hosts_file, "re");
    while (file && !found && fgets(line, sizeof(line), file))
    {
        found = take_first_name(line, &host);
    }
    if (file)
    {
        fclose(file);
    }
    return (size_t)snprintf(full, size, "%s", host.full) < size;
}

/* The lock is for what stands below it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct host latest;
static struct file_stamp hosts_stamp;
static uint64_t generation;

/* What the host is called now. The file is read again only when it is another. */
static struct host read_host(uint64_t *as_of)
{
    const struct file_stamp stamp = file_stamp_of(HOSTS_FILE);
    struct host host = { .name = "" };

    if (gethostname(host.name, sizeof(host.name) - 1))
    {
        host.name[0] = 0;
    }
    pthread_mutex_lock(&lock);
    if (!generation || strcmp(host.name, latest.name) || !file_stamp_is(&stamp, &hosts_stamp))
    {
        host_full_name(HOSTS_FILE, host.name, host.full, sizeof(host.full));
        latest = host;
        hosts_stamp = stamp;
        generation++;
    }
    host = latest;
    *as_of = generation;
    pthread_mutex_unlock(&lock);
    return host;
}

static struct host current_host(void)
{
    uint64_t ignored = 0;

    return read_host(&ignored);
}

uint64_t names_generation(void)
{
    uint64_t as_of = 0;

    read_host(&as_of);
    return as_of;
}

/* ---- The interface --------------------------------------------------------------------------- */

static void cut_name(struct utf16_name *name, size_t length)
{
    if (length < name->length)
    {
        name->length = length;
        name->units[length] = 0;
    }
}

/* Up to the first dot. */
static struct utf16_name first_label(const char *host)
{
    struct utf16_name name;

    utf16_name_from_utf8(&name, host);
    cut_name(&name, utf16_find(utf16_from_name(&name), '.'));
    return name;
}

static struct utf16_name netbios_name(const char *host)
{
    struct utf16_name name = first_label(host);

    cut_name(&name, NETBIOS_NAME_LENGTH);
    for (size_t i = 0; i < name.length; i++)
    {
        name.units[i] = platform_upcase(name.units[i]);
    }
    return name;
}

void platform_computer_name(struct utf16_name *name)
{
    const struct host host = current_host();

    *name = netbios_name(host.name);
}

void platform_domain_name(struct utf16_name *name)
{
    const struct host host = current_host();
    const char *dot = strchr(host.full, '.');

    utf16_name_from_utf8(name, dot ? dot + 1 : "");
}

/* Domains' users have names with their domain: as winbind writes them, and as SSSD does. */
static const char *without_domain(char *user)
{
    char *backslash = strrchr(user, '\\');
    char *name = backslash ? backslash + 1 : user;

    name[strcspn(name, "@")] = 0;
    return name;
}

void platform_user_name(struct utf16_name *name)
{
    struct passwd user;
    struct passwd *found = NULL;
    char buffer[PASSWD_SIZE];

    getpwuid_r(geteuid(), &user, buffer, sizeof(buffer), &found);
    utf16_name_from_utf8(name, found ? without_domain(user.pw_name) : "");
}

bool platform_is_own_name(struct utf16_slice name)
{
    const struct host host = current_host();
    const struct utf16_name label = first_label(host.name);
    const struct utf16_name netbios = netbios_name(host.name);
    struct utf16_name full;

    utf16_name_from_utf8(&full, host.full);
    return name.length && (utf16_equal(name, utf16_from_name(&full)) ||
                           utf16_equal(name, utf16_from_name(&label)) ||
                           utf16_equal(name, utf16_from_name(&netbios)));
}
