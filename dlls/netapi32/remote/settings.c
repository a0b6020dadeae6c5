/*
 * The configuration of a call, read row by row as the table of settings has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/settings.h"

#include <stddef.h>
#include <string.h>

#include "base/status.h"
#include "netapi32_settings.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

enum scope
{
    SCOPE_GLOBAL,
    SCOPE_SERVER,
    SCOPE_LOCAL,
    SCOPE_MEMBERSHIP,
};

enum kind
{
    KIND_NUMBER,
    KIND_CHOICE, /* its field takes the index of the value */
    KIND_TEXT,   /* has the default that its reader has put there */
};

struct row
{
    const char *name;
    enum scope scope;
    enum kind kind;
    size_t offset; /* of the field, in the structure of the scope */
    size_t size;
    uint32_t preset;
    uint32_t minimum;
    uint32_t maximum;
    const char *const *values; /* of a choice, ended by NULL */
    const char *preset_value;
    const char *otherwise;
};

#define HOLDER_GLOBAL     struct settings
#define HOLDER_SERVER     struct settings
#define HOLDER_LOCAL      struct local_settings
#define HOLDER_MEMBERSHIP struct membership_settings

#define FIELD_SIZE(scope, field) sizeof(((HOLDER_##scope *)NULL)->field)
#define VALUE(value)             value,

#define ROW(scope_, field, name_, ...)                                                             \
    { .name = name_,                                                                               \
      .scope = SCOPE_##scope_,                                                                     \
      .offset = offsetof(HOLDER_##scope_, field),                                                  \
      .size = FIELD_SIZE(scope_, field),                                                           \
      __VA_ARGS__ },
#define NUMBER_ROW(scope, field, name, option, operand, unit, preset_, minimum_, maximum_,         \
                   meaning)                                                                        \
    ROW(scope, field, name, .kind = KIND_NUMBER, .preset = preset_, .minimum = minimum_,           \
        .maximum = maximum_)
#define CHOICE_ROW(scope, field, name, option, operand, values_, preset, otherwise_, meaning)      \
    ROW(scope, field, name, .kind = KIND_CHOICE,                                                   \
        .values = (const char *const[]){ values_(VALUE) NULL }, .preset_value = preset,            \
        .otherwise = otherwise_)
#define TEXT_ROW(scope, field, name, option, operand, preset, meaning)                             \
    ROW(scope, field, name, .kind = KIND_TEXT)

static const struct row rows[] = { NETAPI32_SETTINGS(NUMBER_ROW, CHOICE_ROW, TEXT_ROW) };

/* Each field takes what its row allows. */
#define NUMBER_FITS(scope, field, name, option, operand, unit, preset, minimum, maximum, meaning)  \
    _Static_assert((uint64_t)(maximum) >> (8 * FIELD_SIZE(scope, field) - 1) <= 1,                 \
                   name " does not fit its field");
#define CHOICE_FITS(...)
#define TEXT_FITS(scope, field, name, option, operand, preset, meaning)                            \
    _Static_assert(FIELD_SIZE(scope, field) == sizeof(struct utf16_name),                          \
                   name " does not fit its field");

NETAPI32_SETTINGS(NUMBER_FITS, CHOICE_FITS, TEXT_FITS)

/* The name that stands for all servers in the configuration. */
static const struct utf16_slice all_servers = { NULL, 0 };

/* A field is a number of some width, a flag, an enumeration. */
static void store_number(const struct row *row, uint32_t value, void *holder)
{
    unsigned char *field = (unsigned char *)holder + row->offset;
    const uint8_t byte = (uint8_t)value;
    const uint16_t word = (uint16_t)value;

    switch (row->size)
    {
    case sizeof(byte): memcpy(field, &byte, sizeof(byte)); break;
    case sizeof(word): memcpy(field, &word, sizeof(word)); break;
    case sizeof(value): memcpy(field, &value, sizeof(value)); break;
    }
}

