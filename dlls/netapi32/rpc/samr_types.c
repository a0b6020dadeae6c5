/*
 * The Security Account Manager: structures that more than one method uses, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr_types.h"

#define F(member, type, ...) NDR_FIELD(struct samr_security_descriptor, member, type, __VA_ARGS__)
static const struct ndr_field security_descriptor_fields[] = {
    F(length, ndr_u32),
    F(descriptor, ndr_unique_bytes,
      .governed_by = NDR_PLACE(struct samr_security_descriptor, length)),
};
#undef F
const struct ndr_type samr_security_descriptor =
    NDR_STRUCTURE_OF(struct samr_security_descriptor, security_descriptor_fields);

static const struct ndr_type numbers = NDR_ARRAY_OF(ndr_u32);
static const struct ndr_type unique_numbers = NDR_POINTER_TO(numbers);

#define F(member, type, ...) NDR_FIELD(struct samr_number_array, member, type, __VA_ARGS__)
static const struct ndr_field number_array_fields[] = {
    F(count, ndr_u32),
    F(numbers, unique_numbers, .governed_by = NDR_PLACE(struct samr_number_array, count)),
};
#undef F
const struct ndr_type samr_number_array =
    NDR_STRUCTURE_OF(struct samr_number_array, number_array_fields);

/* Of SAMPR_SID_INFORMATION, which is a structure of one pointer. */
static const struct ndr_type sids = NDR_ARRAY_OF(ndr_unique_sid);
static const struct ndr_type unique_sids = NDR_POINTER_TO(sids);

#define F(member, type, ...) NDR_FIELD(struct samr_sid_array, member, type, __VA_ARGS__)
static const struct ndr_field sid_array_fields[] = {
    F(count, ndr_u32),
    F(sids, unique_sids, .governed_by = NDR_PLACE(struct samr_sid_array, count)),
};
#undef F
const struct ndr_type samr_sid_array = NDR_STRUCTURE_OF(struct samr_sid_array, sid_array_fields);

static const struct ndr_type strings = NDR_ARRAY_OF(ndr_unicode_string);
static const struct ndr_type unique_strings = NDR_POINTER_TO(strings);

#define F(member, type, ...) NDR_FIELD(struct samr_string_array, member, type, __VA_ARGS__)
static const struct ndr_field string_array_fields[] = {
    F(count, ndr_u32),
    F(strings, unique_strings, .governed_by = NDR_PLACE(struct samr_string_array, count)),
};
#undef F
const struct ndr_type samr_string_array =
    NDR_STRUCTURE_OF(struct samr_string_array, string_array_fields);

static const struct ndr_field rid_name_fields[] = {
    NDR_FIELD(struct samr_rid_name, rid, ndr_u32),
    NDR_FIELD(struct samr_rid_name, name, ndr_unicode_string),
};
static const struct ndr_type rid_name = NDR_STRUCTURE_OF(struct samr_rid_name, rid_name_fields);
static const struct ndr_type rid_names = NDR_ARRAY_OF(rid_name);
static const struct ndr_type unique_rid_names = NDR_POINTER_TO(rid_names);

#define F(member, type, ...) NDR_FIELD(struct samr_enumeration, member, type, __VA_ARGS__)
static const struct ndr_field enumeration_fields[] = {
    F(count, ndr_u32),
    F(entries, unique_rid_names, .governed_by = NDR_PLACE(struct samr_enumeration, count)),
};
#undef F
const struct ndr_type samr_enumeration =
    NDR_STRUCTURE_OF(struct samr_enumeration, enumeration_fields);

static const struct ndr_field user_domain_password_fields[] = {
    NDR_FIELD(struct samr_user_domain_password, minimum_length, ndr_u16),
    NDR_FIELD(struct samr_user_domain_password, properties, ndr_u32),
};
const struct ndr_type samr_user_domain_password =
    NDR_STRUCTURE_OF(struct samr_user_domain_password, user_domain_password_fields);
