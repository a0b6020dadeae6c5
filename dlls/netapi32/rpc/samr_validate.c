/*
 * The Security Account Manager: passwords of applications against a server's rules, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr_validate.h"

#define F(member, type, ...) NDR_FIELD(struct samr_validate_hash, member, type, __VA_ARGS__)
static const struct ndr_field hash_fields[] = {
    F(length, ndr_u32),
    F(hash, ndr_unique_bytes, .governed_by = NDR_PLACE(struct samr_validate_hash, length)),
};
#undef F
static const struct ndr_type hash = NDR_STRUCTURE_OF(struct samr_validate_hash, hash_fields);
static const struct ndr_type hashes = NDR_ARRAY_OF(hash);
static const struct ndr_type unique_hashes = NDR_POINTER_TO(hashes);

#define F(member, type, ...) NDR_FIELD(struct samr_validate_fields, member, type, __VA_ARGS__)
static const struct ndr_field persisted_fields[] = {
    F(present, ndr_u32),
    F(password_last_set, ndr_u64),
    F(bad_password_time, ndr_u64),
    F(lockout_time, ndr_u64),
    F(bad_password_count, ndr_u32),
    F(history_length, ndr_u32),
    F(history, unique_hashes,
      .governed_by = NDR_PLACE(struct samr_validate_fields, history_length)),
};
#undef F
static const struct ndr_type persisted =
    NDR_STRUCTURE_OF(struct samr_validate_fields, persisted_fields);

#define F(member, type) NDR_FIELD(struct samr_validate_request, member, type)
static const struct ndr_field authentication_fields[] = {
    F(fields, persisted),
    F(password_matched, ndr_u8),
};
static const struct ndr_field change_fields[] = {
    F(fields, persisted),
    F(clear_password, ndr_unicode_string_large),
    F(account_name, ndr_unicode_string_large),
    F(hash, hash),
    F(password_matched, ndr_u8),
};
static const struct ndr_field reset_fields[] = {
    F(fields, persisted),
    F(clear_password, ndr_unicode_string_large),
    F(account_name, ndr_unicode_string_large),
    F(hash, hash),
    F(must_change_at_next_logon, ndr_u8),
    F(clear_lockout, ndr_u8),
};
#undef F
static const struct ndr_type authentication =
    NDR_STRUCTURE_OF(struct samr_validate_request, authentication_fields);
static const struct ndr_type change = NDR_STRUCTURE_OF(struct samr_validate_request, change_fields);
static const struct ndr_type reset = NDR_STRUCTURE_OF(struct samr_validate_request, reset_fields);

#define ARM(number, type) NDR_ARM(number, union samr_validate_input, request, type)
static const struct ndr_field input_arms[] = {
    ARM(SAMR_VALIDATE_AUTHENTICATION, authentication),
    ARM(SAMR_VALIDATE_PASSWORD_CHANGE, change),
    ARM(SAMR_VALIDATE_PASSWORD_RESET, reset),
};
#undef ARM
const struct ndr_type samr_validate_input =
    NDR_UNION_OF(union samr_validate_input, input_arms, sizeof(uint16_t));

static const struct ndr_field answer_fields[] = {
    NDR_FIELD(struct samr_validate_answer, fields, persisted),
    NDR_FIELD(struct samr_validate_answer, status, ndr_u16),
};
static const struct ndr_type answer = NDR_STRUCTURE_OF(struct samr_validate_answer, answer_fields);

#define ARM(number) NDR_ARM(number, union samr_validate_output, answer, answer)
static const struct ndr_field output_arms[] = {
    ARM(SAMR_VALIDATE_AUTHENTICATION),
    ARM(SAMR_VALIDATE_PASSWORD_CHANGE),
    ARM(SAMR_VALIDATE_PASSWORD_RESET),
};
#undef ARM
const struct ndr_type samr_validate_output =
    NDR_UNION_OF(union samr_validate_output, output_arms, sizeof(uint16_t));
