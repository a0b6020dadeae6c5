/*
 * Which of many servers are nodes of one cluster.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "clusters/clusters.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "clusters/proof.h"
#include "listing/comparison.h"
#include "listing/shared_ids.h"

/* So many servers of one name may turn out to be different before no more are tried. */
#define DIFFERENT_MAX 8

struct node
{
    const WCHAR *server;
    WCHAR *name;    /* NULL: none that several servers may have in common */
    size_t cluster; /* the place of its cluster's first node, which may be its own */
    size_t tried;   /* it is not of the clusters that begin before this place */
};

struct clusters
{
    struct node *nodes; /* in the order in which they were met */
    size_t count;
};

struct clusters *clusters_make(void)
{
    struct clusters *clusters = memory_resize(NULL, 1, sizeof(*clusters));

    *clusters = (struct clusters){ 0 };
    return clusters;
}

void clusters_free(struct clusters *clusters)
{
    if (clusters)
    {
        for (size_t i = 0; i < clusters->count; i++)
        {
            free(clusters->nodes[i].name);
        }
        free(clusters->nodes);
        free(clusters);
    }
}

/* ---- Names ------------------------------------------------------------------------------------- */

static WCHAR upcase(uint8_t unit)
{
    return unit >= 'a' && unit <= 'z' ? (WCHAR)(unit - 'a' + 'A') : unit;
}

/* Samba's ServerGuid is its NetBIOS name, filled up with zeros; Windows' is a random number: 0. */
static size_t name_length(const struct netapi32_server *identity)
{
    static const uint8_t zeros[NETAPI32_GUID_SIZE];
    const uint8_t *guid = identity->guid;
    size_t length = 0;

    while (length < NETAPI32_GUID_SIZE && guid[length] > ' ' && guid[length] < 0x7f)
    {
        length++;
    }
    return length < NETAPI32_GUID_SIZE && !memcmp(guid + length, zeros, NETAPI32_GUID_SIZE - length)
               ? length
               : 0;
}

/* NULL if it is none; to be freed. */
static WCHAR *name_of(const struct netapi32_server *identity)
{
    const size_t length = name_length(identity);
    WCHAR *name;

    if (!length)
    {
        return NULL;
    }
    name = memory_resize(NULL, length + 1, sizeof(*name));
    for (size_t i = 0; i <= length; i++)
    {
        name[i] = upcase(identity->guid[i]);
    }
    return name;
}

bool clusters_may_have(const struct netapi32_server *identity)
{
    return name_length(identity) > 0;
}

/* ---- Meeting ----------------------------------------------------------------------------------- */

static struct node *node_find(const struct clusters *clusters, const WCHAR *server)
{
    for (size_t i = 0; i < clusters->count && server; i++)
    {
        if (!wcscmp(clusters->nodes[i].server, server))
        {
            return &clusters->nodes[i];
        }
    }
    return NULL;
}

static struct node *node_add(struct clusters *clusters, const WCHAR *server)
{
    struct node *node;

    clusters->nodes = memory_resize(clusters->nodes, clusters->count + 1, sizeof(*clusters->nodes));
    node = &clusters->nodes[clusters->count];
    *node = (struct node){ .server = server, .cluster = clusters->count };
    clusters->count++;
    return node;
}

static bool is_first(const struct clusters *clusters, size_t place)
{
    return clusters->nodes[place].cluster == place;
}

static size_t count_nodes(const struct clusters *clusters, size_t cluster)
{
    size_t count = 0;

    for (size_t i = cluster; i < clusters->count; i++)
    {
        count += clusters->nodes[i].cluster == cluster;
    }
    return count;
}

static bool is_alone(const struct clusters *clusters, const struct node *node)
{
    return count_nodes(clusters, node->cluster) == 1;
}

/* Tries all nodes of a cluster until one answers. */
static enum proof try_cluster(const struct clusters *clusters, size_t first,
                              const struct node *node)
{
    enum proof proof = PROOF_NONE;

    for (size_t i = first; i < clusters->count && proof == PROOF_NONE; i++)
    {
        if (clusters->nodes[i].cluster == first && &clusters->nodes[i] != node)
        {
            proof = proof_make(node->server, clusters->nodes[i].server);
        }
    }
    return proof;
}

