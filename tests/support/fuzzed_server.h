/*
 * A server that answers each operation with what the input of a fuzz target says, in NDR that keeps the
 * rules, or nearly.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What families ask of remote/call.h comes here, and nothing goes over a network: no SMB, no RPC, no
 * cryptography, so that many answers can be tried. For targets that are linked with FUZZED_SERVER and
 * FIXED_PLATFORM.
 *
 * A byte says what becomes of a question: its lowest four bits 0 to 4 that there is no answer, for lack of
 * the operation, of a way to read the request, of a listener, of time, of the connection; else 0x10 says
 * that up to four bytes of the answer's stub are others. The answer follows (support/ndr_values.h).
 * Behind the end of the input the connection is lost.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FUZZED_SERVER_H
#define NETAPI32_TESTS_SUPPORT_FUZZED_SERVER_H

#include "support/fuzz_input.h"

/* From now on the input answers; connections are protected or not. */
void fuzzed_server_set(struct fuzz_input *input, bool is_protected);

#endif
