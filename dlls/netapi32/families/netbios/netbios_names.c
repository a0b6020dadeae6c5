/*
 * NetBIOS: the names that this program has added to its adapters.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They are known to this program alone: what answers for this computer on the network is its name
 * service, such as Samba's nmbd.
 */
#include "families/netbios/netbios.h"

#include <stdlib.h>
#include <string.h>

/* Number 1 is the adapter's own name, 255 is none. */
#define FIRST_NUMBER     2
#define NAMES_MAX        253
#define NAME_MAX_DEFAULT 16

struct names
{
    UCHAR max; /* 0 is the default */
    WORD count;
    NAME_BUFFER list[NAMES_MAX];
};

static SRWLOCK names_lock = SRWLOCK_INIT;
static struct names *names_of_adapters[MAX_LANA + 1];

static NAME_BUFFER *find_name(struct names *names, const UCHAR name[NCBNAMSZ])
{
    for (WORD i = 0; names && i < names->count; i++)
    {
        if (!memcmp(names->list[i].name, name, NCBNAMSZ))
        {
            return &names->list[i];
        }
    }
    return NULL;
}

static UCHAR unused_number(const struct names *names)
{
    BOOL is_used[NAMES_MAX + FIRST_NUMBER + 1] = { FALSE };
    UCHAR number = FIRST_NUMBER;

    for (WORD i = 0; i < names->count; i++)
    {
        is_used[names->list[i].name_num] = TRUE;
    }
    while (is_used[number])
    {
        number++;
    }
    return number;
}

static UCHAR append_name(struct names *names, NCB *ncb, UCHAR flags)
{
    UCHAR max = names->max ? names->max : NAME_MAX_DEFAULT;
    NAME_BUFFER *added = &names->list[names->count];

    if (find_name(names, ncb->ncb_name))
    {
        return NRC_DUPNAME;
    }
    if (names->count >= (max < NAMES_MAX ? max : NAMES_MAX))
    {
        return NRC_NAMTFUL;
    }
    memcpy(added->name, ncb->ncb_name, NCBNAMSZ);
    added->name_num = unused_number(names);
    added->name_flags = flags;
    ncb->ncb_num = added->name_num;
    names->count++;
    return NRC_GOODRET;
}

static UCHAR add_name(NCB *ncb, UCHAR flags)
{
    struct names **place = &names_of_adapters[ncb->ncb_lana_num];
    UCHAR result = NRC_NORES;

    if (ncb->ncb_name[0] == '*' || !ncb->ncb_name[0])
    {
        return NRC_NOWILD;
    }
    AcquireSRWLockExclusive(&names_lock);
    if (!*place)
    {
        *place = calloc(1, sizeof(**place));
    }
    if (*place)
    {
        result = append_name(*place, ncb, flags);
    }
    ReleaseSRWLockExclusive(&names_lock);
    return result;
}

UCHAR netbios_add_name(struct netbios_command *command)
{
    return add_name(command->ncb, UNIQUE_NAME | REGISTERED);
}

UCHAR netbios_add_group_name(struct netbios_command *command)
{
    return add_name(command->ncb, GROUP_NAME | REGISTERED);
}

BOOL netbios_name_remove(UCHAR lana, const UCHAR name[NCBNAMSZ])
{
    struct names *names = NULL;
    NAME_BUFFER *found = NULL;

    AcquireSRWLockExclusive(&names_lock);
    names = names_of_adapters[lana];
    found = find_name(names, name);
    if (found)
    {
        *found = names->list[--names->count];
    }
    ReleaseSRWLockExclusive(&names_lock);
    return found != NULL;
}

void netbios_names_reset(UCHAR lana, UCHAR name_max)
{
    AcquireSRWLockExclusive(&names_lock);
    free(names_of_adapters[lana]);
    names_of_adapters[lana] = calloc(1, sizeof(**names_of_adapters));
    if (names_of_adapters[lana])
    {
        names_of_adapters[lana]->max = name_max;
    }
    ReleaseSRWLockExclusive(&names_lock);
}

void netbios_names_forget(void)
{
    AcquireSRWLockExclusive(&names_lock);
    for (size_t i = 0; i < ARRAYSIZE(names_of_adapters); i++)
    {
        free(names_of_adapters[i]);
        names_of_adapters[i] = NULL;
    }
    ReleaseSRWLockExclusive(&names_lock);
}

WORD netbios_names_copy(UCHAR lana, NAME_BUFFER *names, size_t room)
{
    const struct names *own = NULL;
    WORD count = 0;

    AcquireSRWLockShared(&names_lock);
    own = names_of_adapters[lana];
    count = own ? own->count : 0;
    if (count)
    {
        memcpy(names, own->list, (count < room ? count : room) * sizeof(*names));
    }
    ReleaseSRWLockShared(&names_lock);
    return count;
}

UCHAR netbios_name_number(UCHAR lana, const UCHAR name[NCBNAMSZ])
{
    const NAME_BUFFER *found = NULL;
    UCHAR number = 0;

    AcquireSRWLockShared(&names_lock);
    found = find_name(names_of_adapters[lana], name);
    number = found ? found->name_num : 0;
    ReleaseSRWLockShared(&names_lock);
    return number;
}
