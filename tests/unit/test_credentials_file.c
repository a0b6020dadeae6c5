/*
 * Whose password a native program calls servers with: what it was told, what is kept, what the
 * configuration names; and which files are refused.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netapi32_posix.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/begin.h"
#include "remote/credentials_find.h"
#include "remote/use_table.h"
#include "support/unit.h"
#include "support/user_files.h"

#define SECRET_MODE 0600

/* "DOMAIN|user|password", or the error. */
static const char *found(const char *server)
{
    static char text[1024];
    struct utf16_name name;
    struct credentials credentials;
    uint32_t status = ERROR_SUCCESS;
    char parts[3][256];

    assert_true(utf16_name_from_utf8(&name, server));
    status = credentials_find(&credentials, utf16_from_name(&name));
    if (status)
    {
        snprintf(text, sizeof(text), "error %u", status);
        assert_int_equal(credentials.kind, CREDENTIALS_CURRENT);
    }
    else if (credentials.kind != CREDENTIALS_PASSWORD)
    {
        snprintf(text, sizeof(text), "%s",
                 credentials.kind == CREDENTIALS_CURRENT ? "the current user" : "nobody");
    }
    else
    {
        utf16_to_utf8(utf16_from_name(&credentials.domain), parts[0], sizeof(parts[0]));
        utf16_to_utf8(utf16_from_name(&credentials.user), parts[1], sizeof(parts[1]));
        utf16_to_utf8(utf16_from_name(&credentials.password), parts[2], sizeof(parts[2]));
        snprintf(text, sizeof(text), "%s|%s|%s", parts[0], parts[1], parts[2]);
    }
    return text;
}

static void put_secret(const char *name, const char *text)
{
    user_file_put(name, text, SECRET_MODE);
}

static void assert_problem(const char *name, const char *expected)
{
    char problem[4096] = "";
    char all[4096];

    assert_true(posix_problem(problem, sizeof(problem)));
    snprintf(all, sizeof(all), "%s%s", user_file(name), expected);
    assert_string_equal(problem, all);
}

/* ---- What a file holds ----------------------------------------------------------------------- */

static void a_file_is_as_that_of_smbclient(void **state)
{
    static const struct
    {
        const char *text;
        const char *found;
    } cases[] = {
        { "username = admin\npassword = secret\n", "|admin|secret" },
        { "username=admin\r\npassword=se=cr et\r\ndomain=OFFICE\r\n", "OFFICE|admin|se=cr et" },
        { "# me\n\nDomain =\nUSERNAME = OFFICE\\admin\nPassword = #1;\xC3\xBC",
          "OFFICE|admin|#1;\xC3\xBC" },
        { "username = admin@office.example\n", "|admin@office.example|" },
        { "username = ad@min\ndomain = OFFICE\n", "OFFICE|ad@min|" },
        { "username =\t adm in \t\r\npassword = \t x y \t \r\n", "|adm in|x y \t " },
        { "username = a\nexact password= x \n", "|a| x " },
    };

    (void)state;
    config_put("[global]\nCredentialsFile = secret\n");
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        put_secret("secret", cases[i].text);
        assert_string_equal(found("server"), cases[i].found);
    }
}

static void what_is_none_is_told_without_what_it_says(void **state)
{
    static const struct
    {
        const char *text;
        const char *found;
        const char *problem;
    } cases[] = {
        { "username = a\nsecret\n", "error 1610",
          ", line 2: lines are username = NAME, password = PASSWORD, domain = NAME" },
        { "user = a\n", "error 1610",
          ", line 1: lines are username = NAME, password = PASSWORD, domain = NAME" },
        { "username = a\n\nUsername = b\n", "error 1610",
          ", line 3: there are two lines with username" },
        { "username = a\npassword = a\nexact password=a\n", "error 1610",
          ": there are two lines with password" },
        { "password = a\npassword =\n", "error 1610",
          ", line 2: there are two lines with password" },
        { "username = a\npassword = a\x01\n", "error 1610",
          ", line 2: the line has a control character" },
        { "username = a\npassword = \xFF\n", "error 1610", ", line 2: the text is no UTF-8" },
        { "password = a\n", "error 2202", ": there is no line with username = NAME" },
        { "username =\n", "error 2202", ": there is no line with username = NAME" },
        { "username = A\\a\ndomain = B\n", "error 2202", ": the username has a domain already" },
        { "", "error 2202", ": there is no line with username = NAME" },
    };

    (void)state;
    config_put("[global]\nCredentialsFile = secret\n");
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        put_secret("secret", cases[i].text);
        assert_string_equal(found("server"), cases[i].found);
        assert_problem("secret", cases[i].problem);
    }
}

