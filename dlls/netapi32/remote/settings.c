/*
 * The configuration of a call.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/settings.h"

#include "platform/platform.h"
#include "platform/utf16_equal.h"

#define DEFAULT_CONNECT_TIMEOUT 10000
#define DEFAULT_CALL_TIMEOUT    30000
#define DEFAULT_PORT            445
#define LOOPBACK_ADDRESS        "127.0.0.1"

/* The name that stands for all servers in the configuration. */
static const struct utf16_slice all_servers = { NULL, 0 };

static uint32_t number_or(const char *name, uint32_t otherwise)
{
    uint32_t value = 0;

    return platform_config_number(all_servers, name, &value) ? value : otherwise;
}

/* Who sets anything but `auto` wants encryption; a slip of the pen must not switch it off. */
static bool requires_encryption(struct utf16_slice value)
{
    return value.length && !utf16_equal_ascii(value, "auto");
}

/* Takes what is configured under `name`, and leaves the rest as it is. */
static void read_server(struct utf16_slice name, struct settings *settings)
{
    struct utf16_name text;
    uint32_t port = 0;

    if (platform_config_text(name, "Address", &text) && text.length)
    {
        settings->address = text;
    }
    if (platform_config_number(name, "Port", &port) && port > 0 && port <= UINT16_MAX)
    {
        settings->port = (uint16_t)port;
    }
    if (platform_config_text(name, "Encryption", &text))
    {
        settings->require_encryption = requires_encryption(utf16_from_name(&text));
    }
}

void settings_read(const struct target *target, struct settings *settings)
{
    const struct utf16_name this_computer = utf16_name_from_ascii(THIS_COMPUTER);

    *settings = (struct settings){
        .connect_timeout = number_or("ConnectTimeout", DEFAULT_CONNECT_TIMEOUT),
        .call_timeout = number_or("CallTimeout", DEFAULT_CALL_TIMEOUT),
        .allow_guest = number_or("AllowGuest", 0) != 0,
        .address = target->name,
        .port = DEFAULT_PORT,
    };
    if (target->is_this_computer)
    {
        settings->address = utf16_name_from_ascii(LOOPBACK_ADDRESS);
        read_server(utf16_from_name(&this_computer), settings);
    }
    if (!target->is_this_computer ||
        !utf16_equal(utf16_from_name(&target->name), utf16_from_name(&this_computer)))
    {
        read_server(utf16_from_name(&target->name), settings);
    }
}

static enum local_source read_local_source(void)
{
    struct utf16_name text;

    if (platform_config_text(all_servers, "LocalSource", &text))
    {
        if (utf16_equal_ascii(utf16_from_name(&text), "server"))
        {
            return LOCAL_SOURCE_SERVER;
        }
        if (utf16_equal_ascii(utf16_from_name(&text), "logins"))
        {
            return LOCAL_SOURCE_LOGINS;
        }
    }
    return LOCAL_SOURCE_AUTO;
}

void local_settings_read(struct local_settings *settings)
{
    settings->source = read_local_source();
    if (!platform_config_text(all_servers, "LoginsFile", &settings->logins_file))
    {
        settings->logins_file = utf16_name_from_ascii("");
    }
}
