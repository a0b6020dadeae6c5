/*
 * Configuration and credentials of the native build: what a test sets, in memory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/wipe.h"
#include "platform/platform.h"

#define SETTINGS_MAX 256
#define TEXT_SIZE    256

struct setting
{
    char server[TEXT_SIZE];
    char name[TEXT_SIZE];
    char value[TEXT_SIZE];
    char secret[TEXT_SIZE];
};

static struct setting settings[SETTINGS_MAX];
static size_t setting_count;
static _Atomic uint64_t generation = 1;

/* The name under which a credential is kept among the settings. */
static const char credential_name[] = "(credential)";

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

static void setting_set(const char *server, const char *name, const char *value, const char *secret)
{
    struct setting *setting = setting_find(server, name);

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
    snprintf(setting->secret, TEXT_SIZE, "%s", secret);
    generation++;
}

void posix_config_set(const char *server, const char *name, const char *value)
{
    setting_set(server ? server : "", name, value, "");
}

void posix_credential_set(const char *server, const char *user, const char *password)
{
    setting_set(server, credential_name, user, password);
}

void posix_config_clear(void)
{
    wipe(settings, sizeof(settings));
    setting_count = 0;
    generation++;
}

uint64_t platform_generation(void)
{
    return generation;
}

void platform_generation_end(void)
{
}

static struct setting *setting_for(struct utf16_slice server, const char *name)
{
    char text[TEXT_SIZE];

    if (!utf16_to_utf8(server, text, sizeof(text)))
    {
        return NULL;
    }
    return setting_find(text, name);
}

bool platform_config_open(struct platform_config *config, struct utf16_slice server)
{
    *config = (struct platform_config){ .server = server };
    return true;
}

void platform_config_close(struct platform_config *config)
{
    (void)config;
}

bool platform_config_number(const struct platform_config *config, const char *name, uint32_t *value)
{
    struct setting *setting = setting_for(config->server, name);

    if (!setting)
    {
        return false;
    }
    *value = (uint32_t)strtoul(setting->value, NULL, 10);
    return true;
}

bool platform_config_text(const struct platform_config *config, const char *name,
                          struct utf16_name *value)
{
    struct setting *setting = setting_for(config->server, name);

    return setting && utf16_name_from_utf8(value, setting->value);
}

bool platform_stored_credential(struct utf16_slice server, struct utf16_name *user,
                                struct utf16_name *password)
{
    struct setting *setting = setting_for(server, credential_name);

    return setting && utf16_name_from_utf8(user, setting->value) &&
           utf16_name_from_utf8(password, setting->secret);
}
