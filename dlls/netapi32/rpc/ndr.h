/*
 * NDR 2.0: the representation of parameters on the wire, described as data.
 * [C706] chapter 14, [MS-RPCE] 2.2.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A type says what stands on the wire and what holds it in memory; an operation is a list of
 * parameters with their places in one C structure. One encoder and one decoder serve them all, in
 * both directions: a client encodes what goes in and decodes what comes out, and tests do the rest.
 *
 * What a type is in memory:
 *
 *   NDR_U8, U16, U32, U64, LARGE_INTEGER   uint8_t, uint16_t, uint32_t, uint64_t
 *   NDR_STRING, NDR_UNICODE_STRING         struct utf16_slice, without the terminator
 *   NDR_SID, NDR_BYTES                     struct bytes
 *   NDR_GUID, NDR_CONTEXT_HANDLE           uint8_t[16], struct context_handle, as on the wire
 *   NDR_FIXED_ARRAY                        its elements
 *   NDR_ARRAY                              a pointer to its elements
 *   NDR_STRUCTURE, NDR_UNION               a C structure, a C union
 *   NDR_POINTER                            NULL for none; a pointer to what it points to, but of a
 *                                          string, a SID, bytes or an array it is that itself
 *   NDR_NULL                               nothing
 *   NDR_LEVEL_STRUCTURE                    a row of the family
 *   NDR_LEVEL_LIST, NDR_LEVEL_ROW          struct ndr_level_list; a pointer to a row
 *
 * Decoded strings, SIDs and bytes are parts of the message; everything else lies in an arena.
 */
#ifndef NETAPI32_RPC_NDR_H
#define NETAPI32_RPC_NDR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/utf16.h"
#include "base/wire.h"
#include "levels/level.h"
#include "levels/list.h"

enum ndr_kind
{
    NDR_U8,
    NDR_U16, /* and an enumeration */
    NDR_U32, /* and an enumeration with [v1_enum] */
    NDR_U64,
    NDR_LARGE_INTEGER,        /* OLD_LARGE_INTEGER: two 32-bit halves */
    NDR_STRING,               /* [string] wchar_t: conformant and varying */
    NDR_VARYING_STRING,       /* [string] wchar_t[n]: varying only */
    NDR_UNICODE_STRING,       /* RPC_UNICODE_STRING, [MS-DTYP] 2.3.10 */
    NDR_UNICODE_STRING_LARGE, /* with a maximum length that counts the terminator */
    NDR_SID,                  /* RPC_SID, [MS-DTYP] 2.4.2.3 */
    NDR_BYTES,                /* a conformant array of bytes */
    NDR_GUID,
    NDR_CONTEXT_HANDLE,
    NDR_FIXED_ARRAY,
    /* Conformant, or conformant and varying. One that is the last member of a structure (and not a
     * pointer to one) is conformant alone. */
    NDR_ARRAY,
    NDR_STRUCTURE,
    /* [switch_is]: the discriminant comes before it; as [ms_union] of [MS-RPCE] has it, each arm is
     * aligned as the widest of them. */
    NDR_UNION,
    /* [unique]. A parameter that is a reference is what it refers to; embedded references and full
     * pointers stand in none of the interfaces. */
    NDR_POINTER,
    NDR_NULL,            /* a pointer that is never anything but NULL */
    NDR_LEVEL_STRUCTURE, /* the structure of one information level */
    /* The enumeration structures of [MS-SRVS] 2.2.4 and its kin: level, union, container, array. */
    NDR_LEVEL_LIST,
    /* A union of pointers to structures, one for each level: SHARE_INFO and its kin. */
    NDR_LEVEL_ROW,
};

struct ndr_field;

struct ndr_type
{
    enum ndr_kind kind;
    uint32_t size;             /* in memory */
    const struct ndr_type *of; /* what a pointer points to; the elements of an array */
    bool is_varying;           /* of an array: it has an offset and a length of its own */
    uint32_t count;            /* of fields, arms, or elements of a fixed array */
    const struct ndr_field *fields;
    uint32_t tag_size; /* of a union's discriminant on the wire: 2 or 4 */
    const struct info_family *family;
    uint32_t level; /* NDR_LEVEL_STRUCTURE */
};

/* A number in the same C structure, by which another of its members is governed. */
struct ndr_place
{
    uint16_t offset;
    uint8_t size; /* 0: there is none */
    uint8_t unit; /* how much of the number stands for an element, rounded up; 0: one */
};

