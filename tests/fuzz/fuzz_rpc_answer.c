/*
 * Fuzz target: DCE/RPC PDUs, as a bind_ack and as the fragments of an answer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "rpc/pdu.h"

#define CALL_ID 1

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input is what comes out of the pipe: PDU behind PDU. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rpc_answer answer = { .call_id = CALL_ID };
    struct bytes rest = { data, size };
    uint32_t status = ERROR_SUCCESS;

    while (!status && !answer.complete)
    {
        struct rpc_fragment_sizes sizes = { 0, 0 };
        size_t length = 0;

        status = rpc_pdu_length(rest, &length);
        if (status || !length)
        {
            break;
        }
        if (length > rest.size)
        {
            abort();
        }
        if (!rpc_bind_ack_decode((struct bytes){ rest.data, length }, CALL_ID, &sizes) &&
            (sizes.transmit_max < RPC_FRAGMENT_SIZE_MIN ||
             sizes.receive_max < RPC_FRAGMENT_SIZE_MIN))
        {
            abort();
        }
        (void)rpc_answer_is_next(&answer, (struct bytes){ rest.data, length });
        status = rpc_answer_add(&answer, (struct bytes){ rest.data, length });
        rest.data += length;
        rest.size -= length;
    }
    if (answer.stub.size > size)
    {
        abort();
    }
    writer_free(&answer.stub);
    return 0;
}
