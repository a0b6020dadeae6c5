/*
 * What names of users, computers, shares and others may be: [MS-SRVS] 2.2.2.8.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/name_rules.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"

/* "The set of default invalid characters", with all below the blank. */
#define DEFAULT_UNITS "\"/\\[]:|<>+=;,?"

static const struct name_rule
{
    size_t shortest;
    size_t longest;
    size_t longest_lm2x;
    const char *forbidden; /* and control characters; NULL: anything goes */
    bool is_upper_case;    /* the canonical form */
    bool is_secret;        /* may be dots and blanks alone, and case matters */
} rules[] = {
    [NAMETYPE_USER] = { 1, 256, 20, DEFAULT_UNITS, false, false },
    [NAMETYPE_PASSWORD] = { 0, 256, 14, NULL, false, true },
    [NAMETYPE_GROUP] = { 1, 256, 20, DEFAULT_UNITS, false, false },
    [NAMETYPE_COMPUTER] = { 1, 260, 15, DEFAULT_UNITS "*", true, false },
    [NAMETYPE_EVENT] = { 1, 16, 16, DEFAULT_UNITS, false, false },
    [NAMETYPE_DOMAIN] = { 1, 15, 15, DEFAULT_UNITS "* ", true, false },
    [NAMETYPE_SERVICE] = { 1, 80, 15, DEFAULT_UNITS, false, false },
    [NAMETYPE_NET] = { 1, 260, 260, DEFAULT_UNITS, false, false },
    [NAMETYPE_SHARE] = { 1, 80, 12, DEFAULT_UNITS, false, false },
    [NAMETYPE_MESSAGE] = { 1, 15, 15, DEFAULT_UNITS, true, false },
    [NAMETYPE_MESSAGEDEST] = { 1, 260, 260, DEFAULT_UNITS, true, false },
    [NAMETYPE_SHAREPASSWORD] = { 0, 8, 8, NULL, false, true },
    [NAMETYPE_WORKGROUP] = { 1, 15, 15, DEFAULT_UNITS, true, false },
};

static const struct name_rule *rule_of(uint32_t type)
{
    return type >= NAMETYPE_USER && type <= NAMETYPE_WORKGROUP ? &rules[type] : NULL;
}

/* ---- Validation ------------------------------------------------------------------------------ */

bool name_is_permitted(struct utf16_slice name, const char *forbidden)
{
    for (size_t i = 0; i < name.length; i++)
    {
        const uint16_t unit = utf16_unit(name, i);

        if (unit < ' ' || (unit < 0x80 && strchr(forbidden, unit)))
        {
            return false;
        }
    }
    return true;
}

bool name_is_dots_and_blanks(struct utf16_slice name)
{
    for (size_t i = 0; i < name.length; i++)
    {
        if (utf16_unit(name, i) != '.' && utf16_unit(name, i) != ' ')
        {
            return false;
        }
    }
    return true;
}

/* The column "other requirements". */
static bool obeys_special_rule(struct utf16_slice name, uint32_t type)
{
    const size_t star = utf16_find(name, '*');

    switch (type)
    {
    case NAMETYPE_COMPUTER:
        return utf16_unit(name, 0) != ' ' && utf16_unit(name, name.length - 1) != ' ';
    case NAMETYPE_MESSAGEDEST:
        return star == name.length ? name.length < rules[type].longest : star == name.length - 1;
    default: return true;
    }
}

static bool is_valid(struct utf16_slice name, uint32_t type, size_t longest)
{
    const struct name_rule *rule = &rules[type];

    return name.length >= rule->shortest && name.length <= longest &&
           (!rule->forbidden || name_is_permitted(name, rule->forbidden)) &&
           (rule->is_secret || !name_is_dots_and_blanks(name)) && obeys_special_rule(name, type);
}

uint32_t name_validate(struct utf16_slice name, uint32_t type, uint32_t flags)
{
    const struct name_rule *rule = rule_of(type);

    if (!name.units || !rule || flags)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return is_valid(name, type, rule->longest) ? ERROR_SUCCESS : ERROR_INVALID_NAME;
}

/* ---- The canonical form ---------------------------------------------------------------------- */

static void write_canonical(struct utf16_slice name, bool in_upper_case,
                            struct canonical_name *canonical)
{
    for (size_t i = 0; i < name.length; i++)
    {
        const uint16_t unit = utf16_unit(name, i);

        canonical->units[i] = in_upper_case ? platform_upcase(unit) : unit;
    }
    canonical->length = name.length;
    canonical->units[canonical->length] = 0;
}

uint32_t name_canonicalize(struct utf16_slice name, uint32_t type, uint32_t flags, size_t size,
                           struct canonical_name *canonical)
{
    const struct name_rule *rule = rule_of(type);
    const bool is_lm2x = flags & NAME_LM2X_COMPATIBLE;
    size_t longest = 0;

    canonical->units[0] = 0;
    canonical->length = 0;
    if (!name.units || !rule || flags & ~(NAME_LM2X_COMPATIBLE | NAME_BUFFER_FOR_ANY))
    {
        return ERROR_INVALID_PARAMETER;
    }
    longest = is_lm2x ? rule->longest_lm2x : rule->longest;
    if (!is_valid(name, type, longest))
    {
        return ERROR_INVALID_NAME;
    }
    if (size <= (flags & NAME_BUFFER_FOR_ANY ? longest : name.length))
    {
        return NERR_BufTooSmall;
    }
    write_canonical(name, rule->is_upper_case || (is_lm2x && !rule->is_secret), canonical);
    return ERROR_SUCCESS;
}

/* ---- Comparison ------------------------------------------------------------------------------ */

static int32_t order(struct utf16_slice first, struct utf16_slice second, bool case_matters)
{
    for (size_t i = 0; i < first.length && i < second.length; i++)
    {
        uint16_t a = utf16_unit(first, i);
        uint16_t b = utf16_unit(second, i);

        if (!case_matters)
        {
            a = platform_upcase(a);
            b = platform_upcase(b);
        }
        if (a != b)
        {
            return a < b ? -1 : 1;
        }
    }
    return first.length == second.length ? 0 : first.length < second.length ? -1 : 1;
}

int32_t name_order(struct utf16_slice first, struct utf16_slice second)
{
    return order(first, second, false);
}

int32_t name_compare(struct utf16_slice first, struct utf16_slice second, uint32_t type,
                     uint32_t flags)
{
    const uint32_t lm2x = flags & NAME_LM2X_COMPATIBLE;
    struct canonical_name name;
    uint32_t status = flags & ~(NAME_LM2X_COMPATIBLE | NAME_IS_CANONICAL) ? ERROR_INVALID_PARAMETER
                                                                          : ERROR_SUCCESS;

    /* What tells canonical forms apart is what tells the names apart. */
    if (!status)
    {
        status = name_canonicalize(first, type, lm2x, NAME_TYPE_LENGTH_MAX + 1, &name);
    }
    if (!status)
    {
        status = name_canonicalize(second, type, lm2x, NAME_TYPE_LENGTH_MAX + 1, &name);
    }
    wipe(&name, sizeof(name));
    return status ? (int32_t)status : order(first, second, rules[type].is_secret);
}
