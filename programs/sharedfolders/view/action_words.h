/*
 * What is said before and after something is ended.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ACTION_WORDS_H
#define SHAREDFOLDERS_ACTION_WORDS_H

#include "asking/targets.h"
#include "base/text.h"

struct action_words
{
    const char16_t *verb;    /* of a button: "Close Session" */
    const char16_t *verbs;   /* "Close Sessions" */
    const char16_t *doing;   /* "closing" */
    const char16_t *done;    /* "Closed" */
    const char16_t *warning; /* what becomes of whoever uses it */
};

/* Of a page that has something to end. */
extern const struct action_words action_words[PAGE_COUNT];

/* "Close 2 sessions?", and the warning. */
void action_append_question(struct text *text, enum page page, size_t rows);

/* What is lost with each target, on lines. */
void action_append_lost(struct text *text, const struct targets *targets);

/* What failed, on lines. Returns how many targets did not. */
size_t action_append_failed(struct text *text, const struct targets *targets);

#endif
