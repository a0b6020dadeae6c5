/*
 * Elements of ASN.1 whose lengths lie.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "auth/der.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* The contents of the first element, of memory that ends where the text does. */
static bool take(const char *text, size_t *size)
{
    const struct hex bytes = hex(text);
    const struct bytes copy = exact_copy(bytes_of_hex(&bytes), bytes.size);
    struct reader reader = reader_over(copy.data, copy.size);
    struct bytes contents = { 0 };
    uint8_t tag = 0;
    const bool taken = der_next(&reader, &tag, &contents);

    *size = taken ? contents.size : 0;
    assert_true(!taken || (contents.data >= copy.data &&
                           contents.data + contents.size <= copy.data + copy.size));
    assert_int_equal(taken, !reader.failed && bytes.size);
    free((void *)(uintptr_t)copy.data);
    return taken;
}

/* BER, which LDAP is, allows more bytes than are needed. */
static void lengths_may_be_longer_than_they_need(void **state)
{
    static const char *const texts[] = { "04 02 6161", "04 81 02 6161", "04 82 0002 6161",
                                         "04 83 000002 6161", "04 84 00000002 6161" };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
    {
        size_t size = 0;

        assert_true(take(texts[i], &size));
        assert_int_equal(size, 2);
    }
}

static void lengths_that_are_none_are_refused(void **state)
{
    static const char *const texts[] = {
        "04 80 6161 0000",             /* indefinite */
        "30 80 0401 61 0000",          /* the same, of what is constructed */
        "04 85 0000000002 6161",       /* five bytes */
        "04 88 0000000000000002 6161", /* eight */
        "04 ff 6161",                  /* all ones, which is reserved */
        "04 03 6161",                  /* one more than there is */
        "04 7f 6161",
        "04 84 ffffffff 6161",
        "04 84 7fffffff 6161",
        "04 84 80000000 6161",
        "04 84 fffffffa 6161", /* back to the beginning, where places are of 32 bits */
        "04 82 00",            /* ends within the length */
        "04 84",
        "04",
        "",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
    {
        size_t size = 0;

        if (take(texts[i], &size))
        {
            fail_msg("taken: %s", texts[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_may_be_longer_than_they_need),
        cmocka_unit_test(lengths_that_are_none_are_refused),
    };

    return cmocka_run_group_tests_name("der", tests, NULL, NULL);
}
