/*
 * Paths and names as a server like Windows sees them, which has all of the operations.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Its canonical forms are not those of this project in all that the specification leaves open: so it
 * is seen who has answered.
 */
#include "families/names/names.h"
#include "families/names/validate_name.h"
#include "families/workstation/computer_names.h"
#include "platform/utf16_equal.h"
#include "support/live.h"
#include "support/utf16_literal.h"
#include "support/windows_server.h"

static const struct utf16_slice nothing = { .units = NULL };
static const struct utf16_slice user = U("alice");

static struct target start_server_that(const char *const *arguments)
{
    struct utf16_name name;
    struct target target;

    assert_int_equal(start_windows_server(arguments), 0);
    name = utf16_name_from_ascii(windows_server_name(WINDOWS_ADMIN));
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    return target;
}

static struct target start_whole_server(void)
{
    static const char *const arguments[] = { NULL };

    return start_server_that(arguments);
}

static bool canonical_is(const struct canonical_path *path, const char *text)
{
    const struct utf16_name expected = utf16_name_from_ascii(text);

    return !utf16_compare((struct utf16_slice){ path->units, path->length },
                          utf16_from_name(&expected)) &&
           !path->units[path->length];
}

/* ---- Paths ----------------------------------------------------------------------------------- */

static void server_types_and_compares_paths(void **state)
{
    static const struct utf16_slice local = U("C:\\a");
    static const struct utf16_slice same = U("c:/x/../A");
    static const struct utf16_slice other = U("C:\\b");
    static const struct utf16_slice none = U("a|b");
    static const struct utf16_slice port = U("LPT1:");
    const struct target target = start_whole_server();
    uint32_t type = 7;

    (void)state;
    assert_int_equal(names_path_type(&target, local, 0, &type), ERROR_SUCCESS);
    assert_int_equal(type, ITYPE_PATH_ABSD);
    assert_int_equal(names_path_type(&target, port, 0, &type), ERROR_SUCCESS);
    assert_int_equal(type, ITYPE_DEVICE_LPT);
    assert_int_equal(names_path_type(&target, none, 0, &type), ERROR_INVALID_NAME);
    assert_int_equal(type, 0);
    assert_int_equal(names_path_compare(&target, local, same, 0, 0), 0);
    assert_int_equal(names_path_compare(&target, local, other, 0, 0), -1);
    assert_int_equal(names_path_compare(&target, other, local, 0, 0), 1);
}

static void server_makes_paths_canonical_that_fit(void **state)
{
    static const struct utf16_slice path = U("a/../b");
    static const struct utf16_slice prefix = U("C:\\x");
    const struct target target = start_whole_server();
    struct canonical_path canonical;
    uint32_t type = 0;

    (void)state;
    for (size_t size = 0; size < 2 * PATH_LENGTH_MAX; size++)
    {
        const bool fits = size > 6;

        type = 0;
        assert_int_equal(names_path_canonicalize(&target, path, prefix, 0, size, &type, &canonical),
                         fits ? ERROR_SUCCESS : NERR_BufTooSmall);
        assert_int_equal(type, fits ? ITYPE_PATH_ABSD : 0);
        assert_true(canonical_is(&canonical, fits ? "C:\\x\\b" : ""));
        size += fits ? 100 : 0;
    }
    /* Not as it is here: the device keeps its colon. */
    type = ITYPE_DEVICE_LPT;
    assert_int_equal(names_path_canonicalize(&target, (struct utf16_slice)U("LPT1:"), nothing, 0,
                                             99, &type, &canonical),
                     ERROR_SUCCESS);
    assert_true(canonical_is(&canonical, "LPT1:"));
}

