/*
 * Names of devices as paths: X:, LPT1, COM1, CON, NUL.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_device.h"

#include "families/names/path_parts.h"
#include "families/names/path_type_values.h"
#include "platform/utf16_equal.h"

static const struct
{
    const char *name;
    bool is_numbered; /* from 1 to 9, and may be called \DEV\name */
    uint32_t type;
} devices[] = {
    { "LPT", true, ITYPE_DEVICE_LPT },
    { "COM", true, ITYPE_DEVICE_COM },
    { "CON", false, ITYPE_DEVICE_CON },
    { "NUL", false, ITYPE_DEVICE_NUL },
};

#define STEM_LENGTH 3 /* of each name */

static uint32_t named_device(struct utf16_slice name, bool is_in_dev)
{
    const uint16_t digit = name.length == STEM_LENGTH + 1 ? utf16_unit(name, STEM_LENGTH) : 0;

    for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
    {
        const bool has_length =
            devices[i].is_numbered ? digit >= '1' && digit <= '9' : name.length == STEM_LENGTH;

        if (has_length && (devices[i].is_numbered || !is_in_dev) &&
            utf16_equal_ascii(utf16_part(name, 0, STEM_LENGTH), devices[i].name))
        {
            return devices[i].type;
        }
    }
    return 0;
}

/* What stands behind \DEV\, or nothing. */
static struct utf16_slice behind_dev(struct path_parts parts)
{
    struct utf16_slice folder;
    struct utf16_slice name;

    if (parts.root != PATH_ABSOLUTE || !path_next(&parts.rest, &folder) ||
        !utf16_equal_ascii(folder, "DEV") || !path_next(&parts.rest, &name) || parts.rest.length)
    {
        return (struct utf16_slice){ .units = NULL };
    }
    return name;
}

uint32_t path_device(struct utf16_slice path, struct utf16_slice *name)
{
    const struct path_parts parts = path_split(path);

    *name = path;
    if (parts.drive && !parts.rest.length)
    {
        return ITYPE_DEVICE_DISK;
    }
    if (parts.root != PATH_RELATIVE)
    {
        *name = behind_dev(parts);
        return named_device(*name, true);
    }
    if (path.length && utf16_unit(path, path.length - 1) == ':')
    {
        *name = utf16_part(path, 0, path.length - 1);
    }
    return named_device(*name, false);
}
