/*
 * What the numbers of users mean. The tables end with one without a word.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_USER_WORDS_H
#define NETADMIN_USER_WORDS_H

#include "listing/levels.h"

extern const struct word user_flags[]; /* UF_*; what nearly each account has goes without saying */
extern const struct word user_privileges[]; /* USER_PRIV_* */
extern const struct word user_operators[];  /* AF_OP_* */

#endif
