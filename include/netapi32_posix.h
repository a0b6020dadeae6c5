/*
 * What a native program says to the native netapi32: that the user's files count, what they hold, and
 * whose password is meant. They are in place of the registry and the Credential Manager.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The configuration is $XDG_CONFIG_HOME/netapi32/netapi32.conf (without that variable, in
 * ~/.config), with the names and values that the registry has (netapi32_settings.h):
 *
 *     # a comment
 *     [global]
 *     CallTimeout = 5000
 *     [server files.example.com]
 *     Port = 4450
 *     [group office]
 *     Servers = files.example.com @mail
 *
 * A line is a section, a setting of the section above it, a comment (# or ;) or empty; blanks around
 * names and values do not count, nor does the case of names; text is UTF-8. Whatever else stands there
 * is an error, which posix_problem() tells with its line: a name that no setting has or that stands
 * twice, a value that cannot be. Then nothing is read of the file, and calls fail.
 *
 * CredentialsFile names a file with a password, in [global] for all servers or in a server's own section,
 * where no value means none: an absolute path, or one from the folder of netapi32.conf. Like that of
 * smbclient's option -A it has username, password and domain, each at most once:
 *
 *     username = admin
 *     password = secret
 *     domain = OFFICE
 *
 * Blanks at the end of a password are a part of it, those in front are not; `exact password` has all that
 * stands behind the equals sign. It must belong to the user, and others may have no access to it.
 *
 * All text is UTF-16, terminated. Functions may be called by several threads at once, and return Win32
 * codes: ERROR_SUCCESS, ERROR_NOT_ENOUGH_MEMORY, those that stand at each, and for files
 *   ERROR_BAD_CONFIGURATION  what the file holds is none of the above
 *   ERROR_ACCESS_DENIED      it may not be read or written, or others may read what is secret
 *   ERROR_FILE_NOT_FOUND     there is none, where one is named
 *   ERROR_FILE_TOO_LARGE     larger than 1 MiB
 *   ERROR_INVALID_PARAMETER  no regular file
 *   ERROR_GEN_FAILURE        whatever else the system says
 */
#ifndef NETAPI32_POSIX_H
#define NETAPI32_POSIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From now on this process is a program of the user: it goes by his files, where before there is no
 * configuration, and logs only where NETAPI32_DEBUG is set in the environment. */
void posix_use_files(void);

/* What is wrong with what the user has, as far as it was looked at, as a sentence in UTF-8: with a file and
 * its line ("/home/u/.config/netapi32/netapi32.conf, line 3: there is no setting Adress"), or with his
 * ticket, in place of which nobody's session was asked for ("The Kerberos ticket for cifs/files: Ticket
 * expired"). False, and empty text, where nothing is. What does not fit is cut. For whoever reports one of
 * the codes above, and for whom access was denied. */
bool posix_problem(char *text, size_t size);

/* ---- Configuration --------------------------------------------------------------------------- */

enum posix_section
{
    POSIX_SECTION_GLOBAL, /* its name is NULL */
    POSIX_SECTION_SERVER,
    POSIX_SECTION_GROUP, /* Servers: names, with blanks between them */
};

/* The longest value, in code units: of a group. Of others NAME_LENGTH_MAX, 256. */
#define POSIX_VALUE_MAX 65535

/* The functions below work on files whose values cannot be, so that those can be mended; but not on
 * those with lines that are none. Without the switch above, too. */

/* The path of netapi32.conf, in UTF-8; false where it has no place (neither HOME nor an account) or
 * does not fit. */
bool posix_config_path(char *path, size_t size);

/* The file as it is now, for the three functions that follow; no file is an empty one. What changes later
 * is not seen. To be closed with posix_config_close(), which takes NULL, too: that is what *config is after a
 * failure. */
struct posix_config;

uint32_t posix_config_open(struct posix_config **config);
void posix_config_close(struct posix_config *config);
/* Reads a value: `capacity` units with the terminator. ERROR_FILE_NOT_FOUND when it is not set,
 * ERROR_MORE_DATA when it does not fit. On failure it is empty. */
uint32_t posix_config_get(const struct posix_config *config, enum posix_section section,
                          const uint16_t *name, const uint16_t *setting, uint16_t *value,
                          size_t capacity);
/* Whether there is such a section: ERROR_SUCCESS, ERROR_FILE_NOT_FOUND. */
uint32_t posix_config_find(const struct posix_config *config, enum posix_section section,
                           const uint16_t *name);
/* The name of the index-th section of this kind, in the order of the file. ERROR_NO_MORE_ITEMS behind
 * the last, ERROR_MORE_DATA when it does not fit. */
uint32_t posix_config_at(const struct posix_config *config, enum posix_section section,
                         size_t index, uint16_t *name, size_t capacity);

/* Sets a value, or removes the setting where it is NULL; the section is made where there is none. The
 * file is replaced whole, comments and order stay, and of two writers at once none loses what the other
 * wrote. ERROR_INVALID_PARAMETER for names and values that no line can hold: empty names, control
 * characters, blanks at their ends, or too long. ERROR_INVALID_NAME for a setting that there is not in
 * such a section. */
uint32_t posix_config_set_value(enum posix_section section, const uint16_t *name,
                                const uint16_t *setting, const uint16_t *value);
/* Removes a section with all that is set there. ERROR_FILE_NOT_FOUND when there is none. */
uint32_t posix_config_remove(enum posix_section section, const uint16_t *name);

/* ---- Credentials ----------------------------------------------------------------------------- */

/* In the order in which they count, for each server: what NetUseAdd was given; the user of this process
 * for that server, then for all; the password that is kept for the server; the CredentialsFile of the
 * server, else that of [global]; the user's Kerberos ticket; else nobody's. */

/* Says who this process is for a server, or for all with NULL, until it says otherwise: user as a person
 * writes it (NAME, DOMAIN\NAME, NAME@REALM). Both are copied; the copies are wiped when they are forgotten.
 * ERROR_INVALID_PARAMETER for an empty user, and for what is longer than 256 units. */
uint32_t posix_credentials_use(const uint16_t *server, const uint16_t *user,
                               const uint16_t *password);
/* The same for all servers, from a file as above. Its path is the system's own, relative to the current
 * folder. */
uint32_t posix_credentials_use_file(const uint16_t *path);
/* Forgets both. */
void posix_credentials_forget(void);

/* Keeps a password for this process and later ones: in netapi32/credentials, a file for each server.
 * ERROR_INVALID_PARAMETER as above, and for what such a file cannot hold: control characters; blanks at the
 * ends of a user name. */
uint32_t posix_credentials_store(const uint16_t *server, const uint16_t *user,
                                 const uint16_t *password);
/* Removes what is kept. ERROR_NOT_FOUND when there is none. */
uint32_t posix_credentials_remove(const uint16_t *server);

#endif
