/*
 * What holds for all accounts of this computer or of a server: what NetUserModalsGet and
 * NetUserModalsSet do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Structures are those of levels/account_rule_levels.h. The codes are those of account_source.h and of
 * target_parse().
 */
#ifndef NETAPI32_ACCOUNTS_RULES_H
#define NETAPI32_ACCOUNTS_RULES_H

#include "levels/account_rule_levels.h"

struct password_validation;

/* NetUserModalsGet. *buffer is an API buffer. */
uint32_t rules_get(struct utf16_slice server, uint32_t level, void **buffer);
/* NetUserModalsSet. *parameter becomes what parm_err is documented to say. */
uint32_t rules_set(struct utf16_slice server, uint32_t level, const void *structure,
                   uint32_t *parameter);
/* NetValidatePasswordPolicy: `pack` makes an API buffer of the result, while what the result points to
 * is there. */
uint32_t rules_validate_password(struct utf16_slice server, struct password_validation *validation,
                                 uint32_t (*pack)(const struct password_validation *validation,
                                                  void **buffer),
                                 void **buffer);

#endif
