/*
 * The program around the tests: results, blocks, the command line and the summary
 *
 * Only wine/test.h includes this file, in the one source that defines STANDALONE.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINETEST_TEST_MAIN_H
#define WINETEST_TEST_MAIN_H

#define WINETEST_CONTEXTS      8
#define WINETEST_CONTEXT_SIZE  128
#define WINETEST_STRINGS_SIZE  8192
#define WINETEST_EXIT_LIMIT    255
#define WINETEST_CHILD_TIMEOUT 30000

/* The nested todo or flaky blocks of a thread: one bit a block, the innermost lowest. */
struct winetest_blocks
{
    unsigned int marks;
    int entering;
};

struct winetest_thread
{
    const char *file;
    int line;
    struct winetest_blocks todo_blocks;
    struct winetest_blocks flaky_blocks;
    unsigned int context_count;
    char contexts[WINETEST_CONTEXTS][WINETEST_CONTEXT_SIZE];
    size_t strings_used;
    char strings[WINETEST_STRINGS_SIZE];
};

int winetest_debug = 1;
int winetest_interactive;
int winetest_report_success;
int winetest_platform_is_wine;
const char *winetest_platform = "windows";

static const char *winetest_current;
static int winetest_argc;
static char **winetest_argv;
static DWORD winetest_tls;
static CRITICAL_SECTION winetest_output;

static LONG winetest_successes;
static LONG winetest_failures;
static LONG winetest_todo_failures;
static LONG winetest_todo_successes;
static LONG winetest_flaky_failures;
static LONG winetest_skipped;

/* Tests look at the last error between two statements, so nothing here may change it. */
static struct winetest_thread *winetest_this_thread(void)
{
    DWORD last_error = GetLastError();
    struct winetest_thread *thread = TlsGetValue(winetest_tls);

    if (!thread)
    {
        thread = calloc(1, sizeof(*thread));
        if (!thread)
        {
            fputs("out of memory\n", stderr);
            ExitProcess(WINETEST_EXIT_LIMIT);
        }
        thread->file = "";
        TlsSetValue(winetest_tls, thread);
    }
    SetLastError(last_error);
    return thread;
}

/* One line of output: place, verdict, contexts, message; the message ends the line itself. */
static void winetest_vprint(const char *verdict, const char *format, va_list args)
{
    const struct winetest_thread *thread = winetest_this_thread();
    DWORD last_error = GetLastError();
    unsigned int i;

    EnterCriticalSection(&winetest_output);
    printf("%s:%d: %s: ", thread->file, thread->line, verdict);
    for (i = 0; i < thread->context_count; i++)
    {
        printf("%s: ", thread->contexts[i]);
    }
    vprintf(format, args);
    fflush(stdout);
    LeaveCriticalSection(&winetest_output);
    SetLastError(last_error);
}

static void winetest_print(const char *verdict, const char *format, ...) WINETEST_PRINTF(2, 3);

static void winetest_print(const char *verdict, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    winetest_vprint(verdict, format, args);
    va_end(args);
}

void winetest_set_location(const char *file, int line)
{
    struct winetest_thread *thread = winetest_this_thread();
    const char *p;

    thread->file = file;
    thread->line = line;
    for (p = file; *p; p++)
    {
        if (*p == '/' || *p == '\\')
        {
            thread->file = p + 1;
        }
    }
}

void winetest_vok(int condition, const char *format, va_list args)
{
    const struct winetest_thread *thread = winetest_this_thread();
    const char *verdict = NULL;

    if (condition && !thread->todo_blocks.marks)
    {
        InterlockedIncrement(&winetest_successes);
        if (winetest_report_success)
        {
            winetest_print("Test succeeded", "\n");
        }
        return;
    }

    if (!condition && thread->todo_blocks.marks)
    {
        InterlockedIncrement(&winetest_todo_successes);
        verdict = winetest_debug > 0 ? "Test marked todo" : NULL;
    }
    else if (thread->flaky_blocks.marks)
    {
        InterlockedIncrement(&winetest_flaky_failures);
        verdict = winetest_debug > 0 ? "Test marked flaky" : NULL;
    }
    else if (condition)
    {
        InterlockedIncrement(&winetest_todo_failures);
        verdict = "Test succeeded inside todo block";
    }
    else
    {
        InterlockedIncrement(&winetest_failures);
        verdict = "Test failed";
    }
    if (verdict)
    {
        winetest_vprint(verdict, format, args);
    }
}

