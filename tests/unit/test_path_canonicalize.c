/*
 * The canonical form of paths, and their comparison.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_canonicalize.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define ENOUGH (PATH_LENGTH_MAX + 1)

static const struct utf16_slice nothing = { .units = NULL };

static struct utf16_slice text_of(const struct canonical_path *path)
{
    return (struct utf16_slice){ path->units, path->length };
}

/* The canonical form has the type that was told, and is its own canonical form. */
static void assert_is_canonical(const struct canonical_path *path, uint32_t type)
{
    struct canonical_path again;
    uint32_t type_again = 0;

    assert_int_equal(path_type(text_of(path), 0, &type_again), ERROR_SUCCESS);
    assert_int_equal(type_again, type);
    assert_int_equal(path_canonicalize(text_of(path), nothing, 0, ENOUGH, &type_again, &again),
                     ERROR_SUCCESS);
    assert_int_equal(type_again, type);
    assert_int_equal(utf16_compare(text_of(path), text_of(&again)), 0);
}

static void assert_canonical(struct utf16_slice path, struct utf16_slice prefix,
                             struct utf16_slice expected, uint32_t expected_type)
{
    struct canonical_path canonical;
    char text[3 * PATH_LENGTH_MAX + 1];
    uint32_t type = 0;
    const uint32_t status = path_canonicalize(path, prefix, 0, ENOUGH, &type, &canonical);

    assert_true(utf16_to_utf8(text_of(&canonical), text, sizeof(text)));
    if (status || utf16_compare(text_of(&canonical), expected) != 0 || type != expected_type)
    {
        fail_msg("status %u, \"%s\" of type %u, not %u", status, text, type, expected_type);
    }
    assert_int_equal(canonical.units[canonical.length], 0);
    assert_is_canonical(&canonical, type);
}

static void assert_refused(struct utf16_slice path, struct utf16_slice prefix)
{
    struct canonical_path canonical;
    uint32_t type = 0;

    assert_int_equal(path_canonicalize(path, prefix, 0, ENOUGH, &type, &canonical),
                     ERROR_INVALID_NAME);
    assert_int_equal(type, 0);
    assert_int_equal(canonical.length, 0);
    assert_int_equal(canonical.units[0], 0);
}

