/*
 * The vocabulary of Windows tests in Wine's style
 *
 * A test file holds one START_TEST(name) and states facts with ok(). A small testlist.c defines
 * STANDALONE before it includes this header and lists the tests of the program:
 *
 *     #define STANDALONE
 *     #include "wine/test.h"
 *     extern void func_session(void);
 *     const struct test winetest_testlist[] = { { "session", func_session }, { 0, 0 } };
 *
 * The program is run as `program.exe name [arguments]`; without a name it lists its tests. Its
 * exit status is the number of failures, at most 255. These environment variables matter:
 *
 *     WINETEST_PLATFORM        "wine" or "windows", in place of what is detected
 *     WINETEST_DEBUG           0: failures only; 1 (the default): also traces, todos and the summary
 *     WINETEST_REPORT_SUCCESS  1: a line for each ok() that held
 *     WINETEST_INTERACTIVE     1: also the tests that need a person
 *
 * Everything here may be used from several threads; todo, flaky and context belong to the thread
 * that entered them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINETEST_TEST_H
#define WINETEST_TEST_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windef.h>
#include <winbase.h>
#include <wingdi.h>
#include <winuser.h>

#ifdef __cplusplus
extern "C" {
#endif

/* printf formats as the C library of this build reads them. */
#if defined(__MINGW_PRINTF_FORMAT)
#define WINETEST_PRINTF(format_index, first_argument)                                              \
    __attribute__((format(__MINGW_PRINTF_FORMAT, format_index, first_argument)))
#elif defined(__GNUC__)
#define WINETEST_PRINTF(format_index, first_argument)                                              \
    __attribute__((format(printf, format_index, first_argument)))
#else
#define WINETEST_PRINTF(format_index, first_argument)
#endif

/* Wine's other headers give these to its tests; mingw-w64's do not. */
#ifndef __WINE_PRINTF_ATTR
#define __WINE_PRINTF_ATTR WINETEST_PRINTF
#endif
#ifndef ARRAY_SIZE
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#endif

struct test
{
    const char *name;
    void (*func)(void);
};

/* The tests of the program, ended by an entry without a name. */
extern const struct test winetest_testlist[];

extern int winetest_debug;
extern int winetest_interactive;
extern int winetest_report_success;
extern int winetest_platform_is_wine;
extern const char *winetest_platform;

#define START_TEST(name)                                                                           \
    void func_##name(void);                                                                        \
    void func_##name(void)

/* Where the next statement of this thread stands; the macros below call it. */
extern void winetest_set_location(const char *file, int line);

extern void winetest_ok(int condition, const char *format, ...) WINETEST_PRINTF(2, 3);
extern void winetest_vok(int condition, const char *format, va_list args) WINETEST_PRINTF(2, 0);
extern void winetest_skip(const char *format, ...) WINETEST_PRINTF(1, 2);
extern void winetest_win_skip(const char *format, ...) WINETEST_PRINTF(1, 2);
extern void winetest_trace(const char *format, ...) WINETEST_PRINTF(1, 2);

/* What is said between push and pop starts with this context; contexts nest. */
extern void winetest_push_context(const char *format, ...) WINETEST_PRINTF(1, 2);
extern void winetest_pop_context(void);

extern void winetest_start_todo(int is_todo);
extern int winetest_loop_todo(void);
extern void winetest_end_todo(void);
extern void winetest_start_flaky(int is_flaky);
extern int winetest_loop_flaky(void);
extern void winetest_end_flaky(void);

/* Counts failures that something else has seen and reported. */
extern void winetest_add_failures(LONG count);

/* The arguments of main(): *argv[0] is the program, *argv[1] the test. Returns their number. */
extern int winetest_get_mainargs(char ***argv);

/* Waits for a child that runs a test of this program, and takes over its failures. */
extern void winetest_wait_child_process(HANDLE process);
#define wait_child_process winetest_wait_child_process

/*
 * ok(condition, format, ...) states a fact. Inside todo blocks it is known not to hold, and one
 * that holds is a failure, so that no todo outlives its reason.
 *
 * skip() says that a part of the test could not run; win_skip() that Windows may lack what it
 * needs, which is a failure on Wine. broken() is for what some Windows versions do and Wine need
 * not: it is never true on Wine.
 *
 * The variants with an underscore take the place to report, for helpers: ok_(file, line)(...).
 */
#define ok_(file, line)       (winetest_set_location(file, line), winetest_ok)
#define skip_(file, line)     (winetest_set_location(file, line), winetest_skip)
#define win_skip_(file, line) (winetest_set_location(file, line), winetest_win_skip)
#define trace_(file, line)    (winetest_set_location(file, line), winetest_trace)
#define wait_child_process_(file, line)                                                            \
    (winetest_set_location(file, line), winetest_wait_child_process)

#define ok       ok_(__FILE__, __LINE__)
#define skip     skip_(__FILE__, __LINE__)
#define win_skip win_skip_(__FILE__, __LINE__)
#define trace    trace_(__FILE__, __LINE__)

#define todo_if(is_todo)                                                                           \
    for (winetest_start_todo(is_todo); winetest_loop_todo(); winetest_end_todo())
#define todo_wine             todo_if(winetest_platform_is_wine)
#define todo_wine_if(is_todo) todo_if((is_todo) && winetest_platform_is_wine)

#define flaky_if(is_flaky)                                                                         \
    for (winetest_start_flaky(is_flaky); winetest_loop_flaky(); winetest_end_flaky())
#define flaky                   flaky_if(1)
#define flaky_wine              flaky_if(winetest_platform_is_wine)
#define flaky_wine_if(is_flaky) flaky_if((is_flaky) && winetest_platform_is_wine)

static inline int broken(int condition)
{
    return condition && !winetest_platform_is_wine;
}

/*
 * Values as text, for messages. The text lives until this thread has asked for a few dozen
 * others. A length of -1 means that the string is terminated.
 */
extern const char *wine_dbgstr_an(const char *string, intptr_t length);
extern const char *wine_dbgstr_wn(const WCHAR *string, intptr_t length);
extern const char *wine_dbgstr_guid(const GUID *guid);
extern const char *wine_dbgstr_point(const POINT *point);
extern const char *wine_dbgstr_size(const SIZE *size);
extern const char *wine_dbgstr_rect(const RECT *rect);
extern const char *wine_dbgstr_longlong(ULONGLONG number);

static inline const char *wine_dbgstr_a(const char *string)
{
    return wine_dbgstr_an(string, -1);
}

static inline const char *wine_dbgstr_w(const WCHAR *string)
{
    return wine_dbgstr_wn(string, -1);
}

static inline const char *debugstr_a(const char *string)
{
    return wine_dbgstr_an(string, -1);
}

static inline const char *debugstr_w(const WCHAR *string)
{
    return wine_dbgstr_wn(string, -1);
}

static inline const char *debugstr_guid(const GUID *guid)
{
    return wine_dbgstr_guid(guid);
}

#ifdef __cplusplus
}
#endif

#ifdef STANDALONE
#include "wine/test_main.h"
#endif

#endif
