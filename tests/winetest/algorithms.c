/*
 * A program of its own: libgcrypt as the DLL has it, without the algorithms that are left out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define STANDALONE
#include "wine/test.h"

#include <gcrypt.h>

#define NUMBERS 1024 /* more than libgcrypt has given to any algorithm */

static void every_cipher_opens_or_is_unknown(void)
{
    int number, known = 0;

    for (number = 0; number < NUMBERS; number++)
    {
        gcry_cipher_hd_t cipher = NULL;
        gcry_err_code_t code =
            gcry_err_code(gcry_cipher_open(&cipher, number, GCRY_CIPHER_MODE_ECB, 0));

        ok(!code || code == GPG_ERR_CIPHER_ALGO || code == GPG_ERR_INV_CIPHER_MODE,
           "cipher %d: got %u\n", number, code);
        ok(!code == !!cipher, "cipher %d: got %u and %p\n", number, code, (void *)cipher);
        ok(gcry_cipher_algo_name(number) != NULL, "cipher %d has no name\n", number);
        ok(code == GPG_ERR_CIPHER_ALGO || !gcry_cipher_test_algo(number),
           "cipher %d opens, and is not there\n", number);
        known += code != GPG_ERR_CIPHER_ALGO;
        gcry_cipher_close(cipher);
    }
    ok(known >= 4, "got %d ciphers\n", known);
}

static void every_digest_opens_or_is_unknown(void)
{
    int number, known = 0;

    for (number = 1; number < NUMBERS; number++)
    {
        gcry_md_hd_t digest = NULL;
        gcry_err_code_t code = gcry_err_code(gcry_md_open(&digest, number, 0));

        ok(!code || code == GPG_ERR_DIGEST_ALGO, "digest %d: got %u\n", number, code);
        ok(!code == !!digest, "digest %d: got %u and %p\n", number, code, (void *)digest);
        ok(gcry_md_algo_name(number) != NULL, "digest %d has no name\n", number);
        known += !code;
        gcry_md_close(digest);
    }
    ok(known >= 4, "got %d digests\n", known);
}

static void every_code_opens_or_is_unknown(void)
{
    int number, known = 0;

    for (number = 0; number < NUMBERS; number++)
    {
        gcry_mac_hd_t mac = NULL;
        gcry_err_code_t code = gcry_err_code(gcry_mac_open(&mac, number, 0, NULL));

        /* One that is made of a cipher or a digest passes on what that says. */
        ok(!code || code == GPG_ERR_MAC_ALGO || code == GPG_ERR_CIPHER_ALGO ||
               code == GPG_ERR_DIGEST_ALGO,
           "code %d: got %u\n", number, code);
        ok(!code == !!mac, "code %d: got %u and %p\n", number, code, (void *)mac);
        known += !code;
        gcry_mac_close(mac);
    }
    ok(known >= 4, "got %d codes\n", known);
}

/* The last two are left out. */
static void names_and_object_identifiers_are_looked_up(void)
{
    static const char *const unknown[] = { "nothing", "1.2.3.4", "TWOFISH", "WHIRLPOOL" };
    unsigned int i;

    for (i = 0; i < ARRAY_SIZE(unknown); i++)
    {
        ok(!gcry_cipher_map_name(unknown[i]), "%s is a cipher\n", unknown[i]);
        ok(!gcry_md_map_name(unknown[i]), "%s is a digest\n", unknown[i]);
    }
    ok(gcry_cipher_map_name("AES128") == GCRY_CIPHER_AES128, "AES128 is no cipher\n");
    ok(gcry_md_map_name("SHA512") == GCRY_MD_SHA512, "SHA512 is no digest\n");
}

static void say_nothing(void *context, int level, const char *format, va_list arguments)
{
    (void)context, (void)level, (void)format, (void)arguments;
}

static void start_gcrypt(void)
{
    gcry_set_log_handler(say_nothing, NULL);
    ok(gcry_check_version(NULL) != NULL, "libgcrypt does not start\n");
    gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
    gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
}

START_TEST(algorithms)
{
    start_gcrypt();
    every_cipher_opens_or_is_unknown();
    every_digest_opens_or_is_unknown();
    every_code_opens_or_is_unknown();
    names_and_object_identifiers_are_looked_up();
}

static void the_self_tests_pass(void)
{
    gcry_error_t error = gcry_control(GCRYCTL_SELFTEST, 0);

    ok(!error, "got %s\n", gcry_strerror(error));
}

START_TEST(self_tests)
{
    start_gcrypt();
    the_self_tests_pass();
}

/* Where libgcrypt tests itself before it does anything. */
START_TEST(fips_mode)
{
    gcry_cipher_hd_t cipher = NULL;

    gcry_control(GCRYCTL_FORCE_FIPS_MODE, 0);
    start_gcrypt();
    ok(!!gcry_fips_mode_active(), "the mode is not active\n");
    ok(!!gcry_control(GCRYCTL_OPERATIONAL_P, 0), "libgcrypt is not operational\n");
    the_self_tests_pass();
    ok(!gcry_cipher_open(&cipher, GCRY_CIPHER_AES128, GCRY_CIPHER_MODE_GCM, 0), "no AES\n");
    gcry_cipher_close(cipher);
}

const struct test winetest_testlist[] = {
    { "algorithms", func_algorithms },
    { "self_tests", func_self_tests },
    { "fips_mode", func_fips_mode },
    { 0, 0 },
};