static bool has_name(const struct node *node, const WCHAR *name)
{
    return node->name && !wcscmp(node->name, name);
}

/* Tries the clusters of the same name, from the one on at which that ended before. */
static void find_cluster(struct clusters *clusters, struct node *node)
{
    const size_t place = (size_t)(node - clusters->nodes);
    size_t different = 0;

    for (size_t i = node->tried; i < place && different < DIFFERENT_MAX; i++)
    {
        enum proof proof = PROOF_DIFFERENT;

        if (is_first(clusters, i) && has_name(&clusters->nodes[i], node->name))
        {
            proof = try_cluster(clusters, i, node);
            different++;
        }
        if (proof == PROOF_SAME)
        {
            node->cluster = i;
        }
        if (proof != PROOF_DIFFERENT)
        {
            return;
        }
        node->tried = i + 1;
    }
    node->tried = place;
}

void clusters_meet(struct clusters *clusters, const WCHAR *server,
                   const struct netapi32_server *identity)
{
    struct node *node = node_find(clusters, server);

    if (!server)
    {
        return;
    }
    if (!node)
    {
        node = node_add(clusters, server);
    }
    if (identity && !node->name)
    {
        node->name = name_of(identity);
    }
    if (node->name && is_alone(clusters, node))
    {
        find_cluster(clusters, node);
    }
}

/* ---- What is known ------------------------------------------------------------------------------ */

const WCHAR *clusters_find(const struct clusters *clusters, const WCHAR *server)
{
    const struct node *node = node_find(clusters, server);

    return node && !is_alone(clusters, node) ? clusters->nodes[node->cluster].name : NULL;
}

bool clusters_are_one(const struct clusters *clusters, const WCHAR *a, const WCHAR *b)
{
    const WCHAR *cluster = clusters_find(clusters, a);

    return cluster && cluster == clusters_find(clusters, b);
}

/* The rows that nodes of a cluster told, at this level; to be freed. */
static struct listing told_by_cluster(const struct clusters *clusters, const struct listing *told,
                                      const WCHAR *cluster, const struct level *level)
{
    struct listing rows = {
        .family = told->family,
        .level = level,
        .rows = memory_resize(NULL, told->count + 1, sizeof(*rows.rows)),
    };

    for (size_t i = 0; i < told->count; i++)
    {
        const struct listing_row *row = &told->rows[i];

        if ((row->level ? row->level : told->level) == level &&
            clusters_find(clusters, row->server) == cluster)
        {
            rows.rows[rows.count++] = *row;
        }
    }
    return rows;
}

void clusters_take_off_told(const struct clusters *clusters, const struct listing *told,
                            struct listing *listing)
{
    const WCHAR *cluster = listing->count ? clusters_find(clusters, listing->rows[0].server) : NULL;
    struct listing rows;
    struct comparison comparison;
    size_t count = 0;

    if (!cluster)
    {
        return;
    }
    rows = told_by_cluster(clusters, told, cluster, listing->level);
    comparison_make_without_ages(&comparison, &rows, listing);
    for (size_t i = 0; i < listing->count; i++)
    {
        if (comparison.came[i])
        {
            listing->rows[count++] = listing->rows[i];
        }
    }
    listing->count = count;
    comparison_free(&comparison);
    free(rows.rows);
}

void clusters_name_rows(const struct clusters *clusters, struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        listing->rows[i].cluster = clusters_find(clusters, listing->rows[i].server);
    }
    shared_ids_mark(listing);
}

static void append_nodes(const struct clusters *clusters, size_t first, size_t count,
                         struct text *text)
{
    size_t told = 0;

    for (size_t i = first; i < clusters->count; i++)
    {
        if (clusters->nodes[i].cluster == first)
        {
            told++;
            text_append(text, told == 1 ? L"" : told == count ? L" and " : L", ");
            text_append(text, clusters->nodes[i].server);
        }
    }
}

void clusters_append_summary(const struct clusters *clusters, struct text *text)
{
    for (size_t i = 0; i < clusters->count; i++)
    {
        const size_t count = is_first(clusters, i) ? count_nodes(clusters, i) : 0;

        if (count > 1)
        {
            append_nodes(clusters, i, count, text);
            text_append_format(text, L" are the same cluster or server, %ls, and counted once.\n",
                               clusters->nodes[i].name);
        }
    }
}
