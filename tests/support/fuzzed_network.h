/*
 * Name servers and domain controllers that answer what the input of a fuzz target says.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For targets that are linked with FUZZED_NETWORK and FIXED_PLATFORM. Each time that something is awaited, a
 * byte says what comes: nothing until the deadline, that a peer does not listen, bytes as they are, or a
 * message that answers the latest request of a peer, with whatever the input has in it. Behind the end of
 * the input nothing comes.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FUZZED_NETWORK_H
#define NETAPI32_TESTS_SUPPORT_FUZZED_NETWORK_H

#include "support/fuzz_input.h"

void fuzzed_network_set(struct fuzz_input *input);
/* Whether all that was opened was closed. */
bool fuzzed_network_is_closed(void);

#endif