enum ndr_direction
{
    NDR_IN = 1,
    NDR_OUT = 2,
    NDR_IN_OUT = NDR_IN | NDR_OUT,
};

/* A member of a structure, an arm of a union, or a parameter of an operation. */
struct ndr_field
{
    const char *name;
    const struct ndr_type *type;
    uint32_t offset;
    enum ndr_direction direction; /* of a parameter */
    /* [size_is] of an array or bytes, [switch_is] of a union, the level of a row, or of a list where
     * a parameter of its own says it */
    struct ndr_place governed_by;
    struct ndr_place length_is; /* of a varying array */
    uint32_t maximum;           /* [size_is] of a constant; 0 where governed_by says it */
    uint32_t tag;               /* of an arm */
    bool is_default;            /* of an arm: for every other discriminant as well */
};

struct ndr_operation
{
    uint16_t number;
    const char *name; /* in the specification; NULL: there is no such operation in the table */
    bool only_asks;   /* it changes nothing, so that it may be done again when its answer is lost */
    uint32_t size;    /* of the C structure */
    const struct ndr_field *parameters;
    uint32_t count;
    uint32_t result_offset; /* of the uint32_t that the operation returns */
    uint32_t result_kind;   /* enum ndr_result */
};

/* What an operation returns. */
enum ndr_result
{
    NDR_RESULT_WIN32,
    NDR_RESULT_NTSTATUS,
    NDR_RESULT_NUMBER, /* no status: it always succeeds */
};

/* What a server calls something that is open; all zero: nothing. */
struct context_handle
{
    uint8_t data[20];
};

/* A list of structures of one level. */
struct ndr_level_list
{
    uint32_t level;
    struct info_rows rows; /* of the family of the type */
    /* Set before decoding: rows may stay in the stub, where their level allows that. Then it is
     * `encoded` that they are read with (levels/list.h), and there is no array. */
    bool stays_encoded;
    struct info_encoded *encoded;
};

/* Adds a request (NDR_IN) or a response (NDR_OUT, with the result) to `stub`, which must be empty.
 * ERROR_NOT_ENOUGH_MEMORY; ERROR_INVALID_PARAMETER for what cannot be put on the wire: a count that
 * is not that of its array, a discriminant without an arm, a level that the family has not. */
uint32_t ndr_encode(const struct ndr_operation *operation, enum ndr_direction direction,
                    const void *parameters, struct writer *stub);
/* Reads a request or a response into the structure of its parameters, of which it changes those that
 * go in this direction. Whatever else stands in there must be what was encoded for the request.
 * RPC_X_BAD_STUB_DATA for what breaks the rules; ERROR_NOT_ENOUGH_MEMORY, also beyond the arena's
 * limit. After a failure the parameters of this direction are zero. A response that refuses a level may
 * leave out what the level has; its lists and rows are empty then. */
uint32_t ndr_decode(const struct ndr_operation *operation, enum ndr_direction direction,
                    struct bytes stub, void *parameters, struct arena *arena);
/* What the operation returned, as it stands in the structure of its parameters. */
uint32_t ndr_result(const struct ndr_operation *operation, const void *parameters);

/* ---- Types that every interface uses --------------------------------------------------------- */

extern const struct ndr_type ndr_u8;
extern const struct ndr_type ndr_u16;
extern const struct ndr_type ndr_u32;
extern const struct ndr_type ndr_u64;
extern const struct ndr_type ndr_large_integer;
extern const struct ndr_type ndr_unique_u32;
extern const struct ndr_type ndr_string;         /* [string] wchar_t *, never NULL */
extern const struct ndr_type ndr_unique_string;  /* [string, unique] wchar_t * */
extern const struct ndr_type ndr_varying_string; /* [string] wchar_t[n] */
extern const struct ndr_type ndr_unicode_string;
extern const struct ndr_type ndr_unicode_string_large;
extern const struct ndr_type ndr_unique_unicode_string; /* struct utf16_slice * */
extern const struct ndr_type ndr_sid;
extern const struct ndr_type ndr_unique_sid;
extern const struct ndr_type ndr_bytes;
extern const struct ndr_type ndr_unique_bytes;
extern const struct ndr_type ndr_guid;
extern const struct ndr_type ndr_context_handle;
extern const struct ndr_type ndr_null;

