/*
 * Paths and names as a Samba server sees them: it lacks most of the operations, and then they are
 * answered here.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/names.h"
#include "families/names/validate_name.h"
#include "families/workstation/computer_names.h"
#include "support/live.h"
#include "support/utf16_literal.h"

/* The same server under a name that nothing has been learnt of. */
#define UNKNOWN_SERVER "unknown"

static const struct utf16_slice nothing = { .units = NULL };

static struct target target_of(const char *server)
{
    const struct utf16_name name = utf16_name_from_ascii(server);
    struct target target;

    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    assert_false(target.is_this_computer);
    return target;
}

static struct target server(void)
{
    return target_of(SERVER);
}

static void paths_are_what_they_are_here(void **state)
{
    static const struct utf16_slice paths[] = {
        U("\\\\server\\share\\a\\..\\b"), U("c:/a/"), U("lpt1:"), U("a|b"), U(".."),
    };
    const struct target target = server();

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        struct canonical_path canonical;
        struct canonical_path expected;
        uint32_t type = 0;
        uint32_t expected_type = 0;

        assert_int_equal(names_path_type(&target, paths[i], 0, &type),
                         path_type(paths[i], 0, &expected_type));
        assert_int_equal(type, expected_type);
        assert_int_equal(names_path_canonicalize(&target, paths[i], nothing, 0, PATH_LENGTH_MAX + 1,
                                                 &type, &canonical),
                         path_canonicalize(paths[i], nothing, 0, PATH_LENGTH_MAX + 1,
                                           &expected_type, &expected));
        assert_int_equal(type, expected_type);
        assert_int_equal(canonical.length, expected.length);
        assert_memory_equal(canonical.units, expected.units, 2 * (expected.length + 1));
        assert_int_equal(names_path_compare(&target, paths[0], paths[i], 0, 0),
                         path_compare(paths[0], paths[i], 0, 0));
    }
}

/* Samba validates the names of shares by itself, and of nothing else. */
static void names_are_what_they_are_here(void **state)
{
    static const struct utf16_slice names[] = { U("Docs"), U("a|b"), U(""), U("1234567890123456") };
    static const struct utf16_slice share = U("docs$");
    static const struct utf16_slice no_share = U("a|b");
    const struct target target = server();

    (void)state;
    for (uint32_t type = 0; type <= NAMETYPE_WORKGROUP + 1; type++)
    {
        for (size_t i = 0; type != NAMETYPE_SHARE && i < COUNT(names); i++)
        {
            struct canonical_name canonical;
            struct canonical_name expected;

            assert_int_equal(names_validate(&target, names[i], type, 0),
                             name_validate(names[i], type, 0));
            assert_int_equal(names_canonicalize(&target, names[i], type, 0, 20, &canonical),
                             name_canonicalize(names[i], type, 0, 20, &expected));
            assert_int_equal(canonical.length, expected.length);
            assert_int_equal(names_compare(&target, names[0], names[i], type, 0),
                             name_compare(names[0], names[i], type, 0));
        }
    }
    assert_int_equal(names_validate(&target, share, NAMETYPE_SHARE, 0), ERROR_SUCCESS);
    assert_int_equal(names_validate(&target, no_share, NAMETYPE_SHARE, 0), ERROR_INVALID_NAME);
}

static void what_no_server_could_take_is_not_asked_for(void **state)
{
    static uint16_t units[PATH_LENGTH_MAX + 2];
    const struct utf16_slice text = { units, PATH_LENGTH_MAX + 1 };
    static const struct utf16_slice letter = U("a");
    struct target target = server();
    struct canonical_path path;
    struct canonical_name name;
    uint32_t type = 0;

    (void)state;
    for (size_t i = 0; i < text.length; i++)
    {
        units[i] = 'a';
    }
    target.name = utf16_name_from_ascii("no.such.server.invalid");
    assert_int_equal(names_path_type(&target, text, 0, &type), ERROR_INVALID_NAME);
    assert_int_equal(names_path_type(&target, nothing, 0, &type), ERROR_INVALID_NAME);
    assert_int_equal(names_path_canonicalize(&target, letter, text, 0, 9, &type, &path),
                     ERROR_INVALID_NAME);
    assert_int_equal(names_path_compare(&target, letter, text, 0, 0), ERROR_INVALID_NAME);
    assert_int_equal(names_validate(&target, text, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
    assert_int_equal(names_validate(&target, nothing, NAMETYPE_USER, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(names_canonicalize(&target, text, NAMETYPE_USER, 0, 9, &name),
                     ERROR_INVALID_NAME);
    assert_int_equal(names_compare(&target, letter, text, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
    assert_int_equal(validate_name_there(&target, text, SETUP_NAME_MACHINE), ERROR_INVALID_NAME);
    assert_int_equal(validate_name_there(&target, letter, 0), ERROR_INVALID_PARAMETER);
}

static void computer_without_the_operation_has_its_primary_name(void **state)
{
    static const struct utf16_slice name = U("FS1");
    const struct target target = server();
    struct arena arena = { 0 };
    struct utf16_slice *names = NULL;
    uint32_t count = 0;

    (void)state;
    assert_int_equal(
        computer_names_of_server(&target, COMPUTER_NAME_PRIMARY, &arena, &names, &count),
        ERROR_SUCCESS);
    assert_int_equal(count, 1);
    assert_true(names[0].length > 0);
    arena_free(&arena);
    assert_int_equal(computer_names_of_server(&target, COMPUTER_NAME_ALL, &arena, &names, &count),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(count, 0);
    assert_null(names);
    assert_int_equal(validate_name_there(&target, name, SETUP_NAME_MACHINE), ERROR_NOT_SUPPORTED);
}

/* A server that does not let one in is not answered for, as long as nothing is known of it. */
static void error_of_the_server_is_the_callers(void **state)
{
    static const struct utf16_slice letter = U("a");
    const struct target target = target_of(UNKNOWN_SERVER);
    uint32_t type = 7;

    (void)state;
    bed_configure_with_password(bed, UNKNOWN_SERVER, "admin", "not-the-password");
    assert_int_equal(names_path_type(&target, letter, 0, &type), ERROR_LOGON_FAILURE);
    assert_int_equal(type, 0);
    assert_int_equal(names_compare(&target, letter, letter, NAMETYPE_USER, 0), ERROR_LOGON_FAILURE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_what_they_are_here),
        cmocka_unit_test(names_are_what_they_are_here),
        cmocka_unit_test(what_no_server_could_take_is_not_asked_for),
        cmocka_unit_test(computer_without_the_operation_has_its_primary_name),
        cmocka_unit_test(error_of_the_server_is_the_callers),
    };

    return cmocka_run_group_tests_name("names", tests, start_server_as_admin, stop_server);
}
