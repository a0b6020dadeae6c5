/*
 * What nodes of a cluster answered, told by one of them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "clusters/fold.h"

/* What is told of a cluster at another level is not the same. */
static bool can_take(const struct answer_part *teller, const struct answer_part *part)
{
    return !teller->error && !teller->is_told_by_other && !part->error &&
           teller->listing.level == part->listing.level;
}

static void part_fold(const struct clusters *clusters, struct answer_part *teller,
                      struct answer_part *part)
{
    clusters_take_off_told(clusters, &teller->listing, &part->listing);
    listing_join(&teller->listing, &part->listing);
    part->is_told_by_other = true;
}

/* Gives each part to the first node that told it, too. */
static void answer_fold(const struct clusters *clusters, struct answer *const *answers,
                        size_t index)
{
    struct answer *answer = answers[index];
    const WCHAR *cluster = clusters_find(clusters, answer->server);

    for (size_t i = 0; i < index && cluster; i++)
    {
        if (!answers[i] || clusters_find(clusters, answers[i]->server) != cluster)
        {
            continue;
        }
        for (size_t j = 0; j < answer->part_count; j++)
        {
            if (!answer->parts[j].is_told_by_other &&
                can_take(&answers[i]->parts[j], &answer->parts[j]))
            {
                part_fold(clusters, &answers[i]->parts[j], &answer->parts[j]);
            }
        }
    }
}

bool fold_is_possible(const struct answer *answer)
{
    return answer->is_identified && clusters_may_have(&answer->identity);
}

void fold_answers(struct clusters *clusters, struct answer *const *answers, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (answers[i] && answers[i]->is_identified)
        {
            clusters_meet(clusters, answers[i]->server, &answers[i]->identity);
        }
    }
    for (size_t i = 0; i < count; i++)
    {
        if (answers[i])
        {
            answer_fold(clusters, answers, i);
        }
    }
}