static void one_operation_that_is_missing_is_answered_here(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "srvsvc:31", NULL };
    static const struct utf16_slice port = U("LPT1:");
    const struct target target = start_server_that(arguments);
    struct canonical_path canonical;
    uint32_t type = 0;

    (void)state;
    for (int call = 0; call < 2; call++)
    {
        assert_int_equal(names_path_canonicalize(&target, port, nothing, 0, 99, &type, &canonical),
                         ERROR_SUCCESS);
        assert_true(canonical_is(&canonical, "LPT1"));
    }
    assert_int_equal(names_path_type(&target, port, 0, &type), ERROR_SUCCESS);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static void server_validates_and_compares_names(void **state)
{
    static const struct utf16_slice upper = U("ALICE");
    static const struct utf16_slice bob = U("bob");
    static const struct utf16_slice none = U("a|b");
    const struct target target = start_whole_server();

    (void)state;
    assert_int_equal(names_validate(&target, user, NAMETYPE_USER, 0), ERROR_SUCCESS);
    assert_int_equal(names_validate(&target, none, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
    assert_int_equal(names_validate(&target, user, 14, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(names_compare(&target, user, upper, NAMETYPE_USER, 0), 0);
    assert_int_equal(names_compare(&target, user, bob, NAMETYPE_USER, 0), -1);
    assert_int_equal(names_compare(&target, bob, user, NAMETYPE_USER, 0), 1);
    assert_int_equal(names_compare(&target, user, none, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
}

/* Users too are in upper case there. */
static void server_makes_names_canonical_that_fit(void **state)
{
    static const struct utf16_slice upper = U("ALICE");
    static const size_t sizes[] = { 0, 5, 6, 7, NAME_TYPE_LENGTH_MAX + 1, 100000 };
    const struct target target = start_whole_server();
    struct canonical_name canonical;

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++)
    {
        const bool fits = sizes[i] > 5;

        assert_int_equal(names_canonicalize(&target, user, NAMETYPE_USER, 0, sizes[i], &canonical),
                         fits ? ERROR_SUCCESS : NERR_BufTooSmall);
        assert_int_equal(utf16_compare((struct utf16_slice){ canonical.units, canonical.length },
                                       fits ? upper : (struct utf16_slice){ .length = 0 }),
                         0);
        assert_int_equal(canonical.units[canonical.length], 0);
    }
}

/* ---- Answers that break the rules ------------------------------------------------------------ */

static void text_without_an_end_is_refused(void **state)
{
    static const char *const arguments[] = { "--no-terminator", NULL };
    static const struct utf16_slice path = U("C:\\a");
    static const size_t sizes[] = { 10, PATH_LENGTH_MAX + 1, 30000 };
    const struct target target = start_server_that(arguments);
    struct canonical_path canonical;
    struct canonical_name name;

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++)
    {
        uint32_t type = 0;

        assert_int_equal(
            names_path_canonicalize(&target, path, nothing, 0, sizes[i], &type, &canonical),
            RPC_X_BAD_STUB_DATA);
        assert_int_equal(type, 0);
        assert_true(canonical_is(&canonical, ""));
        assert_int_equal(names_canonicalize(&target, user, NAMETYPE_USER, 0, sizes[i], &name),
                         RPC_X_BAD_STUB_DATA);
        assert_int_equal(name.units[0], 0);
    }
}

/* ---- Names of computers ---------------------------------------------------------------------- */

static void server_validates_names_for_itself(void **state)
{
    static const struct utf16_slice computer = U("FS1");
    static const struct utf16_slice longer = U("ABCDEFGHIJKLMNOP");
    static const struct utf16_slice no_domain = U("NOSUCHDOMAIN");
    const struct target target = start_whole_server();

    (void)state;
    assert_int_equal(validate_name_there(&target, computer, SETUP_NAME_MACHINE), ERROR_SUCCESS);
    assert_int_equal(validate_name_there(&target, longer, SETUP_NAME_MACHINE),
                     NERR_InvalidComputer);
    assert_int_equal(validate_name_there(&target, longer, SETUP_NAME_WORKGROUP),
                     NERR_InvalidWorkgroupName);
    assert_int_equal(validate_name_there(&target, no_domain, SETUP_NAME_DOMAIN),
                     ERROR_NO_SUCH_DOMAIN);
    assert_int_equal(validate_name_there(&target, no_domain, SETUP_NAME_NON_EXISTENT_DOMAIN),
                     ERROR_SUCCESS);
}

/* All of them are the primary one and the others. */
static void server_tells_its_names(void **state)
{
    const struct target target = start_whole_server();
    struct arena arena = { 0 };
    struct utf16_slice *primary = NULL;
    struct utf16_slice *alternate = NULL;
    struct utf16_slice *all = NULL;
    uint32_t primary_count = 0;
    uint32_t alternate_count = 0;
    uint32_t all_count = 0;

    (void)state;
    assert_int_equal(
        computer_names_of_server(&target, COMPUTER_NAME_PRIMARY, &arena, &primary, &primary_count),
        ERROR_SUCCESS);
    assert_int_equal(computer_names_of_server(&target, COMPUTER_NAME_ALTERNATE, &arena, &alternate,
                                              &alternate_count),
                     ERROR_SUCCESS);
    assert_int_equal(computer_names_of_server(&target, COMPUTER_NAME_ALL, &arena, &all, &all_count),
                     ERROR_SUCCESS);
    assert_int_equal(primary_count, 1);
    assert_int_equal(all_count, 1 + alternate_count);
    assert_true(utf16_equal(all[0], primary[0]));
    for (uint32_t i = 0; i < alternate_count; i++)
    {
        assert_true(utf16_equal(all[i + 1], alternate[i]));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(server_types_and_compares_paths),
        cmocka_unit_test(server_makes_paths_canonical_that_fit),
        cmocka_unit_test(one_operation_that_is_missing_is_answered_here),
        cmocka_unit_test(server_validates_and_compares_names),
        cmocka_unit_test(server_makes_names_canonical_that_fit),
        cmocka_unit_test(text_without_an_end_is_refused),
        cmocka_unit_test(server_validates_names_for_itself),
        cmocka_unit_test(server_tells_its_names),
    };

    return cmocka_run_group_tests_name("windows_names", tests, NULL, stop_windows_server);
}