void winetest_ok(int condition, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    winetest_vok(condition, format, args);
    va_end(args);
}

void winetest_skip(const char *format, ...)
{
    va_list args;

    InterlockedIncrement(&winetest_skipped);
    va_start(args, format);
    winetest_vprint("Tests skipped", format, args);
    va_end(args);
}

void winetest_win_skip(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    if (winetest_platform_is_wine)
    {
        winetest_vok(0, format, args);
    }
    else
    {
        InterlockedIncrement(&winetest_skipped);
        winetest_vprint("Tests skipped", format, args);
    }
    va_end(args);
}

void winetest_trace(const char *format, ...)
{
    va_list args;

    if (winetest_debug <= 0)
    {
        return;
    }
    va_start(args, format);
    winetest_vprint("Trace", format, args);
    va_end(args);
}

void winetest_push_context(const char *format, ...)
{
    struct winetest_thread *thread = winetest_this_thread();
    va_list args;

    if (thread->context_count == WINETEST_CONTEXTS)
    {
        winetest_print("Test failed", "more than %d contexts\n", WINETEST_CONTEXTS);
        ExitProcess(WINETEST_EXIT_LIMIT);
    }
    va_start(args, format);
    vsnprintf(thread->contexts[thread->context_count], WINETEST_CONTEXT_SIZE, format, args);
    va_end(args);
    thread->contexts[thread->context_count][WINETEST_CONTEXT_SIZE - 1] = 0;
    thread->context_count++;
}

void winetest_pop_context(void)
{
    struct winetest_thread *thread = winetest_this_thread();

    if (thread->context_count)
    {
        thread->context_count--;
    }
}

static void winetest_enter_block(struct winetest_blocks *blocks, int is_marked)
{
    blocks->marks = blocks->marks << 1 | (is_marked ? 1u : 0u);
    blocks->entering = 1;
}

/* The body runs once: true at the first question, false when the end of the body asks again. */
static int winetest_repeat_block(struct winetest_blocks *blocks)
{
    int entering = blocks->entering;

    blocks->entering = 0;
    return entering;
}

void winetest_start_todo(int is_todo)
{
    winetest_enter_block(&winetest_this_thread()->todo_blocks, is_todo);
}

int winetest_loop_todo(void)
{
    return winetest_repeat_block(&winetest_this_thread()->todo_blocks);
}

void winetest_end_todo(void)
{
    winetest_this_thread()->todo_blocks.marks >>= 1;
}

void winetest_start_flaky(int is_flaky)
{
    winetest_enter_block(&winetest_this_thread()->flaky_blocks, is_flaky);
}

int winetest_loop_flaky(void)
{
    return winetest_repeat_block(&winetest_this_thread()->flaky_blocks);
}

void winetest_end_flaky(void)
{
    winetest_this_thread()->flaky_blocks.marks >>= 1;
}

void winetest_add_failures(LONG count)
{
    InterlockedExchangeAdd(&winetest_failures, count);
}

int winetest_get_mainargs(char ***argv)
{
    *argv = winetest_argv;
    return winetest_argc;
}

void winetest_wait_child_process(HANDLE process)
{
    DWORD status = 1;

    if (!process)
    {
        winetest_ok(0, "no child process\n");
        return;
    }
    if (WaitForSingleObject(process, WINETEST_CHILD_TIMEOUT) != WAIT_OBJECT_0)
    {
        winetest_ok(0, "the child process did not end\n");
        return;
    }
    GetExitCodeProcess(process, &status);
    if (status > WINETEST_EXIT_LIMIT)
    {
        winetest_ok(0, "the child process ended with exception %08lx\n", status);
    }
    else if (status)
    {
        winetest_add_failures((LONG)status);
        winetest_print("Test failed", "%lu failures in the child process\n", status);
    }
}

