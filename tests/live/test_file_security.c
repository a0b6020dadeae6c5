/*
 * Security descriptors of files, on a Samba server and on one that answers as Windows does.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/security_descriptor.h"
#include "families/file/file_security.h"
#include "platform/platform.h"
#include "support/live.h"
#include "support/share_calls.h"
#include "support/windows_server.h"

#define OWNER_INFORMATION 1u
#define GROUP_INFORMATION 2u
#define DACL_INFORMATION  4u
#define ALL_INFORMATION   (OWNER_INFORMATION | GROUP_INFORMATION | DACL_INFORMATION)

#define READ_ACCESS 0x001200a9u
#define ALL_ACCESS  0x001f01ffu
#define PATH_SIZE   256
#define OUTPUT_SIZE 2048

static char server[NAME_LENGTH_MAX];
static const char *file; /* share and path, which the administrator may change */
static bool is_samba;

static int start_samba(void **state)
{
    char command[PATH_SIZE * 2];

    file = "files\\own.txt";
    is_samba = true;
    snprintf(server, sizeof(server), "%s", SERVER);
    if (start_server_as_admin(state))
    {
        return -1;
    }
    snprintf(command, sizeof(command),
             "smbclient -p %u -A %s/users/admin //127.0.0.1/files -c 'put /etc/passwd own.txt'",
             bed_port(bed), bed_folder(bed));
    return bed_run(bed, command, NULL, 0) ? -1 : 0;
}

static int start_windows_with(const char *const *arguments)
{
    file = "docs\\report.txt";
    is_samba = false;
    if (start_windows_server(arguments))
    {
        return -1;
    }
    snprintf(server, sizeof(server), "%s", windows_server_name(WINDOWS_ADMIN));
    return 0;
}

static int start_windows(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    return start_windows_with(arguments);
}

/* The file's name, in parts that are good until the next call. */
static struct file_name name_of(const char *share_and_path)
{
    static struct utf16_name unc;
    struct file_name name;
    char path[PATH_SIZE];

    snprintf(path, sizeof(path), "\\\\%.100s\\%s", server, share_and_path);
    unc = utf16_name_from_ascii(path);
    assert_true(file_name_parse(utf16_from_name(&unc), &name));
    return name;
}

static uint32_t get(const char *share_and_path, uint32_t information, void **descriptor,
                    uint32_t *size)
{
    const struct file_name name = name_of(share_and_path);

    return file_security_get(&name, information, descriptor, size);
}

static uint32_t set(const char *share_and_path, uint32_t information, const void *descriptor)
{
    const struct file_name name = name_of(share_and_path);

    return file_security_set(&name, information, descriptor);
}

static void descriptor_of_a_file_is_valid_and_as_long_as_it_says(void **state)
{
    void *descriptor = NULL;
    uint32_t size = 0;

    (void)state;
    assert_int_equal(get(file, ALL_INFORMATION, &descriptor, &size), ERROR_SUCCESS);
    assert_true(size >= 20);
    assert_int_equal(security_descriptor_size(descriptor), size);
    platform_api_free(descriptor);
}

/* Samba sends the others too. */
static void parts_that_are_asked_for_come(void **state)
{
    void *descriptor = NULL;
    const uint32_t *header = NULL;
    uint32_t size = 0;

    (void)state;
    assert_int_equal(get(file, OWNER_INFORMATION, &descriptor, &size), ERROR_SUCCESS);
    header = descriptor;
    assert_int_not_equal(header[1], 0);
    assert_true(is_samba || !header[4]);
    platform_api_free(descriptor);
}

/* What everybody may do with the file: the mask of the ACE for S-1-1-0. */
static uint32_t access_of_everybody(void)
{
    static const uint8_t everybody[] = { 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
    void *descriptor = NULL;
    uint32_t size = 0;
    uint32_t mask = 0;
    struct reader reader;

    assert_int_equal(get(file, ALL_INFORMATION, &descriptor, &size), ERROR_SUCCESS);
    for (size_t i = 24; i + sizeof(everybody) <= size; i += 4)
    {
        reader = reader_over(descriptor, size);
        if (!memcmp(reader_slice(&reader, i, sizeof(everybody)).data, everybody, sizeof(everybody)))
        {
            reader_seek(&reader, i - sizeof(mask));
            mask = reader_u32(&reader);
        }
    }
    platform_api_free(descriptor);
    return mask;
}

static void dacl_that_is_set_comes_back(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];

    (void)state;
    make_descriptor(descriptor, ALL_ACCESS);
    assert_int_equal(set(file, DACL_INFORMATION, descriptor), ERROR_SUCCESS);
    assert_int_equal(access_of_everybody(), ALL_ACCESS);
    make_descriptor(descriptor, READ_ACCESS);
    assert_int_equal(set(file, DACL_INFORMATION, descriptor), ERROR_SUCCESS);
    assert_int_equal(access_of_everybody(), READ_ACCESS);
}

