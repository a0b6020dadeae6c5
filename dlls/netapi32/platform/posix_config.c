/*
 * Configuration of the native build: what a test sets in memory, then what the user's file has.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "platform/posix_config_files.h"
#include "platform/posix_config_rows.h"
#include "platform/posix_credentials.h"
#include "platform/posix_names.h"

#define SETTINGS_MAX 256
#define TEXT_SIZE    1024 /* more than the longest name takes */

struct setting
{
    char server[TEXT_SIZE];
    char name[TEXT_SIZE];
    char value[TEXT_SIZE];
};

/* The lock is for what stands below it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct setting settings[SETTINGS_MAX];
static size_t setting_count;
static _Atomic uint64_t generation;

/* Called with the lock. */
static struct setting *setting_find(const char *server, const char *name)
{
    for (size_t i = 0; i < setting_count; i++)
    {
        if (!strcasecmp(settings[i].server, server) && !strcasecmp(settings[i].name, name))
        {
            return &settings[i];
        }
    }
    return NULL;
}

void posix_config_set(const char *server, const char *name, const char *value)
{
    struct setting *setting = NULL;

    server = server ? server : "";
    pthread_mutex_lock(&lock);
    setting = setting_find(server, name);
    if (!setting)
    {
        if (setting_count == SETTINGS_MAX)
        {
            abort();
        }
        setting = &settings[setting_count++];
    }
    snprintf(setting->server, TEXT_SIZE, "%s", server);
    snprintf(setting->name, TEXT_SIZE, "%s", name);
    snprintf(setting->value, TEXT_SIZE, "%s", value);
    generation++;
    pthread_mutex_unlock(&lock);
}

void posix_config_clear(void)
{
    pthread_mutex_lock(&lock);
    setting_count = 0;
    generation++;
    pthread_mutex_unlock(&lock);
    posix_credentials_forget();
}

uint64_t platform_generation(void)
{
    /* None goes back, so that their sum tells of each. */
    return generation + credentials_generation() + config_files_generation() + names_generation();
}

void platform_generation_end(void)
{
}

/* ---- The interface --------------------------------------------------------------------------- */

/* A copy of what is set in memory; false where nothing is. */
static bool setting_get(struct utf16_slice server, const char *name, char value[TEXT_SIZE])
{
    char text[TEXT_SIZE];
    const struct setting *found = NULL;

    if (!utf16_to_utf8(server, text, sizeof(text)))
    {
        return false;
    }
    pthread_mutex_lock(&lock);
    found = setting_find(text, name);
    if (found)
    {
        memcpy(value, found->value, TEXT_SIZE);
    }
    pthread_mutex_unlock(&lock);
    return found != NULL;
}

uint32_t platform_config_open(struct platform_config *config, struct utf16_slice server)
{
    struct config_snapshot *snapshot = NULL;
    uint32_t status = config_snapshot_get(&snapshot);

    *config = (struct platform_config){ .key = snapshot, .server = server };
    return status;
}

void platform_config_close(struct platform_config *config)
{
    config_snapshot_release(config->key);
}

bool platform_config_number(const struct platform_config *config, const char *name, uint32_t *value)
{
    struct utf16_slice text;
    char set[TEXT_SIZE];

    if (setting_get(config->server, name, set))
    {
        *value = (uint32_t)strtoul(set, NULL, 10);
        return true;
    }
    return config_snapshot_value(config->key, config->server, name, &text) &&
           config_number(text, value);
}

bool platform_config_text(const struct platform_config *config, const char *name,
                          struct utf16_name *value)
{
    struct utf16_slice text;
    char set[TEXT_SIZE];

    if (setting_get(config->server, name, set))
    {
        return utf16_name_from_utf8(value, set);
    }
    return config_snapshot_value(config->key, config->server, name, &text) &&
           utf16_name_set(value, text);
}
