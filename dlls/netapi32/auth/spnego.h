/*
 * SPNEGO, the client's side. RFC 4178 with [MS-SPNG]
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_SPNEGO_H
#define NETAPI32_AUTH_SPNEGO_H

#include "auth/mechanism.h"

struct spnego;

#define SPNEGO_MECHANISMS_MAX 4

/* Takes ownership of `count` mechanisms, in order of preference; they are released with the
 * result, or at once when it fails. `hint` is the server's NegTokenInit2 from the SMB2 NEGOTIATE
 * response, which may be empty: mechanisms the server does not name there are left out.
 * ERROR_NOT_SUPPORTED when none is left. */
uint32_t spnego_create(struct mechanism **mechanisms, size_t count, struct bytes hint,
                       struct spnego **spnego);
/* Takes the server's token (empty at first) and writes the next one. *done is set when the
 * client expects no further token; a last token from the server (accept-completed, with its
 * mechListMIC) is still given to a step, which then writes nothing. The MIC over the list of
 * mechanisms is sent whenever the mechanism can sign, always checked when it comes, and required
 * when the server chose another mechanism than our first. */
uint32_t spnego_step(struct spnego *spnego, struct bytes token, struct writer *answer, bool *done);
uint32_t spnego_session_key(struct spnego *spnego, struct session_key *key);
void spnego_free(struct spnego *spnego); /* NULL is allowed */

#endif