/* ---- How tables are written ------------------------------------------------------------------ */

#define NDR_COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define NDR_PLACE(structure, member)                                                               \
    {                                                                                              \
        .offset = offsetof(structure, member), .size = sizeof(((structure *)0)->member)            \
    }
/* A number of bits, by which bytes are governed. */
#define NDR_BITS_PLACE(structure, member)                                                          \
    {                                                                                              \
        .offset = offsetof(structure, member), .size = sizeof(((structure *)0)->member), .unit = 8 \
    }

/* A member of a structure; what governs it may follow: .governed_by = NDR_PLACE(...). */
#define NDR_FIELD(structure, member, field_type, ...)                                              \
    {                                                                                              \
        .name = #member, .type = &(field_type), .offset = offsetof(structure, member), __VA_ARGS__ \
    }
/* A parameter: way is NDR_IN, NDR_OUT or NDR_IN_OUT. */
#define NDR_PARAMETER(way, structure, member, field_type, ...)                                     \
    {                                                                                              \
        .name = #member, .type = &(field_type), .offset = offsetof(structure, member),             \
        .direction = (way), __VA_ARGS__                                                            \
    }
/* An arm of a union. */
#define NDR_ARM(number, arm_union, member, field_type)                                             \
    {                                                                                              \
        .name = #member, .type = &(field_type), .offset = offsetof(arm_union, member),             \
        .tag = (number)                                                                            \
    }
/* The arm of every discriminant that no arm before it has; it is the last. Tests take `number`. */
#define NDR_DEFAULT_ARM(number, arm_union, member, field_type)                                     \
    {                                                                                              \
        .name = #member, .type = &(field_type), .offset = offsetof(arm_union, member),             \
        .tag = (number), .is_default = true                                                        \
    }
#define NDR_STRUCTURE_OF(structure, structure_fields)                                              \
    {                                                                                              \
        .kind = NDR_STRUCTURE, .size = sizeof(structure), .fields = structure_fields,              \
        .count = NDR_COUNT(structure_fields)                                                       \
    }
#define NDR_UNION_OF(union_type, union_arms, wire_tag_size)                                        \
    {                                                                                              \
        .kind = NDR_UNION, .size = sizeof(union_type), .fields = union_arms,                       \
        .count = NDR_COUNT(union_arms), .tag_size = (wire_tag_size)                                \
    }
#define NDR_POINTER_TO(pointee)                                                                    \
    {                                                                                              \
        .kind = NDR_POINTER, .size = sizeof(void *), .of = &(pointee)                              \
    }
#define NDR_FIXED_BYTES(byte_count)                                                                \
    {                                                                                              \
        .kind = NDR_FIXED_ARRAY, .size = (byte_count), .of = &ndr_u8, .count = (byte_count)        \
    }
#define NDR_ARRAY_OF(element)                                                                      \
    {                                                                                              \
        .kind = NDR_ARRAY, .size = sizeof(void *), .of = &(element)                                \
    }
#define NDR_VARYING_ARRAY_OF(element)                                                              \
    {                                                                                              \
        .kind = NDR_ARRAY, .size = sizeof(void *), .of = &(element), .is_varying = true            \
    }
#define NDR_LEVEL_STRUCTURE_OF(level_family, number, row)                                          \
    {                                                                                              \
        .kind = NDR_LEVEL_STRUCTURE, .size = sizeof(row), .family = &(level_family),               \
        .level = (number)                                                                          \
    }
#define NDR_LEVEL_LIST_OF(level_family)                                                            \
    {                                                                                              \
        .kind = NDR_LEVEL_LIST, .size = sizeof(struct ndr_level_list), .family = &(level_family)   \
    }
#define NDR_LEVEL_ROW_OF(level_family)                                                             \
    {                                                                                              \
        .kind = NDR_LEVEL_ROW, .size = sizeof(void *), .family = &(level_family)                   \
    }
/* An operation whose structure has a member `result`. */
#define NDR_OPERATION(opnum, operation_name, structure, operation_parameters, ...)                 \
    {                                                                                              \
        .number = (opnum), .name = operation_name, .size = sizeof(structure),                      \
        .parameters = operation_parameters, .count = NDR_COUNT(operation_parameters),              \
        .result_offset = offsetof(structure, result), __VA_ARGS__                                  \
    }

#endif
