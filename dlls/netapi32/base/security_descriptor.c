/*
 * Security descriptors, self-relative: [MS-DTYP] 2.4.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/security_descriptor.h"

#define REVISION 1 /* of a security descriptor, 2.4.6 */

/* The control flags, 2.4.6 */
#define SE_DACL_PRESENT  0x0004
#define SE_SACL_PRESENT  0x0010
#define SE_SELF_RELATIVE 0x8000

#define HEADER_SIZE 20
#define ALIGNMENT   4 /* of all that a security descriptor consists of */

/* SID, 2.4.2.2 */
#define SID_REVISION            1
#define SID_HEADER_SIZE         8
#define SID_SUB_AUTHORITIES_MAX 15

/* ACL, 2.4.5 */
#define ACL_REVISION_LEAST 2
#define ACL_REVISION_MOST  4
#define ACL_HEADER_SIZE    8

#define ACE_HEADER_SIZE 4
#define ACE_MASK_SIZE   4

/* Object ACEs, 2.4.4.3 */
#define ACE_OBJECT_TYPE_PRESENT           0x1
#define ACE_INHERITED_OBJECT_TYPE_PRESENT 0x2
#define GUID_SIZE                         16

struct header
{
    uint8_t revision;
    uint16_t control;
    uint32_t owner; /* offsets; 0: there is none */
    uint32_t group;
    uint32_t sacl;
    uint32_t dacl;
};

static struct header read_header(struct bytes descriptor)
{
    struct reader reader = reader_over(descriptor.data, descriptor.size);
    struct header header = { .revision = reader_u8(&reader) };

    reader_skip(&reader, sizeof(uint8_t));
    header.control = reader_u16(&reader);
    header.owner = reader_u32(&reader);
    header.group = reader_u32(&reader);
    header.sacl = reader_u32(&reader);
    header.dacl = reader_u32(&reader);
    /* An ACL that is said not to be there is not there, whatever its offset. */
    header.sacl = header.control & SE_SACL_PRESENT ? header.sacl : 0;
    header.dacl = header.control & SE_DACL_PRESENT ? header.dacl : 0;
    return header;
}

static bool header_is_valid(const struct header *header)
{
    return header->revision == REVISION && header->control & SE_SELF_RELATIVE;
}

/* ---- SIDs, ACLs and their entries ------------------------------------------------------------ */

static bool sid_is_valid(struct reader *reader)
{
    uint8_t revision = reader_u8(reader);
    uint8_t sub_authorities = reader_u8(reader);

    reader_skip(reader, SID_HEADER_SIZE - 2 + (size_t)sub_authorities * sizeof(uint32_t));
    return !reader->failed && revision == SID_REVISION &&
           sub_authorities <= SID_SUB_AUTHORITIES_MAX;
}

/* What an ACE has between its header and its SIDs, 2.4.4. */
enum ace_layout
{
    ACE_UNKNOWN,  /* nobody knows; its size is all that can be checked */
    ACE_SIMPLE,   /* an access mask */
    ACE_COMPOUND, /* an access mask and a type; two SIDs */
    ACE_OBJECT,   /* an access mask, flags, the GUIDs that these announce */
};

static const uint8_t ace_layouts[] = {
    [0x00] = ACE_SIMPLE,   /* ACCESS_ALLOWED */
    [0x01] = ACE_SIMPLE,   /* ACCESS_DENIED */
    [0x02] = ACE_SIMPLE,   /* SYSTEM_AUDIT */
    [0x03] = ACE_SIMPLE,   /* SYSTEM_ALARM */
    [0x04] = ACE_COMPOUND, /* ACCESS_ALLOWED_COMPOUND */
    [0x05] = ACE_OBJECT,   /* ACCESS_ALLOWED_OBJECT */
    [0x06] = ACE_OBJECT,   /* ACCESS_DENIED_OBJECT */
    [0x07] = ACE_OBJECT,   /* SYSTEM_AUDIT_OBJECT */
    [0x08] = ACE_OBJECT,   /* SYSTEM_ALARM_OBJECT */
    [0x09] = ACE_SIMPLE,   /* ACCESS_ALLOWED_CALLBACK */
    [0x0a] = ACE_SIMPLE,   /* ACCESS_DENIED_CALLBACK */
    [0x0b] = ACE_OBJECT,   /* ACCESS_ALLOWED_CALLBACK_OBJECT */
    [0x0c] = ACE_OBJECT,   /* ACCESS_DENIED_CALLBACK_OBJECT */
    [0x0d] = ACE_SIMPLE,   /* SYSTEM_AUDIT_CALLBACK */
    [0x0e] = ACE_SIMPLE,   /* SYSTEM_ALARM_CALLBACK */
    [0x0f] = ACE_OBJECT,   /* SYSTEM_AUDIT_CALLBACK_OBJECT */
    [0x10] = ACE_OBJECT,   /* SYSTEM_ALARM_CALLBACK_OBJECT */
    [0x11] = ACE_SIMPLE,   /* SYSTEM_MANDATORY_LABEL */
    [0x12] = ACE_SIMPLE,   /* SYSTEM_RESOURCE_ATTRIBUTE */
    [0x13] = ACE_SIMPLE,   /* SYSTEM_SCOPED_POLICY_ID */
};

