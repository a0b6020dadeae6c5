/*
 * What the portable code needs from the system: one header, implemented by win32.c and posix.c.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Functions that can fail return Win32 codes (base/status.h). Deadlines are points in time on the
 * clock of platform_now(); a deadline that has passed gives ERROR_SEM_TIMEOUT.
 */
#ifndef NETAPI32_PLATFORM_H
#define NETAPI32_PLATFORM_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ip_address.h"
#include "base/utf16.h"

/* ---- Start-up ------------------------------------------------------------------------------ */

/* Starts sockets, once in a process, safely with many threads: to be called before what resolves a
 * name or connects. ERROR_NOT_ENOUGH_MEMORY, or what the system says. */
uint32_t platform_start(void);

/* ---- Time, chance, memory, text ------------------------------------------------------------- */

/* Milliseconds on a clock that never goes back. */
uint64_t platform_now(void);
/* The time of day in 100 ns since 1601 (FILETIME, [MS-DTYP] 2.3.3). */
uint64_t platform_filetime(void);
#define FILETIME_SECOND        10000000u
#define FILETIME_OF_UNIX_EPOCH 116444736000000000ull /* 1970-01-01 */
/* Fills `data` with random bytes fit for keys. */
uint32_t platform_random(void *data, size_t size);
/* The simple upper case of one UTF-16 unit, as [MS-NLMP] and Windows' name comparison use it. */
uint16_t platform_upcase(uint16_t unit);
/* The name of this computer (NetBIOS form, upper case), empty if it has none. */
void platform_computer_name(struct utf16_name *name);
/* The DNS name of the domain that this computer says it is in; empty if it says none. */
void platform_domain_name(struct utf16_name *name);
/* The name of the user whom this process runs as, without a domain; empty if there is none. */
void platform_user_name(struct utf16_name *name);
/* Whether this is one of the names that this computer has: NetBIOS, DNS host name, fully qualified.
 * Answers at once, without asking a name server. */
bool platform_is_own_name(struct utf16_slice name);

/* API buffers: blocks that NetApiBufferFree takes back. */
void *platform_api_allocate(size_t size);
void platform_api_free(void *block);

/* ---- Sockets --------------------------------------------------------------------------------- */

/* One side of a connection, or where datagrams come from and go to. */
struct ip_endpoint
{
    struct ip_address address;
    uint32_t scope; /* the interface of a link-local IPv6 address; 0: none */
    uint16_t port;
};

struct platform_socket;

/* Resolves `host` (a name, or an IPv4 or IPv6 address, with or without brackets) and connects to
 * the first of its addresses that answers, which is *peer then (NULL is allowed); all are tried. The
 * caller owns *connected. ERROR_CONNECTION_REFUSED when the last address refused, ERROR_BAD_NETPATH when
 * the name is unknown or no address can be reached, ERROR_SEM_TIMEOUT. ERROR_NOT_ENOUGH_MEMORY, or
 * ERROR_NO_SYSTEM_RESOURCES where the system has no socket: then no further address is tried. */
uint32_t platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                          struct platform_socket **connected, struct ip_endpoint *peer);
/* Sends all of `data`. ERROR_NETNAME_DELETED when the peer is gone. */
uint32_t platform_send(struct platform_socket *connected, const void *data, size_t size,
                       uint64_t deadline);
/* Receives 1 to `size` bytes. ERROR_NETNAME_DELETED at the end of the stream. */
uint32_t platform_receive(struct platform_socket *connected, void *data, size_t size,
                          size_t *received, uint64_t deadline);
/* Closes and releases; NULL is allowed. */
void platform_close(struct platform_socket *connected);

/* The addresses that the system's resolver has for `host`, up to `size`, with this port; *count says
 * how many. ERROR_BAD_NETPATH when the name is unknown; ERROR_SEM_TIMEOUT; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t platform_resolve(struct utf16_slice host, uint16_t port, uint64_t deadline,
                          struct ip_endpoint *endpoints, size_t size, size_t *count);

/* Datagrams (UDP) to some peers, and from them alone: each has a socket of its own, and so a port on
 * this side that nobody can foresee. */
struct platform_datagrams;
#define PLATFORM_PEERS_MAX 16

/* The caller owns *opened. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t platform_datagrams_open(struct platform_datagrams **opened);
/* Adds a peer, whose number is *peer. ERROR_NO_SYSTEM_RESOURCES for the seventeenth; ERROR_BAD_NETPATH
 * where no way leads to it. */
uint32_t platform_datagrams_add(struct platform_datagrams *datagrams,
                                const struct ip_endpoint *endpoint, size_t *peer);
/* ERROR_BAD_NETPATH when it cannot be sent, ERROR_CONNECTION_REFUSED when the peer is known not to
 * listen. */
uint32_t platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                 const void *data, size_t size);
/* Waits for the next datagram of any peer; what is longer than `size` is cut. *peer says whose it is,
 * also with ERROR_CONNECTION_REFUSED: that one does not listen. ERROR_SEM_TIMEOUT where there is none;
 * one that is there is received after the deadline too, so that whoever waits for a certain one looks at
 * the time. */
uint32_t platform_datagrams_receive(struct platform_datagrams *datagrams, void *data, size_t size,
                                    size_t *received, size_t *peer, uint64_t deadline);
void platform_datagrams_close(struct platform_datagrams *datagrams); /* NULL is allowed */

/* The name servers that the system asks, in its order, up to `size`; *count says how many: none where the
 * system tells none. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t platform_name_servers(struct ip_endpoint *servers, size_t size, size_t *count);

/* ---- Threads --------------------------------------------------------------------------------- */

/* The one lock of the process, with a condition to wait for; it guards the connection pool. It is
 * never held over anything that waits for the network. */
