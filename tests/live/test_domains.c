/*
 * What a Samba server that is in no domain tells of domains: its role, and nothing else.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/controllers.h"
#include "families/directory/logon_control.h"
#include "families/directory/machine_role.h"
#include "families/directory/sites.h"
#include "families/directory/trusts.h"
#include "platform/platform.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/rpcclient.h"

#define STANDALONE_SERVER 2 /* DsRole_RoleStandaloneServer */

static struct target server(void)
{
    struct target target;

    assert_int_equal(target_parse(text_of(SERVER), &target), ERROR_SUCCESS);
    return target;
}

static void role_is_what_rpcclient_is_told(void **state)
{
    const struct target target = server();
    struct rpcclient_answer answer;
    struct dsrole_info_1 *role = NULL;

    (void)state;
    assert_int_equal(machine_role_of_server(&target, 1, (void **)&role), ERROR_SUCCESS);
    rpcclient_ask(bed, "dsroledominfo", &answer);
    assert_rpcclient_number(&answer, "role", role->machine_role);
    assert_rpcclient_number(&answer, "flags", role->flags);
    assert_rpcclient_text(&answer, "domain", role->domain_name_flat);
    assert_int_equal(role->machine_role, STANDALONE_SERVER);
    assert_null(role->domain_name_dns);
    assert_null(role->domain_forest_name);
    platform_api_free(role);
}

/* What it says of the last one is not aligned as [ms_union] of [MS-RPCE] has it. */
static void other_levels_of_the_role_are_not_known(void **state)
{
    const struct target target = server();
    void *buffer = (void *)1;

    (void)state;
    assert_int_equal(machine_role_of_server(&target, 2, &buffer), ERROR_INVALID_LEVEL);
    assert_null(buffer);
    assert_int_equal(machine_role_of_server(&target, 3, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
    assert_int_equal(machine_role_of_server(&target, 0, &buffer), ERROR_INVALID_PARAMETER);
    assert_int_equal(machine_role_of_server(&target, 4, &buffer), ERROR_INVALID_PARAMETER);
}

static void service_of_domains_is_unavailable(void **state)
{
    const struct target target = server();
    uint32_t number = 0;
    void *buffer = (void *)1;

    (void)state;
    assert_int_equal(controllers_get_name(&target, text_of(NULL), true, &buffer),
                     RPC_S_SERVER_UNAVAILABLE);
    assert_null(buffer);
    assert_int_equal(sites_get_name(&target, directory_text_wide, &buffer),
                     RPC_S_SERVER_UNAVAILABLE);
    assert_int_equal(trusts_enumerate(&target, 1, directory_text_wide, &number, &buffer),
                     RPC_S_SERVER_UNAVAILABLE);
    assert_int_equal(trusts_get_names(&target, &number, &buffer), RPC_S_SERVER_UNAVAILABLE);
    assert_int_equal(trusts_get_forest(&target, text_of(NULL), 0, &buffer),
                     RPC_S_SERVER_UNAVAILABLE);
    assert_int_equal(logon_control(&target, 1, 1, NULL, &buffer), RPC_S_SERVER_UNAVAILABLE);
    assert_null(buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(role_is_what_rpcclient_is_told),
        cmocka_unit_test(other_levels_of_the_role_are_not_known),
        cmocka_unit_test(service_of_domains_is_unavailable),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
