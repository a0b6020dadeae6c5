/*
 * What holds for all accounts of this computer: NetUserModalsGet. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/account_call.h"

struct modals
{
    uint32_t password_length_min;
    uint32_t password_age_max; /* s */
    uint32_t password_age_min;
    uint32_t logoff_seconds;
    uint32_t password_history;
    uint32_t role;
    struct utf16_slice primary;
    struct utf16_slice domain;
    struct info_bytes domain_sid;
    uint32_t lockout_seconds;
    uint32_t lockout_window; /* s */
    uint32_t lockout_threshold;
};

#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, modals, field, structure, api_field)

static const struct info_field modals_0[] = {
    F(U32, password_length_min, USER_MODALS_INFO_0, usrmod0_min_passwd_len),
    F(U32, password_age_max, USER_MODALS_INFO_0, usrmod0_max_passwd_age),
    F(U32, password_age_min, USER_MODALS_INFO_0, usrmod0_min_passwd_age),
    F(U32, logoff_seconds, USER_MODALS_INFO_0, usrmod0_force_logoff),
    F(U32, password_history, USER_MODALS_INFO_0, usrmod0_password_hist_len),
};
static const struct info_field modals_1[] = {
    F(U32, role, USER_MODALS_INFO_1, usrmod1_role),
    F(STRING, primary, USER_MODALS_INFO_1, usrmod1_primary),
};
static const struct info_field modals_2[] = {
    F(STRING, domain, USER_MODALS_INFO_2, usrmod2_domain_name),
    F(BYTES, domain_sid, USER_MODALS_INFO_2, usrmod2_domain_id),
};
static const struct info_field modals_3[] = {
    F(U32, lockout_seconds, USER_MODALS_INFO_3, usrmod3_lockout_duration),
    F(U32, lockout_window, USER_MODALS_INFO_3, usrmod3_lockout_observation_window),
    F(U32, lockout_threshold, USER_MODALS_INFO_3, usrmod3_lockout_threshold),
};
static const struct info_level modals_levels[] = {
    INFO_LEVEL(0, USER_MODALS_INFO_0, modals_0),
    INFO_LEVEL(1, USER_MODALS_INFO_1, modals_1),
    INFO_LEVEL(2, USER_MODALS_INFO_2, modals_2),
    INFO_LEVEL(3, USER_MODALS_INFO_3, modals_3),
};
static const struct info_family modals_family = { sizeof(struct modals), modals_levels,
                                                  ARRAYSIZE(modals_levels) };

NET_API_STATUS WINAPI NetUserModalsGet(LPCWSTR servername, DWORD level, LPBYTE *bufptr)
{
    /* No rules for passwords, nobody is logged off or locked out: as the accounts here behave. */
    struct modals row = {
        .password_age_max = TIMEQ_FOREVER,
        .logoff_seconds = TIMEQ_FOREVER,
        .role = UAS_ROLE_PRIMARY,
        .lockout_seconds = 30 * 60,
        .lockout_window = 30 * 60,
    };
    struct accounts *accounts = NULL;
    struct utf16_name computer;
    NET_API_STATUS status = api_info_begin(bufptr, &modals_family, level);

    if (!status)
    {
        status = accounts_call_begin(servername, &accounts);
    }
    if (status)
    {
        return status;
    }
    platform_computer_name(&computer);
    row.domain = utf16_from_name(&computer);
    row.domain_sid = accounts->domain;
    status = api_info_finish(bufptr, &modals_family, level, &row);
    accounts_leave();
    return status;
}
