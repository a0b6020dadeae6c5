/*
 * Ending what a row shows: what is asked before, and how it is done.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_QUESTION_H
#define NETADMIN_QUESTION_H

#include "watching/view.h"

/* What is asked about the row that the view asks about, and what is lost if the answer is yes: a line
 * each, without their ends. */
void question_append(const struct view *view, struct text *text);
void question_append_loss(const struct view *view, struct text *text);

/* Something that is to be ended, on a thread of its own. */
struct deed;

/* Of the row that the view asks about; a copy. To be freed with deed_free(). */
struct deed *deed_make(const struct view *view);
void deed_free(void *argument);

/* Ends the session; or closes the file, if its number still stands for what was shown. For
 * parallel_add(). */
void deed_do(void *argument);

/* Says in the view what became of it. */
void deed_say(const struct deed *deed, struct view *view);

#endif
