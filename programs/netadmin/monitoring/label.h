/*
 * The values of labels in the text formats of OpenMetrics and Prometheus.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LABEL_H
#define NETADMIN_LABEL_H

#include "base/text.h"

/* Appends a name that others have chosen as it stands in a label, but for the escapes: what would act
 * on a terminal or break a line is '?', and half a surrogate pair, which UTF-8 does not have, U+FFFD. */
void label_append(struct text *text, const WCHAR *name);

/* Appends {a="value",b="other value"}: NAME and VALUE in turns, ended by NULL; the values are as
 * label_append() writes them. */
void label_append_set(struct text *text, const WCHAR *const *names_and_values);

#endif
