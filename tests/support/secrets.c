/*
 * All that is secret about a logon, as a test knows it from elsewhere than from the library.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/secrets.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auth/ntlm_crypto.h"
#include "crypto/crypto.h"
#include "platform/platform.h"

#define KEY_SIZE 16
#define LOG_SIZE 65536

static void set(struct secret *secret, const char *name, const void *data, size_t size)
{
    if (size > SECRET_SIZE_MAX)
    {
        abort();
    }
    secret->name = name;
    secret->size = size;
    memcpy(secret->data, data, size);
}

void secrets_of_user(struct secret secrets[SECRETS], const char *user, const char *password)
{
    struct utf16_name user_name;
    struct utf16_name password_name;
    struct bytes password_bytes;
    uint8_t hash[MD4_SIZE];
    uint8_t key[NTLM_KEY_SIZE];

    if (crypto_start() || !utf16_name_from_utf8(&user_name, user) ||
        !utf16_name_from_utf8(&password_name, password))
    {
        abort();
    }
    password_bytes = (struct bytes){ (const uint8_t *)password_name.units,
                                     password_name.length * sizeof(uint16_t) };
    if (crypto_md4(&password_bytes, 1, hash) ||
        ntlm_response_key(utf16_from_name(&password_name), utf16_from_name(&user_name),
                          (struct utf16_slice){ 0 }, key))
    {
        abort();
    }
    set(&secrets[SECRET_PASSWORD], "password", password, strlen(password));
    set(&secrets[SECRET_PASSWORD_UTF16], "password in UTF-16", password_bytes.data,
        password_bytes.size);
    set(&secrets[SECRET_NT_HASH], "NT hash", hash, sizeof(hash));
    set(&secrets[SECRET_RESPONSE_KEY], "NTLMv2 response key", key, sizeof(key));
}

/* ---- The server's log ------------------------------------------------------------------------ */

/* The log from where it tells keys for the last time. */
static const char *read_log(const struct bed *bed)
{
    static const char heading[] = "dumping generated session keys";
    static char log[LOG_SIZE + 1];
    const char *last = NULL;
    char path[PATH_MAX];
    FILE *file = NULL;

    snprintf(path, sizeof(path), "%s/log/log.smbd", bed_folder(bed));
    file = fopen(path, "re");
    if (!file)
    {
        abort();
    }
    log[fread(log, 1, LOG_SIZE, file)] = 0;
    fclose(file);
    for (const char *next = log; (next = strstr(next, heading)) != NULL; next++)
    {
        last = next;
    }
    return last;
}

/* Reads a line such as "Signing Key   [0000] C2 04 AA ...": 16 bytes in hexadecimal. */
static void read_key(struct secret *secret, const char *log, const char *name)
{
    const char *line = log ? strstr(log, name) : NULL;
    const char *digits = line ? strchr(line, ']') : NULL;
    uint8_t key[KEY_SIZE];

    if (!digits)
    {
        abort();
    }
    digits++;
    for (size_t i = 0; i < KEY_SIZE; i++)
    {
        char *end = NULL;

        key[i] = (uint8_t)strtoul(digits, &end, 16);
        digits = end;
    }
    set(secret, name, key, sizeof(key));
}

void secrets_of_connection(struct secret secrets[SECRETS], const struct bed *bed)
{
    const char *log = read_log(bed);

    read_key(&secrets[SECRET_SESSION_KEY], log, "Session Key");
    read_key(&secrets[SECRET_SIGNING_KEY], log, "Signing Key");
    read_key(&secrets[SECRET_ENCRYPTION_KEY], log, "ServerIn Key");
    read_key(&secrets[SECRET_DECRYPTION_KEY], log, "ServerOut Key");
}
