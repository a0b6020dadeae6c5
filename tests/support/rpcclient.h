/*
 * What rpcclient, a program of Samba's, is told by a server, to compare with what this project is.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_RPCCLIENT_H
#define NETAPI32_TESTS_SUPPORT_RPCCLIENT_H

#include <stdbool.h>
#include <stdint.h>

#include "support/bed.h"

#define RPCCLIENT_ANSWER_SIZE 16384

/* What an operation put out, as Samba's NDR library prints it. */
struct rpcclient_answer
{
    char text[RPCCLIENT_ANSWER_SIZE];
};

/* Runs a command of rpcclient's as the server's administrator. Asserts that it was answered. */
void rpcclient_ask(const struct bed *bed, const char *command, struct rpcclient_answer *answer);
/* Assert that the answer has a member of this name, and that this is its value. A text
 * that is NULL there is an empty one here. */
void assert_rpcclient_number(const struct rpcclient_answer *answer, const char *member,
                             uint32_t number);
void assert_rpcclient_text(const struct rpcclient_answer *answer, const char *member,
                           const uint16_t *text);

#endif