#include "wine/test_dbgstr.h"

static int winetest_summarize(void)
{
    LONG failures = winetest_failures + winetest_todo_failures;
    LONG executed = winetest_successes + failures + winetest_todo_successes;
    char flaky_part[40] = "";

    executed += winetest_flaky_failures;
    if (winetest_flaky_failures)
    {
        snprintf(flaky_part, sizeof(flaky_part), "%ld as flaky, ", winetest_flaky_failures);
    }
    if (winetest_debug > 0)
    {
        printf("%04lx:%s: %ld tests executed (%ld marked as todo, %s%ld %s), %ld skipped.\n",
               GetCurrentProcessId(), winetest_current, executed, winetest_todo_successes,
               flaky_part, failures, failures == 1 ? "failure" : "failures", winetest_skipped);
        fflush(stdout);
    }
    return failures < WINETEST_EXIT_LIMIT ? (int)failures : WINETEST_EXIT_LIMIT;
}

/* A crash is reported with the last place known to be fine, then ends the process. */
static LONG CALLBACK winetest_report_exception(EXCEPTION_POINTERS *exception)
{
    const struct winetest_thread *thread = winetest_this_thread();

    printf("%s:%d: this is the last test seen before the exception\n", thread->file, thread->line);
    printf("%04lx:%s: unhandled exception %08lx at %p\n", GetCurrentProcessId(), winetest_current,
           exception->ExceptionRecord->ExceptionCode, exception->ExceptionRecord->ExceptionAddress);
    fflush(stdout);
    winetest_add_failures(1);
    winetest_summarize();
    return EXCEPTION_EXECUTE_HANDLER;
}

static const struct test *winetest_find(const char *name)
{
    const struct test *test;
    size_t length = strlen(name);

    if (length > 2 && !strcmp(name + length - 2, ".c"))
    {
        length -= 2;
    }
    for (test = winetest_testlist; test->name; test++)
    {
        if (strlen(test->name) == length && !strncmp(test->name, name, length))
        {
            return test;
        }
    }
    return NULL;
}

static void winetest_list(FILE *stream)
{
    const struct test *test;

    fprintf(stream, "Valid test names:\n");
    for (test = winetest_testlist; test->name; test++)
    {
        fprintf(stream, "    %s\n", test->name);
    }
}

static int winetest_get_number(const char *variable, int otherwise)
{
    const char *value = getenv(variable);

    return value ? atoi(value) : otherwise;
}

static void winetest_read_environment(void)
{
    const char *platform = getenv("WINETEST_PLATFORM");

    if (platform)
    {
        winetest_platform = platform;
    }
    else if (GetProcAddress(GetModuleHandleA("ntdll.dll"), "wine_get_version"))
    {
        winetest_platform = "wine";
    }
    winetest_platform_is_wine = !strcmp(winetest_platform, "wine");
    winetest_debug = winetest_get_number("WINETEST_DEBUG", winetest_debug);
    winetest_interactive = winetest_get_number("WINETEST_INTERACTIVE", 0);
    winetest_report_success = winetest_get_number("WINETEST_REPORT_SUCCESS", 0);
}

int main(int argc, char **argv)
{
    const struct test *test;

    winetest_argc = argc;
    winetest_argv = argv;
    winetest_tls = TlsAlloc();
    InitializeCriticalSection(&winetest_output);
    winetest_read_environment();

    if (argc > 1 && !strcmp(argv[1], "--list"))
    {
        winetest_list(stdout);
        return 0;
    }
    if (argc < 2 && (!winetest_testlist[0].name || winetest_testlist[1].name))
    {
        fprintf(stderr, "Usage: %s test_name\n\n", argv[0]);
        winetest_list(stderr);
        return 1;
    }
    test = argc < 2 ? &winetest_testlist[0] : winetest_find(argv[1]);
    if (!test)
    {
        fprintf(stderr, "%s: no test is called \"%s\"\n", argv[0], argv[1]);
        winetest_list(stderr);
        return 1;
    }

    winetest_current = test->name;
    SetUnhandledExceptionFilter(winetest_report_exception);
    test->func();
    return winetest_summarize();
}

#endif
