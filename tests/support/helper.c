/*
 * Programs that a test starts beside itself, and that end with it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/helper.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/wipe.h"
#include "platform/platform.h"

#define START_TIMEOUT 600000  /* ms; setting up a server takes long on a busy machine */
#define VALUE_TIMEOUT 600000  /* ms; smbclient looks every 5 s, and waits for 20 s */
#define RUN_TIMEOUT   1800000 /* ms; a server that runs a script for each of many groups */
#define ARGUMENTS_MAX 64
#define OUTPUT_SIZE   131072 /* what Samba says of a server in JSON is long */

struct helper
{
    pid_t process;
    int input;
    int output;
    size_t size;
    char text[OUTPUT_SIZE]; /* lines, each terminated by a zero in place of its line feed */
};

/* ---- Starting -------------------------------------------------------------------------------- */

/* Where tests/bed is: below $srcdir, as Automake has it, or somewhere above the current folder. */
static bool find_program(const char *program, char path[PATH_MAX])
{
    const char *source = getenv("srcdir");
    char folder[PATH_MAX / 2] = ".";

    if (source)
    {
        snprintf(folder, sizeof(folder), "%s", source);
    }
    for (int depth = 0; depth < 8; depth++)
    {
        snprintf(path, PATH_MAX, "%s/tests/bed/%s", folder, program);
        if (!access(path, X_OK))
        {
            return true;
        }
        strncat(folder, "/..", sizeof(folder) - strlen(folder) - 1);
    }
    fprintf(stderr, "tests/bed/%s is not found: set srcdir to the source tree\n", program);
    return false;
}

static void execute(const char *path, const char *const *arguments, int input, int output)
{
    char *copies[ARGUMENTS_MAX + 2] = { strdup(path) };

    for (size_t i = 0; i < ARGUMENTS_MAX && arguments[i]; i++)
    {
        copies[i + 1] = strdup(arguments[i]);
    }
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    execv(path, copies);
    _exit(127);
}

/* Starts the program with pipes; all else that the test has open stays behind. */
static struct helper *start(const char *program, const char *const *arguments)
{
    struct helper *helper = calloc(1, sizeof(*helper));
    char path[PATH_MAX];
    int to_helper[2];
    int from_helper[2];

    if (!helper || !find_program(program, path) || pipe2(to_helper, O_CLOEXEC))
    {
        free(helper);
        return NULL;
    }
    if (pipe2(from_helper, O_CLOEXEC))
    {
        abort();
    }
    helper->process = fork();
    if (!helper->process)
    {
        execute(path, arguments, to_helper[0], from_helper[1]);
    }
    close(to_helper[0]);
    close(from_helper[1]);
    helper->input = to_helper[1];
    helper->output = from_helper[0];
    return helper;
}

/* ---- What it prints -------------------------------------------------------------------------- */

/* Reads what is there. False at the end, or when nothing comes until the deadline. */
static bool read_some(struct helper *helper, uint64_t deadline)
{
    struct pollfd output = { .fd = helper->output, .events = POLLIN };
    uint64_t now = platform_now();
    char *end = helper->text + helper->size;
    ssize_t count = 0;

    if (now >= deadline || poll(&output, 1, (int)(deadline - now)) <= 0)
    {
        return false;
    }
    count = read(helper->output, end, sizeof(helper->text) - 1 - helper->size);
    if (count <= 0)
    {
        return false;
    }
    for (ssize_t i = 0; i < count; i++)
    {
        if (end[i] == '\n')
        {
            end[i] = '\0';
        }
    }
    helper->size += (size_t)count;
    return true;
}

const char *helper_value(const struct helper *helper, const char *name)
{
    const char *end = helper->text + helper->size;
    size_t length = strlen(name);

    /* A line that is not all there yet says nothing. */
    for (const char *line = helper->text; line + strlen(line) < end; line += strlen(line) + 1)
    {
        if (!strncmp(line, name, length) && line[length] == '=')
        {
            return line + length + 1;
        }
    }
    return NULL;
}

static const char *wait_value(struct helper *helper, const char *name, uint64_t timeout)
{
    uint64_t deadline = platform_now() + timeout;
    const char *value = helper_value(helper, name);

    while (!value && read_some(helper, deadline))
    {
        value = helper_value(helper, name);
    }
    if (!value)
    {
        fprintf(stderr, "helper: %s did not come %s\n", name,
                platform_now() < deadline ? "before the end of the output" : "in time");
        for (size_t i = 0; i < helper->size; i += strlen(helper->text + i) + 1)
        {
            fprintf(stderr, "helper: it said %s\n", helper->text + i);
        }
    }
    return value;
}

const char *helper_wait_value(struct helper *helper, const char *name)
{
    return wait_value(helper, name, VALUE_TIMEOUT);
}

/* ---- The interface --------------------------------------------------------------------------- */

struct helper *helper_start(const char *program, const char *const *arguments)
{
    struct helper *helper = start(program, arguments);

    if (helper && !wait_value(helper, "READY", START_TIMEOUT))
    {
        helper_stop(helper);
        helper = NULL;
    }
    return helper;
}

/* Closes the pipes, waits, releases, and gives the exit status. */
static int finish(struct helper *helper)
{
    int status = 0;

    close(helper->input);
    close(helper->output);
    waitpid(helper->process, &status, 0);
    wipe(helper, sizeof(*helper));
    free(helper);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void helper_stop(struct helper *helper)
{
    if (helper)
    {
        finish(helper);
    }
}

int helper_run(const char *program, const char *const *arguments, char *output, unsigned int size)
{
    struct helper *helper = start(program, arguments);

    if (!helper)
    {
        return -1;
    }
    while (read_some(helper, platform_now() + RUN_TIMEOUT))
    {
    }
    if (output)
    {
        for (size_t i = 0; i < helper->size; i++)
        {
            if (!helper->text[i])
            {
                helper->text[i] = '\n';
            }
        }
        snprintf(output, size, "%s", helper->text);
    }
    return finish(helper);
}