static void skip_object_types(struct reader *reader)
{
    uint32_t flags = reader_u32(reader);

    reader_skip(reader, flags & ACE_OBJECT_TYPE_PRESENT ? GUID_SIZE : 0);
    reader_skip(reader, flags & ACE_INHERITED_OBJECT_TYPE_PRESENT ? GUID_SIZE : 0);
}

static bool ace_body_is_valid(uint8_t type, struct reader *reader)
{
    const enum ace_layout layout = type < sizeof(ace_layouts) ? ace_layouts[type] : ACE_UNKNOWN;

    if (layout == ACE_UNKNOWN)
    {
        return true;
    }
    reader_skip(reader, ACE_MASK_SIZE);
    if (layout == ACE_OBJECT)
    {
        skip_object_types(reader);
    }
    if (layout == ACE_COMPOUND)
    {
        reader_skip(reader, sizeof(uint32_t));
    }
    return sid_is_valid(reader) && (layout != ACE_COMPOUND || sid_is_valid(reader));
}

/* Reads one, with all that its size covers. */
static bool ace_is_valid(struct reader *acl)
{
    const uint8_t type = reader_u8(acl);
    struct reader body = { .failed = true };
    size_t size = 0;

    reader_skip(acl, sizeof(uint8_t));
    size = reader_u16(acl);
    if (acl->failed || size < ACE_HEADER_SIZE || size % ALIGNMENT)
    {
        return false;
    }
    body = reader_over(reader_bytes(acl, size - ACE_HEADER_SIZE), size - ACE_HEADER_SIZE);
    return !acl->failed && ace_body_is_valid(type, &body);
}

static bool acl_is_valid(struct reader *reader)
{
    const size_t start = reader->offset;
    const uint8_t revision = reader_u8(reader);
    struct bytes bytes = { NULL, 0 };
    struct reader acl = { .failed = true };
    size_t size = 0;
    size_t count = 0;

    reader_skip(reader, sizeof(uint8_t));
    size = reader_u16(reader);
    count = reader_u16(reader);
    bytes = reader_slice(reader, start, size);
    if (reader->failed || revision < ACL_REVISION_LEAST || revision > ACL_REVISION_MOST ||
        size < ACL_HEADER_SIZE)
    {
        return false;
    }
    acl = reader_over(bytes.data, bytes.size);
    reader_skip(&acl, ACL_HEADER_SIZE);
    for (size_t i = 0; i < count; i++)
    {
        if (!ace_is_valid(&acl))
        {
            return false;
        }
    }
    return true;
}

/* ---- The whole ------------------------------------------------------------------------------- */

static bool part_is_valid(struct bytes descriptor, uint32_t offset,
                          bool (*is_valid)(struct reader *reader))
{
    struct reader reader = reader_over(descriptor.data, descriptor.size);

    if (!offset)
    {
        return true;
    }
    reader_seek(&reader, offset);
    return offset >= HEADER_SIZE && !(offset % ALIGNMENT) && !reader.failed && is_valid(&reader);
}

bool security_descriptor_is_valid(struct bytes descriptor)
{
    const struct header header = read_header(descriptor);

    return descriptor.size >= HEADER_SIZE && header_is_valid(&header) &&
           part_is_valid(descriptor, header.owner, sid_is_valid) &&
           part_is_valid(descriptor, header.group, sid_is_valid) &&
           part_is_valid(descriptor, header.sacl, acl_is_valid) &&
           part_is_valid(descriptor, header.dacl, acl_is_valid);
}

static void cover(size_t *size, size_t offset, size_t part_size)
{
    *size = offset + part_size > *size ? offset + part_size : *size;
}

static void cover_sid(const uint8_t *descriptor, uint32_t offset, size_t *size)
{
    if (offset && offset < SECURITY_DESCRIPTOR_SIZE_MAX)
    {
        cover(size, offset, SID_HEADER_SIZE + descriptor[offset + 1] * sizeof(uint32_t));
    }
}

static void cover_acl(const uint8_t *descriptor, uint32_t offset, size_t *size)
{
    if (offset && offset < SECURITY_DESCRIPTOR_SIZE_MAX)
    {
        struct reader acl = reader_over(descriptor + offset, ACL_HEADER_SIZE);

        reader_skip(&acl, sizeof(uint16_t));
        cover(size, offset, reader_u16(&acl));
    }
}

size_t security_descriptor_size(const void *descriptor)
{
    const struct header header = read_header((struct bytes){ descriptor, HEADER_SIZE });
    size_t size = HEADER_SIZE;

    if (!header_is_valid(&header))
    {
        return 0;
    }
    cover_sid(descriptor, header.owner, &size);
    cover_sid(descriptor, header.group, &size);
    cover_acl(descriptor, header.sacl, &size);
    cover_acl(descriptor, header.dacl, &size);
    return size <= SECURITY_DESCRIPTOR_SIZE_MAX ? size : 0;
}
