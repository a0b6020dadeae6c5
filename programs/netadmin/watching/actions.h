/*
 * What keys do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ACTIONS_H
#define NETADMIN_ACTIONS_H

#include "platform/terminal.h"
#include "watching/view.h"

/* What is left to do outside the view. */
enum action
{
    ACTION_NONE,
    ACTION_QUIT,
    ACTION_REFRESH, /* servers are to be asked now */
    ACTION_DO,      /* what was asked about (view->asked) is wanted; view_end_question() follows */
};

/* Changes the view as the key says; `height` is how many rows the screen has for the list. */
enum action view_key(struct view *view, struct key key, size_t height);

/* What keys there are, line by line, ended by NULL. */
extern const WCHAR *const key_help[];

#endif
