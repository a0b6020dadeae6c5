/*
 * Windows' security descriptors: whether they are any, and as text ([MS-DTYP] 2.5.1).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only self-relative ones: nobody here makes others.
 */
#include <windows.h>
#include <sddl.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/security_descriptor.h"
#include "base/sid.h"

#define OFFSET_CONTROL 2
#define OFFSET_OWNER   4
#define OFFSET_GROUP   8
#define OFFSET_SACL    12
#define OFFSET_DACL    16

/* Of an ACL, and of an ACE. */
#define ACL_HEADER_SIZE 8
#define ACE_MASK_OFFSET 4
#define ACE_SID_OFFSET  8

static uint16_t u16_at(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t u32_at(const uint8_t *bytes)
{
    return u16_at(bytes) | (uint32_t)u16_at(bytes + 2) << 16;
}

BOOL WINAPI IsValidSecurityDescriptor(PSECURITY_DESCRIPTOR descriptor)
{
    const size_t size = descriptor ? security_descriptor_size(descriptor) : 0;

    return size && security_descriptor_is_valid((struct bytes){ descriptor, size });
}

BOOL WINAPI GetSecurityDescriptorControl(PSECURITY_DESCRIPTOR descriptor,
                                         SECURITY_DESCRIPTOR_CONTROL *control, DWORD *revision)
{
    const uint8_t *bytes = descriptor;

    *control = u16_at(bytes + OFFSET_CONTROL);
    *revision = bytes[0];
    return TRUE;
}

BOOL WINAPI MakeSelfRelativeSD(PSECURITY_DESCRIPTOR absolute, PSECURITY_DESCRIPTOR relative,
                               DWORD *size)
{
    (void)absolute;
    (void)relative;
    *size = 0;
    SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
    return FALSE;
}

/* ---- The words of the language --------------------------------------------------------------- */

struct word
{
    uint32_t value;
    const char *word;
};

static const struct word control_words[] = {
    { SE_DACL_PROTECTED, "P" },
    { SE_DACL_AUTO_INHERIT_REQ, "AR" },
    { SE_DACL_AUTO_INHERITED, "AI" },
    { 0, NULL },
};

static const struct word ace_types[] = {
    { ACCESS_ALLOWED_ACE_TYPE, "A" },          { ACCESS_DENIED_ACE_TYPE, "D" },
    { SYSTEM_AUDIT_ACE_TYPE, "AU" },           { SYSTEM_ALARM_ACE_TYPE, "AL" },
    { SYSTEM_MANDATORY_LABEL_ACE_TYPE, "ML" }, { 0, NULL },
};

static const struct word ace_flags[] = {
    { OBJECT_INHERIT_ACE, "OI" },
    { CONTAINER_INHERIT_ACE, "CI" },
    { NO_PROPAGATE_INHERIT_ACE, "NP" },
    { INHERIT_ONLY_ACE, "IO" },
    { INHERITED_ACE, "ID" },
    { SUCCESSFUL_ACCESS_ACE_FLAG, "SA" },
    { FAILED_ACCESS_ACE_FLAG, "FA" },
    { 0, NULL },
};

/* Rights with a word for all that they are. */
static const struct word rights[] = {
    { FILE_ALL_ACCESS, "FA" },    { FILE_GENERIC_READ, "FR" },
    { FILE_GENERIC_WRITE, "FW" }, { FILE_GENERIC_EXECUTE, "FX" },
    { KEY_ALL_ACCESS, "KA" },     { KEY_READ, "KR" },
    { KEY_WRITE, "KW" },          { 0, NULL },
};

/* Words for single rights, in the order in which they stand behind each other. */
static const struct word right_words[] = {
    { GENERIC_ALL, "GA" },   { GENERIC_EXECUTE, "GX" },
    { GENERIC_WRITE, "GW" }, { GENERIC_READ, "GR" },
    { WRITE_OWNER, "WO" },   { WRITE_DAC, "WD" },
    { READ_CONTROL, "RC" },  { DELETE, "SD" },
    { 0x100, "CR" },         { 0x80, "LO" },
    { 0x40, "DT" },          { 0x20, "WP" },
    { 0x10, "RP" },          { 0x8, "SW" },
    { 0x4, "LC" },           { 0x2, "DC" },
    { 0x1, "CC" },           { 0, NULL },
};

static const struct
{
    const char *sid;
    const char *word;
} sid_words[] = {
    { "S-1-1-0", "WD" },      { "S-1-3-0", "CO" },      { "S-1-3-1", "CG" },
    { "S-1-5-2", "NU" },      { "S-1-5-4", "IU" },      { "S-1-5-6", "SU" },
    { "S-1-5-7", "AN" },      { "S-1-5-9", "ED" },      { "S-1-5-10", "PS" },
    { "S-1-5-11", "AU" },     { "S-1-5-12", "RC" },     { "S-1-5-18", "SY" },
    { "S-1-5-19", "LS" },     { "S-1-5-20", "NS" },     { "S-1-5-32-544", "BA" },
    { "S-1-5-32-545", "BU" }, { "S-1-5-32-546", "BG" }, { "S-1-5-32-547", "PU" },
    { "S-1-5-32-548", "AO" }, { "S-1-5-32-549", "SO" }, { "S-1-5-32-550", "PO" },
    { "S-1-5-32-551", "BO" }, { "S-1-5-32-552", "RE" }, { "S-1-5-32-554", "RU" },
    { "S-1-5-32-555", "RD" }, { "S-1-5-32-556", "NO" }, { "S-1-16-4096", "LW" },
    { "S-1-16-8192", "ME" },  { "S-1-16-12288", "HI" }, { "S-1-16-16384", "SI" },
};

/* ---- Writing ---------------------------------------------------------------------------------- */

/* Text of ASCII that is first measured, then written. */
struct sddl
{
    WCHAR *units; /* NULL: measured only */
    size_t length;
};

static void append(struct sddl *sddl, const char *ascii)
{
    for (; *ascii; ascii++)
    {
        if (sddl->units)
        {
            sddl->units[sddl->length] = (WCHAR)*ascii;
        }
        sddl->length++;
    }
}

/* The words of bits, one behind the other. Returns the bits that no word is for. */
static uint32_t append_words(struct sddl *sddl, const struct word *words, uint32_t bits)
{
    for (; words->word; words++)
    {
        if (bits & words->value)
        {
            append(sddl, words->word);
            bits &= ~words->value;
        }
    }
    return bits;
}

/* The word of a value; false if there is none. */
static bool append_word(struct sddl *sddl, const struct word *words, uint32_t value)
{
    for (; words->word; words++)
    {
        if (words->value == value)
        {
            append(sddl, words->word);
            return true;
        }
    }
    return false;
}

static void append_sid(struct sddl *sddl, const uint8_t *sid)
{
    struct utf16_name name;
    char text[NAME_LENGTH_MAX + 1];

    sid_to_text(sid_of_caller(sid), &name);
    utf16_to_utf8(utf16_from_name(&name), text, sizeof(text));
    for (size_t i = 0; i < ARRAYSIZE(sid_words); i++)
    {
        if (!strcmp(sid_words[i].sid, text))
        {
            append(sddl, sid_words[i].word);
            return;
        }
    }
    append(sddl, text);
}

static void append_rights(struct sddl *sddl, uint32_t mask)
{
    struct sddl measured = { 0 };
    char number[16];

    if (append_word(sddl, rights, mask))
    {
        return;
    }
    if (mask && !append_words(&measured, right_words, mask))
    {
        append_words(sddl, right_words, mask);
        return;
    }
    snprintf(number, sizeof(number), "0x%x", mask);
    append(sddl, number);
}

/* False for one of a type that has no word, which has more than a mask and a SID. */
static bool append_ace(struct sddl *sddl, const uint8_t *ace)
{
    append(sddl, "(");
    if (!append_word(sddl, ace_types, ace[0]))
    {
        return false;
    }
    append(sddl, ";");
    append_words(sddl, ace_flags, ace[1]);
    append(sddl, ";");
    append_rights(sddl, u32_at(ace + ACE_MASK_OFFSET));
    append(sddl, ";;;");
    append_sid(sddl, ace + ACE_SID_OFFSET);
    append(sddl, ")");
    return true;
}

static bool append_acl(struct sddl *sddl, const char *name, uint32_t control, const uint8_t *acl)
{
    const uint8_t *ace = acl + ACL_HEADER_SIZE;

    append(sddl, name);
    append_words(sddl, control_words, control);
    for (size_t i = 0; acl && i < u16_at(acl + 4); i++)
    {
        if (!append_ace(sddl, ace))
        {
            return false;
        }
        ace += u16_at(ace + 2);
    }
    return true;
}

/* What is at an offset that stands there; NULL if there is nothing. */
static const uint8_t *part_at(const uint8_t *descriptor, size_t place)
{
    const uint32_t offset = u32_at(descriptor + place);

    return offset ? descriptor + offset : NULL;
}

static bool append_descriptor(struct sddl *sddl, const uint8_t *descriptor, DWORD parts)
{
    const uint32_t control = u16_at(descriptor + OFFSET_CONTROL);
    const uint8_t *owner = part_at(descriptor, OFFSET_OWNER);
    const uint8_t *group = part_at(descriptor, OFFSET_GROUP);
    bool done = true;

    if (parts & OWNER_SECURITY_INFORMATION && owner)
    {
        append(sddl, "O:");
        append_sid(sddl, owner);
    }
    if (parts & GROUP_SECURITY_INFORMATION && group)
    {
        append(sddl, "G:");
        append_sid(sddl, group);
    }
    if (parts & DACL_SECURITY_INFORMATION && control & SE_DACL_PRESENT)
    {
        done = append_acl(sddl, "D:", control, part_at(descriptor, OFFSET_DACL));
    }
    if (done && parts & SACL_SECURITY_INFORMATION && control & SE_SACL_PRESENT)
    {
        /* Each of its bits is the one above the DACL's. */
        done = append_acl(sddl, "S:", control >> 1, part_at(descriptor, OFFSET_SACL));
    }
    return done;
}

BOOL WINAPI ConvertSecurityDescriptorToStringSecurityDescriptorW(PSECURITY_DESCRIPTOR descriptor,
                                                                 DWORD revision,
                                                                 SECURITY_INFORMATION parts,
                                                                 WCHAR **string, ULONG *length)
{
    struct sddl sddl = { 0 };

    (void)revision;
    if (!IsValidSecurityDescriptor(descriptor) || !append_descriptor(&sddl, descriptor, parts))
    {
        SetLastError(ERROR_INVALID_SECURITY_DESCR);
        return FALSE;
    }
    *string = LocalAlloc(LMEM_ZEROINIT, (sddl.length + 1) * sizeof(WCHAR));
    if (!*string)
    {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    sddl = (struct sddl){ .units = *string };
    append_descriptor(&sddl, descriptor, parts);
    if (length)
    {
        *length = (ULONG)sddl.length + 1;
    }
    return TRUE;
}
