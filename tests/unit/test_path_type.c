/*
 * The types of paths, as [MS-SRVS] 2.2.2.9 lists them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_type.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

static void assert_type(struct utf16_slice path, uint32_t flags, uint32_t expected)
{
    uint32_t type = 1;
    char text[3 * PATH_LENGTH_MAX + 3];

    if (!utf16_to_utf8(path, text, sizeof(text)))
    {
        text[0] = 0;
    }
    if (path_type(path, flags, &type) != (expected ? ERROR_SUCCESS : ERROR_INVALID_NAME) ||
        type != expected)
    {
        fail_msg("\"%s\" with flags %u is of type %u, not %u", text, flags, type, expected);
    }
}

/* ---- The rows of the table ------------------------------------------------------------------- */

static void each_type_of_the_table_has_its_paths(void **state)
{
    static const struct
    {
        struct utf16_slice path;
        uint32_t type;
    } paths[] = {
        { U("\\\\server"), ITYPE_UNC_COMPNAME },
        { U("//server"), ITYPE_UNC_COMPNAME },
        { U("\\\\fs.example.com"), ITYPE_UNC_COMPNAME },
        { U("\\\\192.0.2.7"), ITYPE_UNC_COMPNAME },
        { U("\\\\*"), ITYPE_UNC_WC },
        { U("\\\\SERV?R"), ITYPE_UNC_WC },
        { U("\\\\server\\share"), ITYPE_UNC },
        { U("\\\\server\\C$"), ITYPE_UNC },
        { U("\\\\server\\share\\a\\b.txt"), ITYPE_UNC },
        { U("\\\\server\\\\share"), ITYPE_UNC },
        { U("\\\\server/share/a"), ITYPE_UNC },
        { U("\\\\server\\share\\.."), ITYPE_UNC },
        { U("\\\\server\\*"), ITYPE_UNC_WC_PATH },
        { U("\\\\server\\share\\a?.txt"), ITYPE_UNC_WC_PATH },
        { U("\\\\server\\SEM\\a"), ITYPE_UNC_SYS_SEM },
        { U("\\\\server\\SHAREMEM\\a"), ITYPE_UNC_SYS_SHMEM },
        { U("\\\\server\\MAILSLOT\\a"), ITYPE_UNC_SYS_MSLOT },
        { U("\\\\server\\PIPE\\a"), ITYPE_UNC_SYS_PIPE },
        { U("\\\\server\\pipe\\a\\b"), ITYPE_UNC_SYS_PIPE },
        { U("\\\\server\\PIPE"), ITYPE_UNC_SYS_PIPE },
        { U("\\\\server\\QUEUES\\a"), ITYPE_UNC_SYS_QUEUE },
        /* Not among the folders of a server. */
        { U("\\\\server\\COMM\\a"), ITYPE_UNC },
        { U("\\\\server\\PRINT\\a"), ITYPE_UNC },
        { U("\\"), ITYPE_PATH_ABSND },
        { U("/"), ITYPE_PATH_ABSND },
        { U("\\a"), ITYPE_PATH_ABSND },
        { U("\\a\\"), ITYPE_PATH_ABSND },
        { U("/a\\\\b"), ITYPE_PATH_ABSND },
        { U("C:\\"), ITYPE_PATH_ABSD },
        { U("c:/a"), ITYPE_PATH_ABSD },
        { U("C:\\a\\.\\b\\.."), ITYPE_PATH_ABSD },
        { U("C:\\a b\\c+d=e;f,g[h]"), ITYPE_PATH_ABSD },
        { U("\\\\."), ITYPE_PATH_ABSD },
        { U("\\\\.\\device"), ITYPE_PATH_ABSD },
        { U("a"), ITYPE_PATH_RELND },
        { U("."), ITYPE_PATH_RELND },
        { U("..\\a"), ITYPE_PATH_RELND },
        { U("a\\b\\"), ITYPE_PATH_RELND },
        { U("C:a"), ITYPE_PATH_RELD },
        { U("C:.."), ITYPE_PATH_RELD },
        { U("\\a*"), ITYPE_PATH_ABSND_WC },
        { U("C:\\*.*"), ITYPE_PATH_ABSD_WC },
        { U("*"), ITYPE_PATH_RELND_WC },
        { U("a\\b?"), ITYPE_PATH_RELND_WC },
        { U("C:*"), ITYPE_PATH_RELD_WC },
        { U("\\SEM\\a"), ITYPE_PATH_SYS_SEM },
        { U("\\SHAREMEM\\a"), ITYPE_PATH_SYS_SHMEM },
        { U("\\MAILSLOT\\a\\b"), ITYPE_PATH_SYS_MSLOT },
        { U("/pipe/a"), ITYPE_PATH_SYS_PIPE },
        { U("\\COMM\\a"), ITYPE_PATH_SYS_COMM },
        { U("\\PRINT\\a"), ITYPE_PATH_SYS_PRINT },
        { U("\\QUEUES\\a"), ITYPE_PATH_SYS_QUEUE },
        { U("\\SEM"), ITYPE_PATH_SYS_SEM_M },
        { U("\\SHAREMEM"), ITYPE_PATH_SYS_SHMEM_M },
        { U("\\MAILSLOT"), ITYPE_PATH_SYS_MSLOT_M },
        { U("\\PIPE"), ITYPE_PATH_SYS_PIPE_M },
        { U("\\PIPE\\"), ITYPE_PATH_SYS_PIPE_M },
        { U("\\COMM"), ITYPE_PATH_SYS_COMM_M },
        { U("\\PRINT"), ITYPE_PATH_SYS_PRINT_M },
        { U("\\QUEUES"), ITYPE_PATH_SYS_QUEUE_M },
        /* Not in the root. */
        { U("PIPE\\a"), ITYPE_PATH_RELND },
        { U("C:\\PIPE\\a"), ITYPE_PATH_ABSD },
        { U("\\PIPES\\a"), ITYPE_PATH_ABSND },
        { U("Z:"), ITYPE_DEVICE_DISK },
        { U("LPT1"), ITYPE_DEVICE_LPT },
        { U("lpt9:"), ITYPE_DEVICE_LPT },
        { U("\\DEV\\LPT1"), ITYPE_DEVICE_LPT },
        { U("COM1"), ITYPE_DEVICE_COM },
        { U("COM9:"), ITYPE_DEVICE_COM },
        { U("/dev/com3"), ITYPE_DEVICE_COM },
        { U("CON"), ITYPE_DEVICE_CON },
        { U("con:"), ITYPE_DEVICE_CON },
        { U("NUL"), ITYPE_DEVICE_NUL },
        /* Like a device, but none. */
        { U("LPT0"), ITYPE_PATH_RELND },
        { U("COM10"), ITYPE_PATH_RELND },
        { U("NULL"), ITYPE_PATH_RELND },
        { U("\\DEV\\NUL"), ITYPE_PATH_ABSND },
        { U("\\DEV\\LPT1\\a"), ITYPE_PATH_ABSND },
        { U("C:\\CON"), ITYPE_PATH_ABSD },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_type(paths[i].path, 0, paths[i].type);
        assert_true(path_type_is_known(paths[i].type));
    }
}

