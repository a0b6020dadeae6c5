/*
 * A system below the portable code that does nothing by itself: the same run is the same, and takes no
 * time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The clock stands still until the test moves it, or until something waits: then it is at once as late
 * as that would have waited. Chance is a row of numbers. Threads run one after the other, each when
 * somebody waits. Connections are those that the test gives, and nothing else goes over a network.
 *
 * For programs that are linked with FIXED_PLATFORM: the linker puts these functions into the place of those
 * of platform.h that tests/sources.mk names, and of tcp_transport_open(). One thread uses them; who
 * enters the monitor twice, which would wait for ever, ends the program.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FIXED_PLATFORM_H
#define NETAPI32_TESTS_SUPPORT_FIXED_PLATFORM_H

#include "platform/platform.h"
#include "smb/transport.h"

/* platform_now() and platform_filetime() after a reset. */
#define FIXED_PLATFORM_NOW      1000000u
#define FIXED_PLATFORM_FILETIME 133000000000000000ull
/* platform_computer_name(), which is this computer's one name. */
#define FIXED_PLATFORM_COMPUTER "FIXED"

/* Gives a transport for a connection to `host`; results as tcp_transport_open(). */
typedef uint32_t fixed_platform_connect(void *context, struct utf16_slice host, uint16_t port,
                                        uint64_t deadline, struct transport **transport);

/* The clock at its beginning, chance at the first number of `seed`, no thread, nobody to connect to
 * (ERROR_CONNECTION_REFUSED), threads allowed. To be called before anything else. */
void fixed_platform_reset(uint64_t seed);
/* Who gives the transports from now on; NULL: nobody. */
void fixed_platform_set_connect(fixed_platform_connect *connect, void *context);

/* Opens a stream; results as platform_connect(), whose place it takes. */
typedef uint32_t fixed_platform_open_stream(struct utf16_slice host, uint16_t port,
                                            uint64_t deadline, struct platform_socket **connected);
/* Who does that from now on; NULL: nobody (ERROR_CONNECTION_REFUSED). */
void fixed_platform_set_streams(fixed_platform_open_stream *open_stream);

/* Moves the clock on; the time of day goes with it. */
void fixed_platform_pass(uint64_t milliseconds);
/* Moves the clock of platform_now() alone: the time of day stays, as if it had been set back. */
void fixed_platform_skip(uint64_t milliseconds);
/* Moves it to a point in time, if that is yet to come: what waiting for a deadline does. A wait without
 * an end (UINT64_MAX) ends the program. */
void fixed_platform_pass_until(uint64_t deadline);

/* Has chance begin again at the first number of `seed`, so that one connection says what another did. */
void fixed_platform_set_chance(uint64_t seed);

/* Whether threads can be had: if not, ERROR_NO_SYSTEM_RESOURCES. */
void fixed_platform_allow_threads(bool allowed);
/* Runs the threads that were launched, to their ends; those that they launch too. */
void fixed_platform_run_threads(void);

#endif
