/*
 * Rows of a page in the order of one of its columns.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ROW_ORDER_H
#define NETADMIN_ROW_ORDER_H

#include "watching/rows.h"

/* Orders rows by a column, and where that is the same by the others, from left to right: the same rows are
 * always in the same order. Numbers are ordered as numbers, other text without regard to case. Reversed:
 * by the column from the end to the beginning. */
void rows_sort(const struct row **order, size_t count, const struct rows *rows, size_t column,
               bool is_reversed);

#endif
