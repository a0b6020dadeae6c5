/*
 * The tests of netapi32_test.exe
 *
 * session_del ends the session that the others look at, so it stands last.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define STANDALONE
#include "wine/test.h"

extern void func_accounts(void);
extern void func_apibuf(void);
extern void func_dav(void);
extern void func_ds(void);
extern void func_exports(void);
extern void func_netbios(void);
extern void func_netbios_session(void);
extern void func_remote_time(void);
extern void func_schedule(void);
extern void func_session(void);
extern void func_session_access(void);
extern void func_session_network(void);
extern void func_session_resume(void);
extern void func_session_del(void);
extern void func_trace(void);
extern void func_unload(void);
extern void func_version(void);
extern void func_use(void);
extern void func_workstation(void);

const struct test winetest_testlist[] = {
    { "accounts", func_accounts },
    { "apibuf", func_apibuf },
    { "dav", func_dav },
    { "ds", func_ds },
    { "exports", func_exports },
    { "netbios", func_netbios },
    { "netbios_session", func_netbios_session },
    { "remote_time", func_remote_time },
    { "schedule", func_schedule },
    { "session", func_session },
    { "session_access", func_session_access },
    { "session_network", func_session_network },
    { "session_resume", func_session_resume },
    { "trace", func_trace },
    { "unload", func_unload },
    { "version", func_version },
    { "use", func_use },
    { "workstation", func_workstation },
    { "session_del", func_session_del },
    { 0, 0 },
};
