/*
 * What a file with a password holds.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_credentials_file.h"

#include <stdio.h>

#include "base/status.h"
#include "platform/posix_config_rows.h"
#include "platform/posix_text.h"
#include "platform/utf16_equal.h"

enum member
{
    MEMBER_USER,
    MEMBER_PASSWORD,
    MEMBER_DOMAIN,
    MEMBER_EXACT_PASSWORD,
    MEMBER_COUNT,
};

static struct utf16_slice as_it_is(struct utf16_slice text)
{
    return text;
}

static const struct
{
    const char *name;
    struct utf16_slice (*value)(struct utf16_slice text); /* of what is behind the equals sign */
} members[MEMBER_COUNT] = {
    [MEMBER_USER] = { "username", text_trim },
    [MEMBER_PASSWORD] = { "password", text_trim_start },
    [MEMBER_DOMAIN] = { "domain", text_trim },
    [MEMBER_EXACT_PASSWORD] = { "exact password", as_it_is },
};

static uint32_t fail(struct config_fault *fault, size_t line, uint32_t status, const char *what,
                     const char *name)
{
    fault->line = line;
    snprintf(fault->text, sizeof(fault->text), what, name);
    return status;
}

static enum member find_member(struct utf16_slice name)
{
    enum member member = MEMBER_USER;

    while (member < MEMBER_COUNT && !utf16_equal_ascii(name, members[member].name))
    {
        member++;
    }
    return member;
}

/* A line that is neither empty nor a comment. Messages do not show it: it may be a password. */
static uint32_t read_member(struct utf16_slice line, size_t number,
                            struct utf16_slice values[MEMBER_COUNT], struct config_fault *fault)
{
    const size_t length = utf16_find(line, '=');
    const enum member member = find_member(text_trim(utf16_part(line, 0, length)));

    if (length == line.length || member == MEMBER_COUNT)
    {
        return fail(fault, number, ERROR_BAD_CONFIGURATION,
                    "lines are username = NAME, password = PASSWORD, domain = NAME%s", "");
    }
    if (values[member].units)
    {
        return fail(fault, number, ERROR_BAD_CONFIGURATION, "there are two lines with %s",
                    members[member].name);
    }
    values[member] = members[member].value(utf16_part(line, length + 1, line.length));
    return ERROR_SUCCESS;
}

/* Puts together what a person would write. */
static bool join(const struct utf16_slice values[MEMBER_COUNT], struct utf16_name *user)
{
    return (!values[MEMBER_DOMAIN].length || (utf16_name_append(user, values[MEMBER_DOMAIN]) &&
                                              utf16_name_append_ascii(user, "\\"))) &&
           utf16_name_append(user, values[MEMBER_USER]);
}

static uint32_t take(const struct utf16_slice values[MEMBER_COUNT], struct utf16_name *user,
                     struct utf16_name *password, struct config_fault *fault)
{
    if (!values[MEMBER_USER].length)
    {
        return fail(fault, 0, NERR_BadUsername, "there is no line with %s", "username = NAME");
    }
    if (values[MEMBER_DOMAIN].length &&
        utf16_find(values[MEMBER_USER], '\\') < values[MEMBER_USER].length)
    {
        return fail(fault, 0, NERR_BadUsername, "the %s has a domain already", "username");
    }
    if (!join(values, user))
    {
        return fail(fault, 0, NERR_BadUsername, "the %s is too long", "username");
    }
    if (values[MEMBER_PASSWORD].units && values[MEMBER_EXACT_PASSWORD].units)
    {
        return fail(fault, 0, ERROR_BAD_CONFIGURATION, "there are two lines with %s", "password");
    }
    if (!utf16_name_set(password, values[MEMBER_EXACT_PASSWORD].units
                                      ? values[MEMBER_EXACT_PASSWORD]
                                      : values[MEMBER_PASSWORD]))
    {
        return fail(fault, 0, ERROR_INVALID_PASSWORD, "the %s is too long", "password");
    }
    return ERROR_SUCCESS;
}

uint32_t credentials_file_parse(struct utf16_slice text, struct utf16_name *user,
                                struct utf16_name *password, struct config_fault *fault)
{
    struct utf16_slice values[MEMBER_COUNT] = { 0 };
    size_t position = 0;
    size_t number = 0;
    uint32_t status = ERROR_SUCCESS;

    *user = *password = utf16_name_from_ascii("");
    *fault = (struct config_fault){ 0 };
    while (position < text.length && !status)
    {
        const struct utf16_slice line = text_trim_start(text_line(text, &position));

        number++;
        if (text_has_control(line))
        {
            status = fail(fault, number, ERROR_BAD_CONFIGURATION, "the line has a %s",
                          "control character");
        }
        else if (line.length && utf16_unit(line, 0) != '#' && utf16_unit(line, 0) != ';')
        {
            status = read_member(line, number, values, fault);
        }
    }
    return status ? status : take(values, user, password, fault);
}

static void write_line(struct writer *text, enum member member, struct utf16_slice value)
{
    for (const char *name = members[member].name; *name; name++)
    {
        writer_u16(text, (uint8_t)*name);
    }
    writer_u16(text, '=');
    writer_bytes(text, value.units, value.length * sizeof(uint16_t));
    writer_u16(text, '\n');
}

bool credentials_file_write(struct utf16_slice user, struct utf16_slice password,
                            struct writer *text)
{
    const bool is_exact = text_trim_start(password).length != password.length;

    if (!config_name_fits(user) || password.length > NAME_LENGTH_MAX || text_has_control(password))
    {
        return false;
    }
    write_line(text, MEMBER_USER, user);
    write_line(text, is_exact ? MEMBER_EXACT_PASSWORD : MEMBER_PASSWORD, password);
    return !text->failed;
}
