/*
 * The Security Account Manager: what is known of a domain, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr_domain.h"

/* ---- Domains --------------------------------------------------------------------------------- */

#define F(member, type) NDR_FIELD(struct samr_domain_password, member, type)
static const struct ndr_field domain_password_fields[] = {
    F(minimum_length, ndr_u16),        F(history_length, ndr_u16),        F(properties, ndr_u32),
    F(maximum_age, ndr_large_integer), F(minimum_age, ndr_large_integer),
};
#undef F
static const struct ndr_type domain_password =
    NDR_STRUCTURE_OF(struct samr_domain_password, domain_password_fields);

#define F(member, type) NDR_FIELD(struct samr_domain_general, member, type)
static const struct ndr_field domain_general_fields[] = {
    F(force_logoff, ndr_large_integer),
    F(oem_information, ndr_unicode_string),
    F(domain_name, ndr_unicode_string),
    F(replica_source, ndr_unicode_string),
    F(modified_count, ndr_large_integer),
    F(server_state, ndr_u32),
    F(server_role, ndr_u32),
    F(uas_compatibility_required, ndr_u8),
    F(user_count, ndr_u32),
    F(group_count, ndr_u32),
    F(alias_count, ndr_u32),
};
#undef F
static const struct ndr_type domain_general =
    NDR_STRUCTURE_OF(struct samr_domain_general, domain_general_fields);

#define F(member) NDR_FIELD(struct samr_domain_modified, member, ndr_large_integer)
static const struct ndr_field domain_modified_fields[] = {
    F(modified_count),
    F(creation_time),
};
static const struct ndr_field domain_modified_2_fields[] = {
    F(modified_count),
    F(creation_time),
    F(modified_count_at_last_promotion),
};
#undef F
static const struct ndr_type domain_modified =
    NDR_STRUCTURE_OF(struct samr_domain_modified, domain_modified_fields);
static const struct ndr_type domain_modified_2 =
    NDR_STRUCTURE_OF(struct samr_domain_modified, domain_modified_2_fields);

#define F(member, type) NDR_FIELD(struct samr_domain_lockout, member, type)
static const struct ndr_field domain_lockout_fields[] = {
    F(duration, ndr_u64),
    F(observation_window, ndr_u64),
    F(threshold, ndr_u16),
};
#undef F
static const struct ndr_type domain_lockout =
    NDR_STRUCTURE_OF(struct samr_domain_lockout, domain_lockout_fields);

#define F(member, type) NDR_FIELD(struct samr_domain_general_2, member, type)
static const struct ndr_field domain_general_2_fields[] = {
    F(general, domain_general),
    F(duration, ndr_u64),
    F(observation_window, ndr_u64),
    F(threshold, ndr_u16),
};
#undef F
static const struct ndr_type domain_general_2 =
    NDR_STRUCTURE_OF(struct samr_domain_general_2, domain_general_2_fields);

#define ARM(number, member, type) NDR_ARM(number, union samr_domain_info, member, type)
static const struct ndr_field domain_info_arms[] = {
    ARM(SAMR_DOMAIN_PASSWORD, password, domain_password),
    ARM(SAMR_DOMAIN_GENERAL, general, domain_general),
    ARM(SAMR_DOMAIN_LOGOFF, force_logoff, ndr_large_integer),
    ARM(SAMR_DOMAIN_OEM, oem_information, ndr_unicode_string),
    ARM(SAMR_DOMAIN_NAME, domain_name, ndr_unicode_string),
    ARM(SAMR_DOMAIN_REPLICATION, replica_source, ndr_unicode_string),
    ARM(SAMR_DOMAIN_SERVER_ROLE, server_role, ndr_u16),
    ARM(SAMR_DOMAIN_MODIFIED, modified, domain_modified),
    ARM(SAMR_DOMAIN_STATE, server_state, ndr_u16),
    ARM(SAMR_DOMAIN_GENERAL_2, general_2, domain_general_2),
    ARM(SAMR_DOMAIN_LOCKOUT, lockout, domain_lockout),
    ARM(SAMR_DOMAIN_MODIFIED_2, modified, domain_modified_2),
};
#undef ARM
const struct ndr_type samr_domain_info =
    NDR_UNION_OF(union samr_domain_info, domain_info_arms, sizeof(uint16_t));

/* ---- Lists for display ----------------------------------------------------------------------- */

#define F(member, type) NDR_FIELD(struct samr_display_entry, member, type)
static const struct ndr_field display_user_fields[] = {
    F(index, ndr_u32),
    F(rid, ndr_u32),
    F(flags, ndr_u32),
    F(account_name, ndr_unicode_string),
    F(admin_comment, ndr_unicode_string),
    F(full_name, ndr_unicode_string),
};
static const struct ndr_field display_entry_fields[] = {
    F(index, ndr_u32),
    F(rid, ndr_u32),
    F(flags, ndr_u32),
    F(account_name, ndr_unicode_string),
    F(admin_comment, ndr_unicode_string),
};
#undef F
static const struct ndr_type display_user =
    NDR_STRUCTURE_OF(struct samr_display_entry, display_user_fields);
static const struct ndr_type display_users = NDR_ARRAY_OF(display_user);
static const struct ndr_type unique_display_users = NDR_POINTER_TO(display_users);
static const struct ndr_type display_entry =
    NDR_STRUCTURE_OF(struct samr_display_entry, display_entry_fields);
static const struct ndr_type display_entries = NDR_ARRAY_OF(display_entry);
static const struct ndr_type unique_display_entries = NDR_POINTER_TO(display_entries);

#define F(member, type, ...) NDR_FIELD(struct samr_display_list, member, type, __VA_ARGS__)
static const struct ndr_field user_list_fields[] = {
    F(count, ndr_u32),
    F(entries, unique_display_users, .governed_by = NDR_PLACE(struct samr_display_list, count)),
};
static const struct ndr_field entry_list_fields[] = {
    F(count, ndr_u32),
    F(entries, unique_display_entries, .governed_by = NDR_PLACE(struct samr_display_list, count)),
};
#undef F
static const struct ndr_type user_list =
    NDR_STRUCTURE_OF(struct samr_display_list, user_list_fields);
static const struct ndr_type entry_list =
    NDR_STRUCTURE_OF(struct samr_display_list, entry_list_fields);

static const struct ndr_field display_info_arms[] = {
    NDR_ARM(SAMR_DISPLAY_USER, union samr_display_info, list, user_list),
    NDR_ARM(SAMR_DISPLAY_MACHINE, union samr_display_info, list, entry_list),
    NDR_ARM(SAMR_DISPLAY_GROUP, union samr_display_info, list, entry_list),
};
const struct ndr_type samr_display_info =
    NDR_UNION_OF(union samr_display_info, display_info_arms, sizeof(uint16_t));
