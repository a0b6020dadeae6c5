/*
 * The structures of users and groups that the level tables fill are Windows' own: proven when this is
 * compiled, for both widths.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>

#include "levels/account_rule_levels.h"
#include "levels/display_levels.h"
#include "levels/group_levels.h"
#include "levels/same_layout.h"
#include "levels/user_levels.h"
#include "wine/test.h"

/* A structure that is the beginning of another's. */
#define ASSERT_SIZE_BEFORE(structure, next, windows_structure)                                     \
    _Static_assert(INFO_SIZE_BEFORE(structure, next) == sizeof(windows_structure),                 \
                   #windows_structure)

/* ---- Users ------------------------------------------------------------------------------- */

ASSERT_SIZE_BEFORE(user_info_3, password, USER_INFO_0);
ASSERT_SAME_PLACE(user_info_3, name, USER_INFO_0, usri0_name);

ASSERT_SIZE_BEFORE(user_info_3, auth_flags, USER_INFO_1);
ASSERT_SAME_PLACE(user_info_3, name, USER_INFO_1, usri1_name);
ASSERT_SAME_PLACE(user_info_3, password, USER_INFO_1, usri1_password);
ASSERT_SAME_PLACE(user_info_3, password_age, USER_INFO_1, usri1_password_age);
ASSERT_SAME_PLACE(user_info_3, privilege, USER_INFO_1, usri1_priv);
ASSERT_SAME_PLACE(user_info_3, home_folder, USER_INFO_1, usri1_home_dir);
ASSERT_SAME_PLACE(user_info_3, comment, USER_INFO_1, usri1_comment);
ASSERT_SAME_PLACE(user_info_3, flags, USER_INFO_1, usri1_flags);
ASSERT_SAME_PLACE(user_info_3, script_path, USER_INFO_1, usri1_script_path);

ASSERT_SIZE_BEFORE(user_info_3, relative_id, USER_INFO_2);
ASSERT_SAME_PLACE(user_info_3, name, USER_INFO_2, usri2_name);
ASSERT_SAME_PLACE(user_info_3, password, USER_INFO_2, usri2_password);
ASSERT_SAME_PLACE(user_info_3, password_age, USER_INFO_2, usri2_password_age);
ASSERT_SAME_PLACE(user_info_3, privilege, USER_INFO_2, usri2_priv);
ASSERT_SAME_PLACE(user_info_3, home_folder, USER_INFO_2, usri2_home_dir);
ASSERT_SAME_PLACE(user_info_3, comment, USER_INFO_2, usri2_comment);
ASSERT_SAME_PLACE(user_info_3, flags, USER_INFO_2, usri2_flags);
ASSERT_SAME_PLACE(user_info_3, script_path, USER_INFO_2, usri2_script_path);
ASSERT_SAME_PLACE(user_info_3, auth_flags, USER_INFO_2, usri2_auth_flags);
ASSERT_SAME_PLACE(user_info_3, full_name, USER_INFO_2, usri2_full_name);
ASSERT_SAME_PLACE(user_info_3, user_comment, USER_INFO_2, usri2_usr_comment);
ASSERT_SAME_PLACE(user_info_3, parameters, USER_INFO_2, usri2_parms);
ASSERT_SAME_PLACE(user_info_3, workstations, USER_INFO_2, usri2_workstations);
ASSERT_SAME_PLACE(user_info_3, last_logon, USER_INFO_2, usri2_last_logon);
ASSERT_SAME_PLACE(user_info_3, last_logoff, USER_INFO_2, usri2_last_logoff);
ASSERT_SAME_PLACE(user_info_3, expires, USER_INFO_2, usri2_acct_expires);
ASSERT_SAME_PLACE(user_info_3, storage_max, USER_INFO_2, usri2_max_storage);
ASSERT_SAME_PLACE(user_info_3, units_per_week, USER_INFO_2, usri2_units_per_week);
ASSERT_SAME_PLACE(user_info_3, logon_hours, USER_INFO_2, usri2_logon_hours);
ASSERT_SAME_PLACE(user_info_3, bad_password_count, USER_INFO_2, usri2_bad_pw_count);
ASSERT_SAME_PLACE(user_info_3, logon_count, USER_INFO_2, usri2_num_logons);
ASSERT_SAME_PLACE(user_info_3, logon_server, USER_INFO_2, usri2_logon_server);
ASSERT_SAME_PLACE(user_info_3, country_code, USER_INFO_2, usri2_country_code);
ASSERT_SAME_PLACE(user_info_3, code_page, USER_INFO_2, usri2_code_page);

ASSERT_SAME_SIZE(user_info_3, USER_INFO_3);
ASSERT_SAME_PLACE(user_info_3, name, USER_INFO_3, usri3_name);
ASSERT_SAME_PLACE(user_info_3, password, USER_INFO_3, usri3_password);
ASSERT_SAME_PLACE(user_info_3, password_age, USER_INFO_3, usri3_password_age);
ASSERT_SAME_PLACE(user_info_3, privilege, USER_INFO_3, usri3_priv);
ASSERT_SAME_PLACE(user_info_3, home_folder, USER_INFO_3, usri3_home_dir);
ASSERT_SAME_PLACE(user_info_3, comment, USER_INFO_3, usri3_comment);
ASSERT_SAME_PLACE(user_info_3, flags, USER_INFO_3, usri3_flags);
ASSERT_SAME_PLACE(user_info_3, script_path, USER_INFO_3, usri3_script_path);
ASSERT_SAME_PLACE(user_info_3, auth_flags, USER_INFO_3, usri3_auth_flags);
ASSERT_SAME_PLACE(user_info_3, full_name, USER_INFO_3, usri3_full_name);
ASSERT_SAME_PLACE(user_info_3, user_comment, USER_INFO_3, usri3_usr_comment);
ASSERT_SAME_PLACE(user_info_3, parameters, USER_INFO_3, usri3_parms);
ASSERT_SAME_PLACE(user_info_3, workstations, USER_INFO_3, usri3_workstations);
ASSERT_SAME_PLACE(user_info_3, last_logon, USER_INFO_3, usri3_last_logon);
ASSERT_SAME_PLACE(user_info_3, last_logoff, USER_INFO_3, usri3_last_logoff);
ASSERT_SAME_PLACE(user_info_3, expires, USER_INFO_3, usri3_acct_expires);
ASSERT_SAME_PLACE(user_info_3, storage_max, USER_INFO_3, usri3_max_storage);
ASSERT_SAME_PLACE(user_info_3, units_per_week, USER_INFO_3, usri3_units_per_week);
ASSERT_SAME_PLACE(user_info_3, logon_hours, USER_INFO_3, usri3_logon_hours);
ASSERT_SAME_PLACE(user_info_3, bad_password_count, USER_INFO_3, usri3_bad_pw_count);
ASSERT_SAME_PLACE(user_info_3, logon_count, USER_INFO_3, usri3_num_logons);
ASSERT_SAME_PLACE(user_info_3, logon_server, USER_INFO_3, usri3_logon_server);
ASSERT_SAME_PLACE(user_info_3, country_code, USER_INFO_3, usri3_country_code);
ASSERT_SAME_PLACE(user_info_3, code_page, USER_INFO_3, usri3_code_page);
ASSERT_SAME_PLACE(user_info_3, relative_id, USER_INFO_3, usri3_user_id);
ASSERT_SAME_PLACE(user_info_3, primary_group, USER_INFO_3, usri3_primary_group_id);
ASSERT_SAME_PLACE(user_info_3, profile, USER_INFO_3, usri3_profile);
ASSERT_SAME_PLACE(user_info_3, home_drive, USER_INFO_3, usri3_home_dir_drive);
ASSERT_SAME_PLACE(user_info_3, password_expired, USER_INFO_3, usri3_password_expired);

ASSERT_SAME_SIZE(user_info_4, USER_INFO_4);
ASSERT_SAME_PLACE(user_info_4, name, USER_INFO_4, usri4_name);
ASSERT_SAME_PLACE(user_info_4, password, USER_INFO_4, usri4_password);
ASSERT_SAME_PLACE(user_info_4, password_age, USER_INFO_4, usri4_password_age);
ASSERT_SAME_PLACE(user_info_4, privilege, USER_INFO_4, usri4_priv);
ASSERT_SAME_PLACE(user_info_4, home_folder, USER_INFO_4, usri4_home_dir);
ASSERT_SAME_PLACE(user_info_4, comment, USER_INFO_4, usri4_comment);
ASSERT_SAME_PLACE(user_info_4, flags, USER_INFO_4, usri4_flags);
ASSERT_SAME_PLACE(user_info_4, script_path, USER_INFO_4, usri4_script_path);
ASSERT_SAME_PLACE(user_info_4, auth_flags, USER_INFO_4, usri4_auth_flags);
ASSERT_SAME_PLACE(user_info_4, full_name, USER_INFO_4, usri4_full_name);
ASSERT_SAME_PLACE(user_info_4, user_comment, USER_INFO_4, usri4_usr_comment);
ASSERT_SAME_PLACE(user_info_4, parameters, USER_INFO_4, usri4_parms);
ASSERT_SAME_PLACE(user_info_4, workstations, USER_INFO_4, usri4_workstations);
ASSERT_SAME_PLACE(user_info_4, last_logon, USER_INFO_4, usri4_last_logon);
ASSERT_SAME_PLACE(user_info_4, last_logoff, USER_INFO_4, usri4_last_logoff);
ASSERT_SAME_PLACE(user_info_4, expires, USER_INFO_4, usri4_acct_expires);
ASSERT_SAME_PLACE(user_info_4, storage_max, USER_INFO_4, usri4_max_storage);
ASSERT_SAME_PLACE(user_info_4, units_per_week, USER_INFO_4, usri4_units_per_week);
ASSERT_SAME_PLACE(user_info_4, logon_hours, USER_INFO_4, usri4_logon_hours);
ASSERT_SAME_PLACE(user_info_4, bad_password_count, USER_INFO_4, usri4_bad_pw_count);
ASSERT_SAME_PLACE(user_info_4, logon_count, USER_INFO_4, usri4_num_logons);
ASSERT_SAME_PLACE(user_info_4, logon_server, USER_INFO_4, usri4_logon_server);
ASSERT_SAME_PLACE(user_info_4, country_code, USER_INFO_4, usri4_country_code);
ASSERT_SAME_PLACE(user_info_4, code_page, USER_INFO_4, usri4_code_page);
ASSERT_SAME_PLACE(user_info_4, sid, USER_INFO_4, usri4_user_sid);
ASSERT_SAME_PLACE(user_info_4, primary_group, USER_INFO_4, usri4_primary_group_id);
ASSERT_SAME_PLACE(user_info_4, profile, USER_INFO_4, usri4_profile);
ASSERT_SAME_PLACE(user_info_4, home_drive, USER_INFO_4, usri4_home_dir_drive);
ASSERT_SAME_PLACE(user_info_4, password_expired, USER_INFO_4, usri4_password_expired);

ASSERT_SIZE_BEFORE(user_info_11, privilege, USER_INFO_10);
ASSERT_SAME_PLACE(user_info_11, name, USER_INFO_10, usri10_name);
ASSERT_SAME_PLACE(user_info_11, comment, USER_INFO_10, usri10_comment);
ASSERT_SAME_PLACE(user_info_11, user_comment, USER_INFO_10, usri10_usr_comment);
ASSERT_SAME_PLACE(user_info_11, full_name, USER_INFO_10, usri10_full_name);

ASSERT_SAME_SIZE(user_info_11, USER_INFO_11);
ASSERT_SAME_PLACE(user_info_11, name, USER_INFO_11, usri11_name);
ASSERT_SAME_PLACE(user_info_11, comment, USER_INFO_11, usri11_comment);
ASSERT_SAME_PLACE(user_info_11, user_comment, USER_INFO_11, usri11_usr_comment);
ASSERT_SAME_PLACE(user_info_11, full_name, USER_INFO_11, usri11_full_name);
ASSERT_SAME_PLACE(user_info_11, privilege, USER_INFO_11, usri11_priv);
ASSERT_SAME_PLACE(user_info_11, auth_flags, USER_INFO_11, usri11_auth_flags);
ASSERT_SAME_PLACE(user_info_11, password_age, USER_INFO_11, usri11_password_age);
ASSERT_SAME_PLACE(user_info_11, home_folder, USER_INFO_11, usri11_home_dir);
ASSERT_SAME_PLACE(user_info_11, parameters, USER_INFO_11, usri11_parms);
ASSERT_SAME_PLACE(user_info_11, last_logon, USER_INFO_11, usri11_last_logon);
ASSERT_SAME_PLACE(user_info_11, last_logoff, USER_INFO_11, usri11_last_logoff);
ASSERT_SAME_PLACE(user_info_11, bad_password_count, USER_INFO_11, usri11_bad_pw_count);
ASSERT_SAME_PLACE(user_info_11, logon_count, USER_INFO_11, usri11_num_logons);
ASSERT_SAME_PLACE(user_info_11, logon_server, USER_INFO_11, usri11_logon_server);
ASSERT_SAME_PLACE(user_info_11, country_code, USER_INFO_11, usri11_country_code);
ASSERT_SAME_PLACE(user_info_11, workstations, USER_INFO_11, usri11_workstations);
ASSERT_SAME_PLACE(user_info_11, storage_max, USER_INFO_11, usri11_max_storage);
ASSERT_SAME_PLACE(user_info_11, units_per_week, USER_INFO_11, usri11_units_per_week);
ASSERT_SAME_PLACE(user_info_11, logon_hours, USER_INFO_11, usri11_logon_hours);
ASSERT_SAME_PLACE(user_info_11, code_page, USER_INFO_11, usri11_code_page);

ASSERT_SAME_SIZE(user_info_20, USER_INFO_20);
ASSERT_SAME_PLACE(user_info_20, name, USER_INFO_20, usri20_name);
ASSERT_SAME_PLACE(user_info_20, full_name, USER_INFO_20, usri20_full_name);
ASSERT_SAME_PLACE(user_info_20, comment, USER_INFO_20, usri20_comment);
ASSERT_SAME_PLACE(user_info_20, flags, USER_INFO_20, usri20_flags);
ASSERT_SAME_PLACE(user_info_20, relative_id, USER_INFO_20, usri20_user_id);

ASSERT_SAME_SIZE(user_info_23, USER_INFO_23);
ASSERT_SAME_PLACE(user_info_23, name, USER_INFO_23, usri23_name);
ASSERT_SAME_PLACE(user_info_23, full_name, USER_INFO_23, usri23_full_name);
ASSERT_SAME_PLACE(user_info_23, comment, USER_INFO_23, usri23_comment);
ASSERT_SAME_PLACE(user_info_23, flags, USER_INFO_23, usri23_flags);
ASSERT_SAME_PLACE(user_info_23, sid, USER_INFO_23, usri23_user_sid);

ASSERT_SAME_SIZE(user_info_24, USER_INFO_24);
ASSERT_SAME_PLACE(user_info_24, is_internet_identity, USER_INFO_24, usri24_internet_identity);
ASSERT_SAME_PLACE(user_info_24, flags, USER_INFO_24, usri24_flags);
ASSERT_SAME_PLACE(user_info_24, internet_provider, USER_INFO_24, usri24_internet_provider_name);
ASSERT_SAME_PLACE(user_info_24, internet_principal, USER_INFO_24, usri24_internet_principal_name);
ASSERT_SAME_PLACE(user_info_24, sid, USER_INFO_24, usri24_user_sid);

ASSERT_SAME_SIZE(user_info_1020, USER_INFO_1020);
ASSERT_SAME_PLACE(user_info_1020, units_per_week, USER_INFO_1020, usri1020_units_per_week);
ASSERT_SAME_PLACE(user_info_1020, logon_hours, USER_INFO_1020, usri1020_logon_hours);

/* ---- Groups and members ------------------------------------------------------------------ */

ASSERT_SIZE_BEFORE(group_info_2, comment, GROUP_INFO_0);
ASSERT_SAME_PLACE(group_info_2, name, GROUP_INFO_0, grpi0_name);

ASSERT_SIZE_BEFORE(group_info_2, relative_id, GROUP_INFO_1);
ASSERT_SAME_PLACE(group_info_2, name, GROUP_INFO_1, grpi1_name);
ASSERT_SAME_PLACE(group_info_2, comment, GROUP_INFO_1, grpi1_comment);

ASSERT_SAME_SIZE(group_info_2, GROUP_INFO_2);
ASSERT_SAME_PLACE(group_info_2, name, GROUP_INFO_2, grpi2_name);
ASSERT_SAME_PLACE(group_info_2, comment, GROUP_INFO_2, grpi2_comment);
ASSERT_SAME_PLACE(group_info_2, relative_id, GROUP_INFO_2, grpi2_group_id);
ASSERT_SAME_PLACE(group_info_2, attributes, GROUP_INFO_2, grpi2_attributes);

ASSERT_SAME_SIZE(group_info_3, GROUP_INFO_3);
ASSERT_SAME_PLACE(group_info_3, name, GROUP_INFO_3, grpi3_name);
ASSERT_SAME_PLACE(group_info_3, comment, GROUP_INFO_3, grpi3_comment);
ASSERT_SAME_PLACE(group_info_3, sid, GROUP_INFO_3, grpi3_group_sid);
ASSERT_SAME_PLACE(group_info_3, attributes, GROUP_INFO_3, grpi3_attributes);

ASSERT_SIZE_BEFORE(group_info_2, comment, LOCALGROUP_INFO_0);
ASSERT_SAME_PLACE(group_info_2, name, LOCALGROUP_INFO_0, lgrpi0_name);

ASSERT_SIZE_BEFORE(group_info_2, relative_id, LOCALGROUP_INFO_1);
ASSERT_SAME_PLACE(group_info_2, name, LOCALGROUP_INFO_1, lgrpi1_name);
ASSERT_SAME_PLACE(group_info_2, comment, LOCALGROUP_INFO_1, lgrpi1_comment);

ASSERT_SIZE_BEFORE(group_users_info_1, attributes, GROUP_USERS_INFO_0);
ASSERT_SAME_PLACE(group_users_info_1, name, GROUP_USERS_INFO_0, grui0_name);

ASSERT_SAME_SIZE(group_users_info_1, GROUP_USERS_INFO_1);
ASSERT_SAME_PLACE(group_users_info_1, name, GROUP_USERS_INFO_1, grui1_name);
ASSERT_SAME_PLACE(group_users_info_1, attributes, GROUP_USERS_INFO_1, grui1_attributes);

ASSERT_SIZE_BEFORE(group_users_info_1, attributes, LOCALGROUP_USERS_INFO_0);
ASSERT_SAME_PLACE(group_users_info_1, name, LOCALGROUP_USERS_INFO_0, lgrui0_name);

ASSERT_SAME_SIZE(localgroup_members_info_0, LOCALGROUP_MEMBERS_INFO_0);
ASSERT_SAME_PLACE(localgroup_members_info_0, sid, LOCALGROUP_MEMBERS_INFO_0, lgrmi0_sid);

ASSERT_SAME_SIZE(localgroup_members_info_1, LOCALGROUP_MEMBERS_INFO_1);
ASSERT_SAME_PLACE(localgroup_members_info_1, sid, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sid);
ASSERT_SAME_PLACE(localgroup_members_info_1, use, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sidusage);
ASSERT_SAME_PLACE(localgroup_members_info_1, name, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_name);

ASSERT_SAME_SIZE(localgroup_members_info_2, LOCALGROUP_MEMBERS_INFO_2);
ASSERT_SAME_PLACE(localgroup_members_info_2, sid, LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sid);
ASSERT_SAME_PLACE(localgroup_members_info_2, use, LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sidusage);
ASSERT_SAME_PLACE(localgroup_members_info_2, domain_name, LOCALGROUP_MEMBERS_INFO_2,
                  lgrmi2_domainandname);

ASSERT_SAME_SIZE(localgroup_members_info_3, LOCALGROUP_MEMBERS_INFO_3);
ASSERT_SAME_PLACE(localgroup_members_info_3, domain_name, LOCALGROUP_MEMBERS_INFO_3,
                  lgrmi3_domainandname);

/* ---- Rules ------------------------------------------------------------------------------- */

ASSERT_SAME_SIZE(user_modals_info_0, USER_MODALS_INFO_0);
ASSERT_SAME_PLACE(user_modals_info_0, password_length_min, USER_MODALS_INFO_0,
                  usrmod0_min_passwd_len);
ASSERT_SAME_PLACE(user_modals_info_0, password_age_max, USER_MODALS_INFO_0, usrmod0_max_passwd_age);
ASSERT_SAME_PLACE(user_modals_info_0, password_age_min, USER_MODALS_INFO_0, usrmod0_min_passwd_age);
ASSERT_SAME_PLACE(user_modals_info_0, force_logoff, USER_MODALS_INFO_0, usrmod0_force_logoff);
ASSERT_SAME_PLACE(user_modals_info_0, password_history, USER_MODALS_INFO_0,
                  usrmod0_password_hist_len);

ASSERT_SAME_SIZE(user_modals_info_1, USER_MODALS_INFO_1);
ASSERT_SAME_PLACE(user_modals_info_1, role, USER_MODALS_INFO_1, usrmod1_role);
ASSERT_SAME_PLACE(user_modals_info_1, primary, USER_MODALS_INFO_1, usrmod1_primary);

ASSERT_SAME_SIZE(user_modals_info_2, USER_MODALS_INFO_2);
ASSERT_SAME_PLACE(user_modals_info_2, domain, USER_MODALS_INFO_2, usrmod2_domain_name);
ASSERT_SAME_PLACE(user_modals_info_2, domain_sid, USER_MODALS_INFO_2, usrmod2_domain_id);

ASSERT_SAME_SIZE(user_modals_info_3, USER_MODALS_INFO_3);
ASSERT_SAME_PLACE(user_modals_info_3, lockout_duration, USER_MODALS_INFO_3,
                  usrmod3_lockout_duration);
ASSERT_SAME_PLACE(user_modals_info_3, lockout_window, USER_MODALS_INFO_3,
                  usrmod3_lockout_observation_window);
ASSERT_SAME_PLACE(user_modals_info_3, lockout_threshold, USER_MODALS_INFO_3,
                  usrmod3_lockout_threshold);

/* ---- Lists for display ------------------------------------------------------------------- */

ASSERT_SAME_SIZE(net_display_user, NET_DISPLAY_USER);
ASSERT_SAME_PLACE(net_display_user, name, NET_DISPLAY_USER, usri1_name);
ASSERT_SAME_PLACE(net_display_user, comment, NET_DISPLAY_USER, usri1_comment);
ASSERT_SAME_PLACE(net_display_user, flags, NET_DISPLAY_USER, usri1_flags);
ASSERT_SAME_PLACE(net_display_user, full_name, NET_DISPLAY_USER, usri1_full_name);
ASSERT_SAME_PLACE(net_display_user, relative_id, NET_DISPLAY_USER, usri1_user_id);
ASSERT_SAME_PLACE(net_display_user, next_index, NET_DISPLAY_USER, usri1_next_index);

ASSERT_SAME_SIZE(net_display_machine, NET_DISPLAY_MACHINE);
ASSERT_SAME_PLACE(net_display_machine, name, NET_DISPLAY_MACHINE, usri2_name);
ASSERT_SAME_PLACE(net_display_machine, comment, NET_DISPLAY_MACHINE, usri2_comment);
ASSERT_SAME_PLACE(net_display_machine, flags, NET_DISPLAY_MACHINE, usri2_flags);
ASSERT_SAME_PLACE(net_display_machine, relative_id, NET_DISPLAY_MACHINE, usri2_user_id);
ASSERT_SAME_PLACE(net_display_machine, next_index, NET_DISPLAY_MACHINE, usri2_next_index);

ASSERT_SAME_SIZE(net_display_group, NET_DISPLAY_GROUP);
ASSERT_SAME_PLACE(net_display_group, name, NET_DISPLAY_GROUP, grpi3_name);
ASSERT_SAME_PLACE(net_display_group, comment, NET_DISPLAY_GROUP, grpi3_comment);
ASSERT_SAME_PLACE(net_display_group, relative_id, NET_DISPLAY_GROUP, grpi3_group_id);
ASSERT_SAME_PLACE(net_display_group, flags, NET_DISPLAY_GROUP, grpi3_attributes);
ASSERT_SAME_PLACE(net_display_group, next_index, NET_DISPLAY_GROUP, grpi3_next_index);

START_TEST(layouts_accounts)
{
    ok(TRUE, "It compiled.\n");
}
