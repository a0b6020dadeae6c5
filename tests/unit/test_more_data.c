/*
 * A server that says ERROR_MORE_DATA to whatever it is asked: programs ask for the rest of a list again, and
 * of what is no list there is none.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "remote/call.h"
#include "support/family_calls.h"
#include "support/fixed_platform.h"
#include "support/unit.h"

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    const uint32_t result = ERROR_MORE_DATA;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (remote_prepare(remote))
    {
        return ERROR_BAD_NETPATH;
    }
    memcpy((uint8_t *)parameters + described->result_offset, &result, sizeof(result));
    /* As a number, or as an NTSTATUS, it is no error. */
    return described->result_kind == NDR_RESULT_WIN32 ? result : ERROR_SUCCESS;
}

static uint32_t make(const struct family_call *call)
{
    const struct family_arguments arguments = {
        .server = { u"server", 6 },
        .level = family_level(call, 0),
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
        .user = { u"user", 4 },
        .password = { u"password", 8 },
    };
    struct family_result result;
    const uint32_t status = family_call_make(call, &arguments, &result);

    family_result_free(&result);
    return status;
}

static void nothing_but_a_list_promises_more(void **state)
{
    unsigned int promises = 0;

    (void)state;
    fixed_platform_reset(1);
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);

        if (call->gives != FAMILY_GIVES_LIST && make(call) == ERROR_MORE_DATA)
        {
            print_error("%s promises more\n", call->name);
            promises++;
        }
    }
    assert_int_equal(promises, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_but_a_list_promises_more),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
