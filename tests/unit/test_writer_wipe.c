/*
 * What a writer leaves in memory: nothing. The file under test is compiled into this one, with a
 * free() that looks at what it is given.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "support/unit.h"

static void free_wiped(void *block);

#define free free_wiped
#include "base/wire.c"
#undef free

#define SECRET 0x5A

static size_t secret_size; /* of the secret in the blocks that are released */
static unsigned int released;

static void free_wiped(void *block)
{
    const uint8_t *bytes = block;

    for (size_t i = 0; block && i < secret_size; i++)
    {
        assert_int_not_equal(bytes[i], SECRET);
    }
    released += block != NULL;
    free(block);
}

static void write_secret(struct writer *writer, size_t size)
{
    while (size--)
    {
        writer_u8(writer, SECRET);
    }
}

static void released_writer_leaves_nothing(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    secret_size = 100;
    released = 0;
    write_secret(&writer, secret_size);
    writer_free(&writer);
    assert_int_equal(released, 1);
}

/* The block that became too small is given back as well. */
static void growing_writer_leaves_nothing(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    secret_size = WRITER_FIRST_CAPACITY;
    released = 0;
    write_secret(&writer, secret_size);
    assert_int_equal(released, 0);
    write_secret(&writer, 1);
    assert_int_equal(released, 1);
    writer_free(&writer);
    assert_int_equal(released, 2);
}

/* It keeps the block, in which nothing is left; a large one it gives back. */
static void cleared_writer_leaves_nothing(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    secret_size = 100;
    released = 0;
    write_secret(&writer, secret_size);
    writer_clear(&writer);
    assert_int_equal(released, 0);
    assert_int_equal(writer.size, 0);
    for (size_t i = 0; i < secret_size; i++)
    {
        assert_int_not_equal(writer.data[i], SECRET);
    }
    write_secret(&writer, WRITER_KEPT_MAX + 1);
    released = 0;
    writer_clear(&writer);
    assert_int_equal(released, 1);
    assert_null(writer.data);
    writer.failed = true;
    writer_clear(&writer);
    assert_false(writer.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(released_writer_leaves_nothing),
        cmocka_unit_test(growing_writer_leaves_nothing),
        cmocka_unit_test(cleared_writer_leaves_nothing),
    };

    return cmocka_run_group_tests_name("writer_wipe", tests, NULL, NULL);
}
