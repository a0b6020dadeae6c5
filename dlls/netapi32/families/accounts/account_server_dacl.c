/*
 * Who may change a user's password: the DACL of the user, [MS-SAMR] 3.1.5.12, [MS-DTYP] 2.4.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_dacl.h"

#include "base/security_descriptor.h"
#include "base/sid.h"
#include "levels/level.h"

#define SE_DACL_PRESENT         0x0004u
#define SE_SELF_RELATIVE        0x8000u
#define REVISION                1
#define ACL_REVISION            2
#define SD_HEADER_SIZE          20u
#define SD_CONTROL_OFFSET       2u
#define SD_DACL_OFFSET          16u
#define ACL_HEADER_SIZE         8u
#define ACE_HEADER_SIZE         8u /* with the mask */
#define ACCESS_ALLOWED_ACE_TYPE 0
#define ACCESS_DENIED_ACE_TYPE  1

/* [MS-SAMR] 2.2.1.7 */
#define USER_CHANGE_PASSWORD 0x00000040u
#define USER_ALL_ACCESS      0x000F07FFu
#define USER_READ            0x0002031Bu /* with USER_LIST_GROUPS and USER_READ_GROUP_INFORMATION */
#define USER_OF_ITSELF       0x00020004u /* READ_CONTROL | USER_WRITE_PREFERENCES */

static const uint8_t everyone[] = { 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
static const uint8_t administrators[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0 };
static const uint8_t account_operators[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x24, 2, 0, 0 };

/* ---- Reading --------------------------------------------------------------------------------- */

struct ace
{
    uint8_t type;
    uint32_t mask;
    struct bytes sid; /* of the types that this code knows */
};

static struct ace next_ace(struct reader *aces)
{
    struct ace ace = { .type = reader_u8(aces) };
    size_t size = 0;

    reader_u8(aces); /* flags */
    size = reader_u16(aces);
    ace.mask = reader_u32(aces);
    ace.sid.size = size > ACE_HEADER_SIZE ? size - ACE_HEADER_SIZE : 0;
    ace.sid.data = reader_bytes(aces, ace.sid.size);
    return ace;
}

/* The entries of the DACL, and how many; none where everybody may everything. */
static bool find_aces(struct bytes descriptor, struct reader *aces, uint16_t *count)
{
    struct reader reader = reader_over(descriptor.data, descriptor.size);
    uint16_t control = 0;
    uint32_t offset = 0;

    if (!security_descriptor_is_valid(descriptor))
    {
        return false;
    }
    reader_bytes(&reader, SD_CONTROL_OFFSET);
    control = reader_u16(&reader);
    reader_bytes(&reader, SD_DACL_OFFSET - SD_CONTROL_OFFSET - sizeof(control));
    offset = reader_u32(&reader);
    *aces = reader_over(descriptor.data, descriptor.size);
    reader_bytes(aces, offset + sizeof(uint32_t));
    *count = reader_u16(aces);
    reader_u16(aces);
    return control & SE_DACL_PRESENT && offset;
}

bool user_dacl_lets_change_password(struct bytes descriptor, struct bytes sid)
{
    const struct bytes all = { everyone, sizeof(everyone) };
    struct reader aces;
    uint16_t count = 0;

    if (!find_aces(descriptor, &aces, &count))
    {
        return true;
    }
    for (; count && !aces.failed; count--)
    {
        const struct ace ace = next_ace(&aces);

        if (!aces.failed && ace.type <= ACCESS_DENIED_ACE_TYPE && ace.mask & USER_CHANGE_PASSWORD &&
            (sid_equal(ace.sid, all) || sid_equal(ace.sid, sid)))
        {
            return ace.type == ACCESS_ALLOWED_ACE_TYPE;
        }
    }
    return false;
}

/* ---- Writing --------------------------------------------------------------------------------- */

static void put_ace(struct writer *writer, uint32_t mask, struct bytes sid)
{
    writer_u8(writer, ACCESS_ALLOWED_ACE_TYPE);
    writer_u8(writer, 0);
    writer_u16(writer, (uint16_t)(ACE_HEADER_SIZE + sid.size));
    writer_u32(writer, mask);
    writer_bytes(writer, sid.data, sid.size);
}

void user_dacl_write(struct writer *writer, struct bytes sid, bool may_change_password)
{
    const uint32_t change = may_change_password ? USER_CHANGE_PASSWORD : 0;
    const struct
    {
        uint32_t mask;
        struct bytes sid;
    } aces[] = {
        { USER_READ | change, { everyone, sizeof(everyone) } },
        { USER_ALL_ACCESS, { administrators, sizeof(administrators) } },
        { USER_ALL_ACCESS, { account_operators, sizeof(account_operators) } },
        { USER_OF_ITSELF | change, sid },
    };
    size_t size = ACL_HEADER_SIZE;

    for (size_t i = 0; i < INFO_COUNT(aces); i++)
    {
        size += ACE_HEADER_SIZE + aces[i].sid.size;
    }
    writer_u8(writer, REVISION);
    writer_u8(writer, 0);
    writer_u16(writer, SE_SELF_RELATIVE | SE_DACL_PRESENT);
    writer_u32(writer, 0); /* no owner, group or SACL */
    writer_u32(writer, 0);
    writer_u32(writer, 0);
    writer_u32(writer, SD_HEADER_SIZE);
    writer_u8(writer, ACL_REVISION);
    writer_u8(writer, 0);
    writer_u16(writer, (uint16_t)size);
    writer_u16(writer, INFO_COUNT(aces));
    writer_u16(writer, 0);
    for (size_t i = 0; i < INFO_COUNT(aces); i++)
    {
        put_ace(writer, aces[i].mask, aces[i].sid);
    }
}