static void paths_have_one_canonical_form(void **state)
{
    static const struct
    {
        struct utf16_slice path;
        struct utf16_slice canonical;
        uint32_t type;
    } paths[] = {
        { U("a"), U("a"), ITYPE_PATH_RELND },
        { U("a/b//c\\"), U("a\\b\\c"), ITYPE_PATH_RELND },
        { U(".\\a\\.\\b\\."), U("a\\b"), ITYPE_PATH_RELND },
        { U("a\\..\\b"), U("b"), ITYPE_PATH_RELND },
        { U("a\\b\\..\\..\\c"), U("c"), ITYPE_PATH_RELND },
        { U("c:\\"), U("C:\\"), ITYPE_PATH_ABSD },
        { U("c:/Dir/"), U("C:\\Dir"), ITYPE_PATH_ABSD },
        { U("C:\\a\\.."), U("C:\\"), ITYPE_PATH_ABSD },
        { U("C:\\a\\..\\b\\*"), U("C:\\b\\*"), ITYPE_PATH_ABSD_WC },
        { U("C:a\\..\\b"), U("C:b"), ITYPE_PATH_RELD },
        { U("\\a\\..\\"), U("\\"), ITYPE_PATH_ABSND },
        { U("/a/b"), U("\\a\\b"), ITYPE_PATH_ABSND },
        { U("\\\\."), U("\\\\.\\"), ITYPE_PATH_ABSD },
        { U("//./a/../b"), U("\\\\.\\b"), ITYPE_PATH_ABSD },
        { U("//server/share/a/../b"), U("\\\\server\\share\\b"), ITYPE_UNC },
        { U("\\\\server\\\\share\\a\\.."), U("\\\\server\\share"), ITYPE_UNC },
        { U("\\\\Server"), U("\\\\Server"), ITYPE_UNC_COMPNAME },
        { U("\\\\server\\share\\a\\..\\*"), U("\\\\server\\share\\*"), ITYPE_UNC_WC_PATH },
        /* Another type than the path had. */
        { U("C:."), U("C:"), ITYPE_DEVICE_DISK },
        { U("C:a\\.."), U("C:"), ITYPE_DEVICE_DISK },
        { U("\\a\\..\\PIPE\\b"), U("\\PIPE\\b"), ITYPE_PATH_SYS_PIPE },
        { U("\\PIPE\\a\\.."), U("\\PIPE"), ITYPE_PATH_SYS_PIPE_M },
        { U("\\PIPE\\.."), U("\\"), ITYPE_PATH_ABSND },
        { U(".\\lpt1"), U("LPT1"), ITYPE_DEVICE_LPT },
        { U("\\.\\dev\\com2"), U("COM2"), ITYPE_DEVICE_COM },
        /* Devices. */
        { U("x:"), U("X:"), ITYPE_DEVICE_DISK },
        { U("lpt1:"), U("LPT1"), ITYPE_DEVICE_LPT },
        { U("/dev/lpt3"), U("LPT3"), ITYPE_DEVICE_LPT },
        { U("Com1"), U("COM1"), ITYPE_DEVICE_COM },
        { U("con:"), U("CON"), ITYPE_DEVICE_CON },
        { U("nul"), U("NUL"), ITYPE_DEVICE_NUL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_canonical(paths[i].path, nothing, paths[i].canonical, paths[i].type);
    }
}

static void nothing_above_the_beginning_is_reached(void **state)
{
    static const struct utf16_slice paths[] = {
        U(".."),
        U("."),
        U("a\\.."),
        U("a\\..\\.."),
        U("..\\a"),
        U("\\.."),
        U("C:\\.."),
        U("C:\\a\\..\\..\\b"),
        U("C:.."),
        U("\\\\.\\.."),
        U("\\\\server\\share\\.."),
        U("\\\\server\\share\\a\\..\\..\\b"),
        U(""),
        U("\\\\server\\"),
        U("C:\\*\\.."),
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_refused(paths[i], nothing);
    }
}

static void prefix_comes_before_the_path(void **state)
{
    static const struct
    {
        struct utf16_slice prefix;
        struct utf16_slice path;
        struct utf16_slice canonical;
        uint32_t type;
    } paths[] = {
        { U("C:\\a"), U("b"), U("C:\\a\\b"), ITYPE_PATH_ABSD },
        { U("C:\\a\\"), U("b"), U("C:\\a\\b"), ITYPE_PATH_ABSD },
        { U("C:\\a"), U("..\\b"), U("C:\\b"), ITYPE_PATH_ABSD },
        { U("C:\\a"), U("\\b"), U("C:\\a\\b"), ITYPE_PATH_ABSD },
        { U("C:"), U("b"), U("C:\\b"), ITYPE_PATH_ABSD },
        { U("\\\\server\\share"), U("*"), U("\\\\server\\share\\*"), ITYPE_UNC_WC_PATH },
        { U("\\\\server"), U("share"), U("\\\\server\\share"), ITYPE_UNC },
        { U("\\DEV"), U("LPT1"), U("LPT1"), ITYPE_DEVICE_LPT },
        { U("\\"), U("PIPE"), U("\\PIPE"), ITYPE_PATH_SYS_PIPE_M },
        { U(""), U("a/b"), U("a\\b"), ITYPE_PATH_RELND },
    };
    static const struct
    {
        struct utf16_slice prefix;
        struct utf16_slice path;
    } refused[] = {
        { U("C:\\a"), U("D:\\b") },
        { U("C:\\a"), U("D:") },
        { U("C:\\*"), U("b") },
        { U("C:\\a|"), U("b") },
        { U("C:\\a"), U("b|") },
        { U("C:\\a"), U("") },
        { U("C:\\a"), U("..\\..\\b") },
        { U("\\\\server\\share"), U("..\\b") },
        { U("\\\\server\\"), U("share") },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_canonical(paths[i].path, paths[i].prefix, paths[i].canonical, paths[i].type);
    }
    for (size_t i = 0; i < COUNT(refused); i++)
    {
        assert_refused(refused[i].path, refused[i].prefix);
    }
}

/* ---- Sizes ----------------------------------------------------------------------------------- */

static void canonical_form_must_fit_with_its_terminator(void **state)
{
    static const struct utf16_slice path = U("C:\\a\\");
    struct canonical_path canonical;
    uint32_t type = ITYPE_PATH_ABSD;

    (void)state;
    for (size_t size = 0; size < 5; size++)
    {
        assert_int_equal(path_canonicalize(path, nothing, 0, size, &type, &canonical),
                         NERR_BufTooSmall);
        assert_int_equal(type, ITYPE_PATH_ABSD);
        assert_int_equal(canonical.length, 0);
    }
    assert_int_equal(path_canonicalize(path, nothing, 0, 5, &type, &canonical), ERROR_SUCCESS);
    assert_int_equal(canonical.length, 4);
}

/* 260 each; what they make together may be too long, or may not. */
static void long_paths_stay_in_their_bounds(void **state)
{
    uint16_t units[PATH_LENGTH_MAX + 1];
    struct utf16_slice path = { units, PATH_LENGTH_MAX };
    static const struct utf16_slice back = U("..");
    static const struct utf16_slice letter = U("a");

    (void)state;
    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = 'a';
    }
    assert_canonical(path, nothing, path, ITYPE_PATH_RELND);
    assert_refused(path, path);
    assert_refused(letter, path);
    assert_refused(back, path);
    units[1] = '\\';
    assert_canonical(back, path, letter, ITYPE_PATH_RELND);
    path.length = PATH_LENGTH_MAX + 1;
    assert_refused(path, nothing);
    assert_refused(letter, path);
}

