/*
 * Finding the type of a path: [MS-SRVS] 3.1.4.29.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_type.h"

#include "base/status.h"
#include "families/names/name_rules.h"
#include "families/names/path_device.h"
#include "families/names/path_parts.h"
#include "platform/utf16_equal.h"

/* [MS-FSCC] 2.1.5, and what is neither a separator nor a wildcard. */
#define FORBIDDEN_UNITS "\"<>|:"

/* Of the old names. */
#define STEM_LENGTH_MAX      8
#define EXTENSION_LENGTH_MAX 3

/* ---- The tables ------------------------------------------------------------------------------ */

/* By path_root. */
static const struct
{
    uint32_t type;
    uint32_t with_wildcard;
} types[] = {
    [PATH_RELATIVE] = { ITYPE_PATH_RELND, ITYPE_PATH_RELND_WC },
    [PATH_ABSOLUTE] = { ITYPE_PATH_ABSND, ITYPE_PATH_ABSND_WC },
    [PATH_DRIVE_RELATIVE] = { ITYPE_PATH_RELD, ITYPE_PATH_RELD_WC },
    [PATH_DRIVE_ABSOLUTE] = { ITYPE_PATH_ABSD, ITYPE_PATH_ABSD_WC },
    [PATH_LOCAL_DEVICE] = { ITYPE_PATH_ABSD, ITYPE_PATH_ABSD_WC },
    [PATH_UNC] = { ITYPE_UNC, ITYPE_UNC_WC_PATH },
};

/* The folders of the system, below \ or \\server. */
static const struct system_folder
{
    const char *name;
    uint32_t unc;    /* \\server\folder\path; 0: an ordinary share */
    uint32_t local;  /* \folder\path */
    uint32_t itself; /* \folder */
} system_folders[] = {
    { "SEM", ITYPE_UNC_SYS_SEM, ITYPE_PATH_SYS_SEM, ITYPE_PATH_SYS_SEM_M },
    { "SHAREMEM", ITYPE_UNC_SYS_SHMEM, ITYPE_PATH_SYS_SHMEM, ITYPE_PATH_SYS_SHMEM_M },
    { "MAILSLOT", ITYPE_UNC_SYS_MSLOT, ITYPE_PATH_SYS_MSLOT, ITYPE_PATH_SYS_MSLOT_M },
    { "PIPE", ITYPE_UNC_SYS_PIPE, ITYPE_PATH_SYS_PIPE, ITYPE_PATH_SYS_PIPE_M },
    { "COMM", 0, ITYPE_PATH_SYS_COMM, ITYPE_PATH_SYS_COMM_M },
    { "PRINT", 0, ITYPE_PATH_SYS_PRINT, ITYPE_PATH_SYS_PRINT_M },
    { "QUEUES", ITYPE_UNC_SYS_QUEUE, ITYPE_PATH_SYS_QUEUE, ITYPE_PATH_SYS_QUEUE_M },
};

