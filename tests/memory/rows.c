/*
 * What is called: the rows of tests/compatibility, and those of functions that ask no server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rows.h"

#include <stdio.h>
#include <string.h>

#define FAMILY_ADDRESS(name) &probe_##name,
static const struct probe_family *const families[] = {
    PROBE_FAMILIES(FAMILY_ADDRESS) & probe_directory,
    &probe_computer,
};

void rows_function_name(const struct probe_function *function, char name[64])
{
    snprintf(name, 64, "%.*s", (int)strcspn(function->name, " "), function->name);
}

static BOOL is_chosen(const struct probe_function *function, char *const *names, int count)
{
    BOOL chosen = !count || *names[0] == '-';

    for (int i = 0; i < count; i++)
    {
        const BOOL leaves_out = *names[i] == '-';
        const char *name = names[i] + leaves_out;

        if (!strncmp(function->name, name, strlen(name)))
        {
            chosen = !leaves_out;
        }
    }
    return chosen;
}

void rows_visit(void (*visit)(const struct probe_function *function,
                              const struct probe_level *level),
                char *const *names, int count)
{
    for (size_t i = 0; i < ARRAY_SIZE(families); i++)
    {
        for (size_t j = 0; j < families[i]->count && !probe_is_left_out(families[i]); j++)
        {
            const struct probe_function *function = &families[i]->functions[j];

            for (size_t k = 0; k < function->level_count && is_chosen(function, names, count); k++)
            {
                visit(function, &function->levels[k]);
            }
            if (!function->levels && is_chosen(function, names, count))
            {
                visit(function, NULL);
            }
        }
    }
}