static void what_can_be_no_path_has_no_type(void **state)
{
    static const struct utf16_slice paths[] = {
        U(""),
        { NULL, 0 },
        /* UNC paths must not end with \, and have a server and a share. */
        U("\\\\"),
        U("\\\\\\server"),
        U("\\\\server\\"),
        U("\\\\server\\share\\"),
        U("\\\\server\\share\\a/"),
        U("\\\\ser,ver\\share"),
        U("\\\\ server\\share"),
        U("\\\\server\\sha+re"),
        U("\\\\server\\."),
        U("\\\\server\\..\\a"),
        U("\\\\..\\share"),
        /* Wildcards in another place than the last. */
        U("\\\\*\\share"),
        U("\\\\server\\*\\a"),
        U("C:\\*\\a"),
        U("a*\\"),
        /* No type has wildcards in a folder of the system. */
        U("\\PIPE\\*"),
        U("\\\\server\\PIPE\\a?"),
        U("a:b:c"),
        U("ab:c"),
        U("1:\\a"),
        U("C:\\a\\LPT1:"),
        U("a|b"),
        U("a<b"),
        U("a>b"),
        U("a\"b"),
        U("a\tb"),
        U("a\001"),
        U("..."),
        U("C:\\a\\. .\\b"),
        U("C:\\ "),
        U("LPT1::"),
        U(":"),
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_type(paths[i], 0, 0);
    }
}

/* ---- Flags and lengths ----------------------------------------------------------------------- */

static void old_style_has_names_of_8_and_3(void **state)
{
    static const struct
    {
        struct utf16_slice path;
        uint32_t type;
    } paths[] = {
        { U("C:\\longname.ext"), ITYPE_PATH_ABSD },
        { U("..\\a\\.\\b.c"), ITYPE_PATH_RELND },
        { U("\\\\longservername\\longsharename\\a"), ITYPE_UNC },
        { U("a.?xt"), ITYPE_PATH_RELND_WC },
        { U("LPT1:"), ITYPE_DEVICE_LPT },
        { U("C:\\longername.ext"), 0 },
        { U("a.text"), 0 },
        { U("a.b.c"), 0 },
        { U(".abc"), 0 },
        { U("\\\\server\\share\\longername"), 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_type(paths[i].path, PATH_OLD_STYLE, paths[i].type);
    }
}

static void longer_paths_than_260_or_128_are_refused(void **state)
{
    uint16_t units[PATH_LENGTH_MAX + 1];
    struct utf16_slice path = { units, 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = i % 4 == 3 ? '\\' : 'a';
    }
    path.length = PATH_LENGTH_MAX;
    assert_type(path, 0, ITYPE_PATH_RELND);
    path.length = PATH_LENGTH_MAX + 1;
    assert_type(path, 0, 0);
    path.length = PATH_LENGTH_MAX_OLD;
    assert_type(path, PATH_OLD_STYLE, ITYPE_PATH_RELND);
    path.length = PATH_LENGTH_MAX_OLD + 1;
    assert_type(path, PATH_OLD_STYLE, 0);
}

static void other_flags_are_refused(void **state)
{
    static const struct utf16_slice path = U("a");
    uint32_t type = 1;

    (void)state;
    assert_int_equal(path_type(path, 2, &type), ERROR_INVALID_PARAMETER);
    assert_int_equal(type, 0);
    assert_int_equal(path_type(path, 0x80000001, &type), ERROR_INVALID_PARAMETER);
}

static void types_beside_the_table_are_not_known(void **state)
{
    static const uint32_t types[] = { 0, 1, 4098, 7168, 7424, 8200, 43265, 16432, 65535 };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        assert_false(path_type_is_known(types[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_type_of_the_table_has_its_paths),
        cmocka_unit_test(what_can_be_no_path_has_no_type),
        cmocka_unit_test(old_style_has_names_of_8_and_3),
        cmocka_unit_test(longer_paths_than_260_or_128_are_refused),
        cmocka_unit_test(other_flags_are_refused),
        cmocka_unit_test(types_beside_the_table_are_not_known),
    };

    return cmocka_run_group_tests_name("path_type", tests, NULL, NULL);
}