static const uint32_t other_types[] = {
    ITYPE_UNC_COMPNAME, ITYPE_UNC_WC,     ITYPE_DEVICE_DISK, ITYPE_DEVICE_LPT,
    ITYPE_DEVICE_COM,   ITYPE_DEVICE_CON, ITYPE_DEVICE_NUL,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

bool path_type_is_known(uint32_t type)
{
    for (size_t i = 0; i < COUNT(types); i++)
    {
        if (types[i].type == type || types[i].with_wildcard == type)
        {
            return true;
        }
    }
    for (size_t i = 0; type && i < COUNT(system_folders); i++)
    {
        if (system_folders[i].unc == type || system_folders[i].local == type ||
            system_folders[i].itself == type)
        {
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(other_types); i++)
    {
        if (other_types[i] == type)
        {
            return true;
        }
    }
    return false;
}

/* ---- Components ------------------------------------------------------------------------------ */

/* 8.3 */
static bool is_old_name(struct utf16_slice component)
{
    const size_t dot = utf16_find(component, '.');
    const struct utf16_slice extension = utf16_part(component, dot + 1, component.length);

    return dot && dot <= STEM_LENGTH_MAX && extension.length <= EXTENSION_LENGTH_MAX &&
           utf16_find(extension, '.') == extension.length;
}

static bool is_file_name(struct utf16_slice component, bool is_old_style)
{
    if (path_is_dot(component) || path_is_dot_dot(component))
    {
        return true;
    }
    return name_is_permitted(component, FORBIDDEN_UNITS) && !name_is_dots_and_blanks(component) &&
           (!is_old_style || is_old_name(component));
}

/* A name with wildcards is as valid as what they stand for. */
static bool is_unc_name(struct utf16_slice component, uint32_t name_type)
{
    return path_has_wildcard(component) ? name_is_permitted(component, FORBIDDEN_UNITS)
                                        : !name_validate(component, name_type, 0);
}

static bool is_component(const struct path_parts *parts, size_t index, struct utf16_slice component,
                         bool is_old_style)
{
    if (parts->root == PATH_UNC && index < 2)
    {
        return is_unc_name(component, index ? NAMETYPE_NET : NAMETYPE_COMPUTER);
    }
    return is_file_name(component, is_old_style);
}

/* What is known of a path when all components have been seen. */
struct components
{
    size_t count;
    bool have_wildcard;        /* the last of them */
    struct utf16_slice folder; /* what may be a folder of the system */
};

/* False for what can be no path. Wildcards stand in the last component only. */
static bool read_components(const struct path_parts *parts, bool is_old_style,
                            struct components *components)
{
    const size_t folder = parts->root == PATH_UNC ? 1 : 0;
    struct utf16_slice rest = parts->rest;
    struct utf16_slice component;

    *components = (struct components){ .count = 0 };
    while (path_next(&rest, &component))
    {
        if (components->have_wildcard ||
            !is_component(parts, components->count, component, is_old_style))
        {
            return false;
        }
        components->have_wildcard = path_has_wildcard(component);
        if (components->count == folder)
        {
            components->folder = component;
        }
        components->count++;
    }
    return !components->have_wildcard || !path_ends_open(parts->rest);
}

/* ---- Types ----------------------------------------------------------------------------------- */

static const struct system_folder *system_folder_of(const struct path_parts *parts,
                                                    const struct components *components)
{
    for (size_t i = 0; i < COUNT(system_folders); i++)
    {
        if ((parts->root == PATH_ABSOLUTE || (parts->root == PATH_UNC && system_folders[i].unc)) &&
            utf16_equal_ascii(components->folder, system_folders[i].name))
        {
            return &system_folders[i];
        }
    }
    return NULL;
}

static uint32_t type_in_system(const struct path_parts *parts, const struct components *components,
                               const struct system_folder *folder)
{
    if (components->have_wildcard)
    {
        return 0;
    }
    if (parts->root == PATH_UNC)
    {
        return folder->unc;
    }
    return components->count > 1 ? folder->local : folder->itself;
}

/* Its server must stand where the root ends, and it must not end with a separator. */
static bool is_unc(const struct path_parts *parts, const struct components *components)
{
    return components->count && !path_is_separator(utf16_unit(parts->rest, 0)) &&
           !path_ends_open(parts->rest);
}

uint32_t path_find_type(struct utf16_slice path, bool is_old_style)
{
    const struct path_parts parts = path_split(path);
    const struct system_folder *folder = NULL;
    struct components components;
    struct utf16_slice device_name;
    const uint32_t device = path_device(path, &device_name);

    if (device || !path.length)
    {
        return device;
    }
    if (!read_components(&parts, is_old_style, &components) ||
        (parts.root == PATH_UNC && !is_unc(&parts, &components)))
    {
        return 0;
    }
    if (parts.root == PATH_UNC && components.count == 1)
    {
        return components.have_wildcard ? ITYPE_UNC_WC : ITYPE_UNC_COMPNAME;
    }
    folder = system_folder_of(&parts, &components);
    if (folder)
    {
        return type_in_system(&parts, &components, folder);
    }
    return components.have_wildcard ? types[parts.root].with_wildcard : types[parts.root].type;
}

uint32_t path_type(struct utf16_slice path, uint32_t flags, uint32_t *type)
{
    const bool is_old_style = flags & PATH_OLD_STYLE;

    *type = 0;
    if (flags & ~(uint32_t)PATH_OLD_STYLE)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (path.length <= (is_old_style ? PATH_LENGTH_MAX_OLD : PATH_LENGTH_MAX))
    {
        *type = path_find_type(path, is_old_style);
    }
    return *type ? ERROR_SUCCESS : ERROR_INVALID_NAME;
}
