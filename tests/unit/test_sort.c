/*
 * Sorting, in orders that somebody chose to make it slow.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/sort.h"
#include "support/unit.h"

#define MANY 20000
/* The least power of two that is not below MANY. */
#define LOG2_OF_MANY 15

struct element
{
    uint32_t number;
    uint32_t place; /* before sorting */
};

struct counter
{
    size_t comparisons;
    size_t late_after; /* comparisons; 0: never */
};

static int by_number(const void *left, const void *right, const void *context)
{
    const struct element *a = left;
    const struct element *b = right;

    ((struct counter *)(uintptr_t)context)->comparisons++;
    return (a->number > b->number) - (a->number < b->number);
}

static bool is_late(const void *context)
{
    const struct counter *counter = context;

    return counter->late_after && counter->comparisons > counter->late_after;
}

static uint32_t sort_counted(struct element *elements, size_t count, struct counter *counter)
{
    const struct sorting sorting = {
        .size = sizeof(*elements),
        .compare = by_number,
        .is_late = is_late,
        .context = counter,
    };

    return sort(elements, count, &sorting);
}

static struct element *make(size_t count, uint32_t (*number)(uint32_t place))
{
    struct element *elements = calloc(count, sizeof(*elements));

    assert_non_null(elements);
    for (uint32_t i = 0; i < count; i++)
    {
        elements[i] = (struct element){ number(i), i };
    }
    return elements;
}

static uint32_t rising(uint32_t place)
{
    return place;
}

static uint32_t falling(uint32_t place)
{
    return MANY - place;
}

static uint32_t equal(uint32_t place)
{
    (void)place;
    return 7;
}

static uint32_t organ_pipes(uint32_t place)
{
    return place < MANY / 2 ? place : MANY - place;
}

static uint32_t scattered(uint32_t place)
{
    return place * 2654435761u >> 18;
}

static void assert_sorted(const struct element *elements, size_t count)
{
    for (size_t i = 1; i < count; i++)
    {
        assert_true(elements[i - 1].number <= elements[i].number);
        if (elements[i - 1].number == elements[i].number)
        {
            assert_true(elements[i - 1].place < elements[i].place);
        }
    }
}

static void equal_elements_keep_their_order(void **state)
{
    static uint32_t (*const orders[])(uint32_t) = { rising, falling, equal, organ_pipes,
                                                    scattered };

    (void)state;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
    {
        for (size_t count = 0; count < 70; count++)
        {
            struct element *elements = make(count, orders[i]);
            struct counter counter = { 0 };

            assert_int_equal(sort_counted(elements, count, &counter), ERROR_SUCCESS);
            assert_sorted(elements, count);
            free(elements);
        }
    }
}

static void comparisons_are_at_most_n_log_n(void **state)
{
    static uint32_t (*const orders[])(uint32_t) = { rising, falling, equal, organ_pipes,
                                                    scattered };

    (void)state;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
    {
        struct element *elements = make(MANY, orders[i]);
        struct counter counter = { 0 };

        assert_int_equal(sort_counted(elements, MANY, &counter), ERROR_SUCCESS);
        assert_sorted(elements, MANY);
        assert_true(counter.comparisons <= (size_t)MANY * LOG2_OF_MANY);
        free(elements);
    }
}

/* ---- An opponent that makes up the order while it is asked -------------------------------------- */

/* M. D. McIlroy, A Killer Adversary for Quicksort, 1999: what has not been compared yet is greater
 * than everything else, until it must be something. */
static struct
{
    uint32_t values[MANY];
    uint32_t solid;
    uint32_t candidate;
    size_t comparisons;
} opponent;

#define UNDECIDED (MANY - 1)

static int opponents_order(const void *left, const void *right, const void *context)
{
    const uint32_t a = ((const struct element *)left)->place;
    const uint32_t b = ((const struct element *)right)->place;

    (void)context;
    opponent.comparisons++;
    if (opponent.values[a] == UNDECIDED && opponent.values[b] == UNDECIDED)
    {
        opponent.values[a == opponent.candidate ? a : b] = opponent.solid++;
    }
    if (opponent.values[a] == UNDECIDED)
    {
        opponent.candidate = a;
    }
    else if (opponent.values[b] == UNDECIDED)
    {
        opponent.candidate = b;
    }
    return (opponent.values[a] > opponent.values[b]) - (opponent.values[a] < opponent.values[b]);
}

static void no_opponent_makes_it_quadratic(void **state)
{
    const struct sorting sorting = { .size = sizeof(struct element), .compare = opponents_order };
    struct element *elements = make(MANY, rising);

    (void)state;
    for (size_t i = 0; i < MANY; i++)
    {
        opponent.values[i] = UNDECIDED;
    }
    assert_int_equal(sort(elements, MANY, &sorting), ERROR_SUCCESS);
    assert_true(opponent.comparisons <= (size_t)MANY * LOG2_OF_MANY);
    free(elements);
}

static void sorting_that_is_late_ends_and_leaves_the_elements(void **state)
{
    struct element *elements = make(MANY, falling);
    struct counter counter = { .late_after = 1 };

    (void)state;
    assert_int_equal(sort_counted(elements, MANY, &counter), ERROR_SEM_TIMEOUT);
    assert_true(counter.comparisons < MANY);
    for (uint32_t i = 0; i < MANY; i++)
    {
        assert_int_equal(elements[i].place, i);
    }
    free(elements);
}

/* A few texts, of which a megabyte is alike, take as long as many. */
static void a_few_elements_are_late_too(void **state)
{
    const size_t count = 100;
    struct element *elements = make(count, falling);
    struct counter counter = { .late_after = 1 };

    (void)state;
    assert_int_equal(sort_counted(elements, count, &counter), ERROR_SEM_TIMEOUT);
    assert_true(counter.comparisons < count);
    free(elements);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_elements_keep_their_order),
        cmocka_unit_test(comparisons_are_at_most_n_log_n),
        cmocka_unit_test(no_opponent_makes_it_quadratic),
        cmocka_unit_test(sorting_that_is_late_ends_and_leaves_the_elements),
        cmocka_unit_test(a_few_elements_are_late_too),
    };

    return cmocka_run_group_tests_name("sort", tests, NULL, NULL);
}
