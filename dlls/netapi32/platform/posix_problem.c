/*
 * What the native build has to say about things of the user: the latest of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_problem.h"

#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "netapi32_posix.h"
#include "platform/log.h"

/* The lock is for what stands below it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char latest_subject[PATH_MAX];
static char latest[2 * PATH_MAX];

void problem_set(const char *subject, const char *format, ...)
{
    va_list arguments;
    size_t used = 0;

    pthread_mutex_lock(&lock);
    snprintf(latest_subject, sizeof(latest_subject), "%s", subject);
    snprintf(latest, sizeof(latest), "%s", subject);
    used = strlen(latest);
    va_start(arguments, format);
    vsnprintf(latest + used, sizeof(latest) - used, format, arguments);
    va_end(arguments);
    WARN("%s\n", latest);
    pthread_mutex_unlock(&lock);
}

void problem_clear(const char *subject)
{
    pthread_mutex_lock(&lock);
    if (!strcmp(latest_subject, subject))
    {
        latest_subject[0] = latest[0] = 0;
    }
    pthread_mutex_unlock(&lock);
}

bool posix_problem(char *text, size_t size)
{
    bool is_there = false;

    pthread_mutex_lock(&lock);
    snprintf(text, size, "%s", latest);
    is_there = latest[0] != 0;
    pthread_mutex_unlock(&lock);
    return is_there;
}