void platform_monitor_enter(void);
void platform_monitor_leave(void);
/* Leaves the monitor until it is notified or the deadline passes, and enters it again. */
void platform_monitor_wait(uint64_t deadline);
void platform_monitor_notify(void);

/* Runs `function` on a thread of its own. The library stays loaded until it returns. */
uint32_t platform_thread_start(void (*function)(void *argument), void *argument);
/* The same, for a caller that has something else to do until the thread runs. Before it returns to the
 * program, platform_threads_settle() waits for that, which platform_thread_start() does at once. */
uint32_t platform_thread_launch(void (*function)(void *argument), void *argument);
void platform_threads_settle(void);

/* ---- Configuration and credentials ----------------------------------------------------------- */

/* The values of a server in the configuration (on Windows the registry, below
 * HKEY_CURRENT_USER\Software\Wine\Netapi32). */
struct platform_config
{
    void *key;                 /* where the system has keys */
    struct utf16_slice server; /* where it has not */
};

/* `server` names the subkey below Servers and must last as long as `config`; an absent slice means the
 * values of all servers. To be closed after success. ERROR_FILE_NOT_FOUND when there are none; whatever else
 * keeps them from being read, ERROR_BAD_CONFIGURATION for what no configuration can hold. */
uint32_t platform_config_open(struct platform_config *config, struct utf16_slice server);
void platform_config_close(struct platform_config *config);
/* Reads a number or a text. False when there is none. */
bool platform_config_number(const struct platform_config *config, const char *name,
                            uint32_t *value);
bool platform_config_text(const struct platform_config *config, const char *name,
                          struct utf16_name *value);

/* A password that the system keeps for `server` (on Windows the Credential Manager). `user` is as
 * the person wrote it (name, DOMAIN\name, name@realm). The caller wipes both after use, whatever the
 * result is. ERROR_NOT_FOUND when there is none; one that is there and cannot be used is never taken for
 * none: NERR_BadUsername without a user, or with one that is too long for any, ERROR_INVALID_PASSWORD for
 * a password that is, or that is no text, or what the system says where it cannot be read. */
uint32_t platform_stored_credential(struct utf16_slice server, struct utf16_name *user,
                                    struct utf16_name *password);
/* Releases what is kept of them, before the library is unloaded. */
void platform_stored_credentials_end(void);

/* A number that is another one when the configuration, the stored credentials or the names of this
 * computer may have changed since it was asked last; it only grows. 0 where the system cannot tell. */
uint64_t platform_generation(void);
/* Ends what tells of changes, before the library is unloaded. */
void platform_generation_end(void);

/* ---- The accounts of this computer ----------------------------------------------------------- */

/* One run of bytes, which all programs of this computer share and which outlasts them (on Windows a
 * value of the registry, PLATFORM_ACCOUNTS_KEY). It is replaced whole: who reads it has what was
 * written last, and who is killed while he writes it leaves what there was, or what he wrote. */
#define PLATFORM_ACCOUNTS_KEY   "SAM\\SAM\\Domains\\Account"
#define PLATFORM_ACCOUNTS_VALUE "Netapi32Accounts"

/* The caller releases *data with free(). ERROR_FILE_NOT_FOUND when nothing was ever written,
 * ERROR_INTERNAL_DB_CORRUPTION for what cannot have been written here, and for more than `size_max`
 * bytes, ERROR_NOT_ENOUGH_MEMORY, or what the system says. */
uint32_t platform_accounts_read(size_t size_max, uint8_t **data, size_t *size);
/* To be called with the lock. */
uint32_t platform_accounts_write(const void *data, size_t size);
/* The lock of those who change them, for all programs of this computer; it ends with the program that
 * has it. To be given back by the thread that took it. ERROR_SEM_TIMEOUT, or what the system says. */
uint32_t platform_accounts_lock(uint64_t deadline, void **lock);
void platform_accounts_unlock(void *lock);

/* ---- Files of the host ----------------------------------------------------------------------- */

/* Paths are those of the host, absolute: /var/run/utmp, also where the program is a Windows program
 * under Wine. Paths of other forms are the system's own. */

/* Reads a file in one go. The caller releases *data with free(). ERROR_FILE_NOT_FOUND, whatever else
 * the system says, ERROR_INVALID_PARAMETER for what is no regular file, ERROR_FILE_TOO_LARGE when it is
 * larger than `size_max`, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t platform_read_file(const struct utf16_name *path, size_t size_max, uint8_t **data,
                            size_t *size);
bool platform_file_exists(const struct utf16_name *path);
/* The time of the last access (FILETIME) to a file of any kind, a terminal for example. */
bool platform_last_access(const struct utf16_name *path, uint64_t *filetime);
/* Calls `visit` for each name in a folder, in any order, until it returns false. */
uint32_t platform_list_folder(const struct utf16_name *path,
                              bool (*visit)(const struct utf16_name *name, void *context),
                              void *context);

/* ---- Log ------------------------------------------------------------------------------------- */

enum log_class
{
    LOG_FIXME,
    LOG_ERR,
    LOG_WARN,
    LOG_TRACE,
};

/* Whether somebody listens (WINEDEBUG=+netapi32 under Wine, NETAPI32_DEBUG=1 elsewhere); to what ought not
 * to be (LOG_FIXME, LOG_ERR) without being asked, but not natively in programs of the user. */
bool platform_log_enabled(enum log_class class);
/* One line; `function` is put in front. Use the macros of platform/log.h. */
void platform_log(enum log_class class, const char *function, const char *format, ...)
#ifdef __clang__
    __attribute__((format(printf, 3, 4)));
#else
    __attribute__((format(gnu_printf, 3, 4)));
#endif

#endif