/* The index of a value of a choice; of `otherwise` where it is none of them. */
static uint32_t choice_index(const struct row *row, struct utf16_slice value)
{
    uint32_t otherwise = 0;

    for (uint32_t i = 0; row->values[i]; i++)
    {
        if (utf16_equal_ascii(value, row->values[i]))
        {
            return i;
        }
        if (!strcmp(row->values[i], row->otherwise))
        {
            otherwise = i;
        }
    }
    return otherwise;
}

static void store_default(const struct row *row, void *holder)
{
    struct utf16_name value;

    switch (row->kind)
    {
    case KIND_NUMBER: store_number(row, row->preset, holder); break;
    case KIND_CHOICE:
        value = utf16_name_from_ascii(row->preset_value);
        store_number(row, choice_index(row, utf16_from_name(&value)), holder);
        break;
    case KIND_TEXT: break;
    }
}

static void read_number(const struct row *row, const struct platform_config *config, void *holder)
{
    uint32_t number = 0;

    if (platform_config_number(config, row->name, &number) && number >= row->minimum &&
        number <= row->maximum)
    {
        store_number(row, number, holder);
    }
}

static void read_text(const struct row *row, const struct platform_config *config, void *holder)
{
    struct utf16_name text;

    if (!platform_config_text(config, row->name, &text) || !text.length)
    {
        return;
    }
    if (row->kind == KIND_CHOICE)
    {
        store_number(row, choice_index(row, utf16_from_name(&text)), holder);
    }
    else
    {
        memcpy((unsigned char *)holder + row->offset, &text, sizeof(text));
    }
}

static void store_defaults(enum scope scope, void *holder)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
    {
        if (rows[i].scope == scope)
        {
            store_default(&rows[i], holder);
        }
    }
}

/* Takes what is configured under the name of a server, and leaves the rest as it is. */
static uint32_t read_rows(enum scope scope, struct utf16_slice server, void *holder)
{
    struct platform_config config;
    const uint32_t status = platform_config_open(&config, server);

    if (status)
    {
        return status == ERROR_FILE_NOT_FOUND ? ERROR_SUCCESS : status;
    }
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
    {
        if (rows[i].scope != scope)
        {
            continue;
        }
        if (rows[i].kind == KIND_NUMBER)
        {
            read_number(&rows[i], &config, holder);
        }
        else
        {
            read_text(&rows[i], &config, holder);
        }
    }
    platform_config_close(&config);
    return ERROR_SUCCESS;
}

/* What is set for a server of its own: for this computer under two names. */
static uint32_t read_server(const struct target *target, struct settings *settings)
{
    const struct utf16_name this_computer = utf16_name_from_ascii(THIS_COMPUTER);
    uint32_t status = ERROR_SUCCESS;

    if (target->is_this_computer)
    {
        settings->address = utf16_name_from_ascii(NETAPI32_THIS_COMPUTER_ADDRESS);
        status = read_rows(SCOPE_SERVER, utf16_from_name(&this_computer), settings);
    }
    if (!status && (!target->is_this_computer ||
                    !utf16_equal(utf16_from_name(&target->name), utf16_from_name(&this_computer))))
    {
        status = read_rows(SCOPE_SERVER, utf16_from_name(&target->name), settings);
    }
    return status;
}

uint32_t settings_read(const struct target *target, struct settings *settings)
{
    uint32_t status = ERROR_SUCCESS;

    *settings = (struct settings){ .address = target->name };
    store_defaults(SCOPE_GLOBAL, settings);
    store_defaults(SCOPE_SERVER, settings);
    status = read_rows(SCOPE_GLOBAL, all_servers, settings);
    return status ? status : read_server(target, settings);
}

uint32_t local_settings_read(struct local_settings *settings)
{
    *settings = (struct local_settings){ .logins_file = utf16_name_from_ascii("") };
    store_defaults(SCOPE_LOCAL, settings);
    return read_rows(SCOPE_LOCAL, all_servers, settings);
}

uint32_t membership_settings_read(struct membership_settings *settings)
{
    *settings = (struct membership_settings){ .domain_membership = utf16_name_from_ascii("") };
    store_defaults(SCOPE_MEMBERSHIP, settings);
    return read_rows(SCOPE_MEMBERSHIP, all_servers, settings);
}