static void what_is_too_long_is_told(void **state)
{
    char text[512];

    (void)state;
    config_put("[global]\nCredentialsFile = secret\n");
    snprintf(text, sizeof(text), "username = %0257d\n", 1);
    put_secret("secret", text);
    assert_string_equal(found("server"), "error 2202");
    assert_problem("secret", ": the username is too long");
    snprintf(text, sizeof(text), "username = a\npassword = %0257d\n", 1);
    put_secret("secret", text);
    assert_string_equal(found("server"), "error 86");
    assert_problem("secret", ": the password is too long");
}

/* ---- Which files are refused ----------------------------------------------------------------- */

static void a_file_that_others_have_access_to_is_refused(void **state)
{
    static const unsigned int modes[] = { 0640, 0604, 0620, 0602, 0610, 0601, 0666 };

    (void)state;
    config_put("[global]\nCredentialsFile = secret\n");
    for (size_t i = 0; i < COUNT(modes); i++)
    {
        user_file_put("secret", "username = admin\npassword = secret\n", modes[i]);
        assert_string_equal(found("server"), "error 5");
        assert_problem("secret",
                       ": others have access to this password: chmod 600 takes it from them");
    }
    user_file_put("secret", "username = admin\npassword = secret\n", 0400);
    assert_string_equal(found("server"), "|admin|secret");
}

static void a_file_of_somebody_else_is_refused(void **state)
{
    (void)state;
    if (geteuid())
    {
        skip(); /* nobody else gives files away */
    }
    config_put("[global]\nCredentialsFile = secret\n");
    put_secret("secret", "username = admin\n");
    assert_int_equal(chown(user_file("secret"), 1, 1), 0);
    assert_string_equal(found("server"), "error 5");
    assert_problem("secret", ": a password must be in a file of your own");
}

static void a_file_that_is_not_there_is_told(void **state)
{
    (void)state;
    config_put("[global]\nCredentialsFile = secret\n");
    assert_string_equal(found("server"), "error 2");
    assert_problem("secret", ": there is no such file");
    mkdir(user_file("secret"), 0700);
    assert_string_equal(found("server"), "error 87");
    assert_problem("secret", ": this is no regular file");
}

static void a_configuration_that_is_none_gives_nobody(void **state)
{
    (void)state;
    config_put("[global]\nCredentialFile = secret\n");
    assert_string_equal(found("server"), "error 1610");
    assert_problem("netapi32.conf", ", line 2: there is no setting CredentialFile");
}

/* ---- Which counts ---------------------------------------------------------------------------- */

static void without_any_it_is_the_current_user(void **state)
{
    (void)state;
    assert_string_equal(found("server"), "the current user");
    config_put("[server server]\nPort = 1\n");
    assert_string_equal(found("server"), "the current user");
}

static void a_server_can_have_its_own_or_none(void **state)
{
    char absolute[512];

    (void)state;
    put_secret("all", "username = all\n");
    put_secret("own", "username = own\n");
    snprintf(absolute, sizeof(absolute),
             "[global]\nCredentialsFile = all\n[server a]\nCredentialsFile = %s\n"
             "[server b]\nCredentialsFile =\n[server c]\nPort = 1\n",
             user_file("own"));
    config_put(absolute);
    assert_string_equal(found("A"), "|own|");
    assert_string_equal(found("b"), "the current user");
    assert_string_equal(found("c"), "|all|");
    assert_string_equal(found("d"), "|all|");
}