/* It opens the file for less than what it then does. */
static void samba_sets_no_descriptor(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];

    (void)state;
    make_descriptor(descriptor, ALL_ACCESS);
    assert_int_equal(set(file, DACL_INFORMATION, descriptor), ERROR_ACCESS_DENIED);
}

/* The mask in the entry of everybody, of those that smbclient shows. */
static uint32_t shown_access_of_everybody(const char *output)
{
    static const char before_mask[] = "Permissions: ";
    const char *end = strstr(output, "SID: S-1-1-0\n");
    const char *mask = NULL;

    for (const char *found = strstr(output, before_mask); found && found < end;
         found = strstr(found + 1, before_mask))
    {
        mask = found;
    }
    assert_non_null(mask);
    return (uint32_t)strtoul(mask + strlen(before_mask), NULL, 0);
}

/* It asks by SMB for what we ask MS-SRVS for. */
static void smbclient_shows_the_same_dacl(void **state)
{
    static const char *const modes[] = { "644", "666" };
    uint32_t masks[COUNT(modes)];
    char command[PATH_SIZE * 2];
    char output[OUTPUT_SIZE] = "";

    (void)state;
    for (size_t i = 0; i < COUNT(modes); i++)
    {
        snprintf(command, sizeof(command),
                 "chmod %s %s/files/own.txt && smbclient -p %u -A %s/users/admin"
                 " //127.0.0.1/files -c 'showacls; ls own.txt'",
                 modes[i], bed_folder(bed), bed_port(bed), bed_folder(bed));
        assert_int_equal(bed_run(bed, command, output, sizeof(output)), 0);
        masks[i] = access_of_everybody();
        assert_int_equal(masks[i], shown_access_of_everybody(output));
    }
    assert_int_not_equal(masks[0], masks[1]);
}

static void what_is_wrong_is_said(void **state)
{
    uint8_t broken[DESCRIPTOR_SIZE];
    void *descriptor = &descriptor;
    uint32_t size = 1;

    (void)state;
    assert_int_equal(get("nosuchshare\\file", ALL_INFORMATION, &descriptor, &size),
                     NERR_NetNameNotFound);
    assert_null(descriptor);
    assert_int_equal(size, 0);
    make_descriptor(broken, READ_ACCESS);
    broken[0] = 2;
    assert_int_equal(set(file, DACL_INFORMATION, broken), ERROR_INVALID_SECURITY_DESCR);
    broken[0] = 1;
    broken[0x15] = 16;
    assert_int_equal(set(file, DACL_INFORMATION, broken), ERROR_INVALID_SECURITY_DESCR);
}

static void file_that_is_not_there_is_not_found(void **state)
{
    void *descriptor = NULL;
    uint32_t size = 0;

    (void)state;
    assert_int_equal(get("docs\\missing", ALL_INFORMATION, &descriptor, &size),
                     ERROR_FILE_NOT_FOUND);
    assert_null(descriptor);
}

static void descriptor_that_is_none_is_not_given_out(void **state)
{
    static const char *const ways[] = { "too-short",         "truncated",      "owner-out-of-range",
                                        "dacl-out-of-range", "acl-size",       "ace-count",
                                        "not-self-relative", "revision",       "sid-count",
                                        "too-long",          "empty-with-size" };

    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++)
    {
        const char *const arguments[] = { "--bad-descriptor", ways[i], NULL };
        void *descriptor = &descriptor;
        uint32_t size = 1;

        assert_int_equal(start_windows_with(arguments), 0);
        assert_int_equal(get(file, ALL_INFORMATION, &descriptor, &size), RPC_X_BAD_STUB_DATA);
        assert_null(descriptor);
        assert_int_equal(size, 0);
    }
}

int main(void)
{
    const struct CMUnitTest of_samba[] = {
        cmocka_unit_test(descriptor_of_a_file_is_valid_and_as_long_as_it_says),
        cmocka_unit_test(parts_that_are_asked_for_come),
        cmocka_unit_test(samba_sets_no_descriptor),
        cmocka_unit_test(smbclient_shows_the_same_dacl),
        cmocka_unit_test(what_is_wrong_is_said),
    };
    const struct CMUnitTest of_windows[] = {
        cmocka_unit_test(descriptor_of_a_file_is_valid_and_as_long_as_it_says),
        cmocka_unit_test(parts_that_are_asked_for_come),
        cmocka_unit_test(dacl_that_is_set_comes_back),
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(file_that_is_not_there_is_not_found),
        cmocka_unit_test(descriptor_that_is_none_is_not_given_out),
    };

    return cmocka_run_group_tests_name("Samba", of_samba, start_samba, stop_server) +
           cmocka_run_group_tests_name("Windows", of_windows, start_windows, stop_windows_server);
}