static void flags_and_unknown_types_are_refused(void **state)
{
    static const struct utf16_slice path = U("a");
    struct canonical_path canonical;
    uint32_t type = 0;

    (void)state;
    assert_int_equal(path_canonicalize(path, nothing, 1, ENOUGH, &type, &canonical),
                     ERROR_INVALID_PARAMETER);
    type = 5;
    assert_int_equal(path_canonicalize(path, nothing, 0, ENOUGH, &type, &canonical),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(type, 5);
}

/* ---- Comparison ------------------------------------------------------------------------------ */

static void paths_compare_by_their_canonical_forms(void **state)
{
    static const struct
    {
        struct utf16_slice first;
        struct utf16_slice second;
        int32_t result;
        int32_t as_canonical;
    } pairs[] = {
        { U("C:\\a"), U("c:/A/"), 0, 1 },
        { U("C:\\a"), U("C:\\A"), 0, 0 },
        { U("C:\\a\\..\\b"), U("C:\\b"), 0, -1 },
        { U("a"), U("b"), -1, -1 },
        { U("b"), U("A"), 1, 1 },
        { U("a"), U("ab"), -1, -1 },
        { U("lpt1:"), U("\\DEV\\LPT1"), 0, -1 },
        { U("\\\\SERVER\\share"), U("//server/SHARE"), 0, 1 },
        { U("a|"), U("a"), ERROR_INVALID_NAME, ERROR_INVALID_NAME },
        { U("a"), U(""), ERROR_INVALID_NAME, ERROR_INVALID_NAME },
        { U(".."), U(".."), ERROR_INVALID_NAME, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++)
    {
        assert_int_equal(path_compare(pairs[i].first, pairs[i].second, 0, 0), pairs[i].result);
        assert_int_equal(path_compare(pairs[i].first, pairs[i].second, 0, PATH_IS_CANONICAL),
                         pairs[i].as_canonical);
    }
    assert_int_equal(path_compare(pairs[0].first, pairs[0].second, ITYPE_PATH_ABSD, 0), 0);
    assert_int_equal(path_compare(pairs[0].first, pairs[0].second, 5, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(path_compare(pairs[0].first, pairs[0].second, 0, 2), ERROR_INVALID_PARAMETER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_have_one_canonical_form),
        cmocka_unit_test(nothing_above_the_beginning_is_reached),
        cmocka_unit_test(prefix_comes_before_the_path),
        cmocka_unit_test(canonical_form_must_fit_with_its_terminator),
        cmocka_unit_test(long_paths_stay_in_their_bounds),
        cmocka_unit_test(flags_and_unknown_types_are_refused),
        cmocka_unit_test(paths_compare_by_their_canonical_forms),
    };

    return cmocka_run_group_tests_name("path_canonicalize", tests, NULL, NULL);
}