static void the_order_is_as_documented(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("server");
    const struct utf16_name user = utf16_name_from_ascii("use");
    struct credentials credentials;
    bool is_gone = false;

    (void)state;
    put_secret("all", "username = all\n");
    config_put("[global]\nCredentialsFile = all\n");
    assert_string_equal(found("server"), "|all|");
    assert_int_equal(posix_credentials_store(u"Server", u"kept", u"1"), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|kept|1");
    assert_int_equal(posix_credentials_use(NULL, u"OFFICE\\any", u"2"), ERROR_SUCCESS);
    assert_string_equal(found("server"), "OFFICE|any|2");
    assert_int_equal(posix_credentials_use(u"SERVER", u"mine", u"3"), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|mine|3");
    assert_string_equal(found("other"), "OFFICE|any|2");
    assert_int_equal(credentials_set(&credentials, utf16_from_name(&user), utf16_from_name(&user)),
                     ERROR_SUCCESS);
    assert_int_equal(use_table_add(utf16_from_name(&server), &credentials), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|use|use");
    assert_int_equal(use_table_remove(utf16_from_name(&server), true, &is_gone), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|mine|3");
    posix_credentials_forget();
    assert_string_equal(found("server"), "|kept|1");
    assert_int_equal(posix_credentials_remove(u"SERVER"), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|all|");
}

static void what_a_test_sets_goes_before_files(void **state)
{
    (void)state;
    posix_credential_set("server", "set", "1");
    put_secret("all", "username = all\n");
    config_put("[global]\nCredentialsFile = all\n");
    assert_string_equal(found("server"), "|set|1");
}

/* ---- What the process is told ---------------------------------------------------------------- */

static void what_nobody_can_be_is_refused(void **state)
{
    uint16_t endless[NAME_LENGTH_MAX + 2] = { 0 };

    (void)state;
    for (size_t i = 0; i <= NAME_LENGTH_MAX; i++)
    {
        endless[i] = 'x';
    }
    assert_int_equal(posix_credentials_use(NULL, u"", u""), ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_credentials_use(NULL, endless, u""), ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_credentials_use(NULL, u"a", endless), ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_credentials_use(endless, u"a", u""), ERROR_INVALID_PARAMETER);
    assert_string_equal(found("server"), "the current user");
}

static void a_file_can_be_given(void **state)
{
    uint16_t path[512];
    size_t length = 0;

    (void)state;
    put_secret("mine", "username = mine\npassword = 1\n");
    utf16_from_utf8(path, &length, user_file("mine"));
    path[length] = 0;
    assert_int_equal(posix_credentials_use_file(path), ERROR_SUCCESS);
    assert_string_equal(found("server"), "|mine|1");
    user_file_put("mine", "username = mine\n", 0644);
    assert_int_equal(posix_credentials_use_file(path), ERROR_ACCESS_DENIED);
    assert_string_equal(found("server"), "|mine|1"); /* as before */
    assert_int_equal(posix_credentials_use_file(u"/nowhere/at/all"), ERROR_FILE_NOT_FOUND);
}

/* ---- What is kept ---------------------------------------------------------------------------- */

static void what_is_kept_is_for_the_user_alone(void **state)
{
    struct stat information;

    (void)state;
    assert_int_equal(posix_credentials_store(u"files.example.com", u"A\\b", u"c=#d"),
                     ERROR_SUCCESS);
    assert_int_equal(stat(user_file("credentials/FILES.EXAMPLE.COM"), &information), 0);
    assert_int_equal(information.st_mode & 0777, 0600);
    assert_int_equal(stat(user_file("credentials"), &information), 0);
    assert_int_equal(information.st_mode & 0777, 0700);
    assert_string_equal(found("Files.Example.Com"), "A|b|c=#d");
    /* Whoever opened it up has it closed. */
    assert_int_equal(chmod(user_file("credentials/FILES.EXAMPLE.COM"), 0644), 0);
    assert_string_equal(found("files.example.com"), "error 5");
    assert_int_equal(posix_credentials_store(u"files.example.com", u"e", u""), ERROR_SUCCESS);
    assert_string_equal(found("files.example.com"), "|e|");
}

static void a_name_is_never_a_path(void **state)
{
    static const uint16_t *const names[] = { u"..",  u".", u"a/../../b", u"/etc/passwd",
                                             u"%41", u"A", u"b\u00FC" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        char name[64];

        assert_true(utf16_to_utf8(utf16_from_terminated(names[i]), name, sizeof(name)));
        assert_int_equal(posix_credentials_store(names[i], u"a", u""), ERROR_SUCCESS);
        assert_string_equal(found(name), "|a|");
        assert_int_equal(posix_credentials_remove(names[i]), ERROR_SUCCESS);
        assert_int_equal(posix_credentials_remove(names[i]), ERROR_NOT_FOUND);
        assert_string_equal(found(name), "the current user");
    }
    assert_int_equal(rmdir(user_file("credentials")), 0); /* nothing else was made there */
}

static void a_password_is_kept_as_it_is(void **state)
{
    static const char *const passwords[] = { " a", "a ", "\ta=b\t", " ", "# a", "\xC3\xBC" };

    (void)state;
    for (size_t i = 0; i < COUNT(passwords); i++)
    {
        uint16_t password[32];
        size_t length = 0;
        char expected[64];

        utf16_from_utf8(password, &length, passwords[i]);
        password[length] = 0;
        assert_int_equal(posix_credentials_store(u"server", u"me", password), ERROR_SUCCESS);
        snprintf(expected, sizeof(expected), "|me|%s", passwords[i]);
        assert_string_equal(found("server"), expected);
    }
}

static void what_no_file_can_hold_is_not_kept(void **state)
{
    static const uint16_t *const passwords[] = { u"a\nb", u"a\r", u"\x01" };

    (void)state;
    for (size_t i = 0; i < COUNT(passwords); i++)
    {
        assert_int_equal(posix_credentials_store(u"server", u"a", passwords[i]),
                         ERROR_INVALID_PARAMETER);
    }
    assert_int_equal(posix_credentials_store(u"server", u"", u"a"), ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_credentials_store(u"", u"a", u"a"), ERROR_INVALID_PARAMETER);
    assert_string_equal(found("server"), "the current user");
}

/* ---- Changes --------------------------------------------------------------------------------- */

static void assert_changed(uint64_t *generation)
{
    const uint64_t now = platform_generation();

    assert_true(now > *generation);
    *generation = now;
    assert_true(platform_generation() == now);
}

static void the_generation_tells_of_changes(void **state)
{
    uint64_t generation = 0;

    (void)state;
    put_secret("all", "username = all\n");
    config_put("[global]\nCredentialsFile = all\n");
    assert_string_equal(found("server"), "|all|");
    assert_changed(&generation);
    put_secret("all", "username = other\n");
    assert_changed(&generation);
    assert_string_equal(found("server"), "|other|");
    assert_int_equal(posix_credentials_store(u"server", u"kept", u""), ERROR_SUCCESS);
    assert_changed(&generation);
    assert_string_equal(found("server"), "|kept|");
    assert_int_equal(posix_credentials_remove(u"server"), ERROR_SUCCESS);
    assert_changed(&generation);
    assert_int_equal(posix_credentials_use(NULL, u"a", u""), ERROR_SUCCESS);
    assert_changed(&generation);
    posix_credentials_forget();
    assert_changed(&generation);
    assert_string_equal(found("server"), "|other|");
}

int main(void)
{
#define IN_A_FOLDER(test)                                                                          \
    cmocka_unit_test_setup_teardown(test, user_files_set_up, user_files_tear_down)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_file_is_as_that_of_smbclient),
        IN_A_FOLDER(what_is_none_is_told_without_what_it_says),
        IN_A_FOLDER(what_is_too_long_is_told),
        IN_A_FOLDER(a_file_that_others_have_access_to_is_refused),
        IN_A_FOLDER(a_file_of_somebody_else_is_refused),
        IN_A_FOLDER(a_file_that_is_not_there_is_told),
        IN_A_FOLDER(a_configuration_that_is_none_gives_nobody),
        IN_A_FOLDER(without_any_it_is_the_current_user),
        IN_A_FOLDER(a_server_can_have_its_own_or_none),
        IN_A_FOLDER(the_order_is_as_documented),
        IN_A_FOLDER(what_a_test_sets_goes_before_files),
        IN_A_FOLDER(what_nobody_can_be_is_refused),
        IN_A_FOLDER(a_file_can_be_given),
        IN_A_FOLDER(what_is_kept_is_for_the_user_alone),
        IN_A_FOLDER(a_name_is_never_a_path),
        IN_A_FOLDER(a_password_is_kept_as_it_is),
        IN_A_FOLDER(what_no_file_can_hold_is_not_kept),
        IN_A_FOLDER(the_generation_tells_of_changes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
