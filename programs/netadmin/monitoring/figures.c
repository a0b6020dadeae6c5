/*
 * How many sessions, open files and locks a server has.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/figures.h"

#include <lmcons.h>
#include <lmshare.h>

#include "monitoring/label.h"
#include "monitoring/share_paths.h"

#define SESSION_LEVEL          1
#define FILE_LEVEL             3
#define SHARE_LEVEL            2
#define SHARE_LEVEL_WITH_NAMES 1 /* for those who may not see more */

const struct asked figures_asked[FIGURES_PART_COUNT] = {
    [FIGURES_SESSIONS] = { .family = &session_family, .level = SESSION_LEVEL },
    [FIGURES_FILES] = { .family = &file_family, .level = FILE_LEVEL },
    [FIGURES_SHARES] = { .family = &share_family, .level = SHARE_LEVEL, .may_fall_back = true },
};

const WCHAR *const figures_part_names[FIGURES_PART_COUNT] = {
    [FIGURES_SESSIONS] = L"sessions",
    [FIGURES_FILES] = L"files",
    [FIGURES_SHARES] = L"shares",
};

/* What a cluster has is counted with the node that tells it. */
static const struct listing *part_listing(const struct answer *answer, enum figures_part part)
{
    const struct answer_part *told = &answer->parts[part];

    return told->error || told->is_told_by_other ? NULL : &told->listing;
}

static uint64_t part_count(const struct answer *answer, enum figures_part part)
{
    const struct listing *listing = part_listing(answer, part);

    return listing ? listing->count : NOT_TOLD;
}

/* Adds counts to those of a name as a label has it: names that are the same as labels are one. */
static void tally_add_label(struct tally *tally, const WCHAR *name,
                            const ULONGLONG counts[TALLY_COUNTS])
{
    struct text label = { 0 };

    label_append(&label, name ? name : L"");
    text_append_unit(&label, 0);
    tally_add(tally, label.units, counts);
    text_free(&label);
}

static uint64_t locks_count(const struct listing *files)
{
    uint64_t count = 0;

    for (size_t i = 0; i < files->count; i++)
    {
        const FILE_INFO_3 *file = listing_record(files, i);

        count += file->fi3_num_locks;
    }
    return count;
}

/* ---- By share -------------------------------------------------------------------------------- */

static void shares_add(struct tally *tally, const struct listing *shares)
{
    for (size_t i = 0; i < shares->count; i++)
    {
        const SHARE_INFO_2 *share = listing_record(shares, i);

        tally_add_label(tally, share->shi2_netname,
                        (ULONGLONG[]){ [SHARE_CONNECTIONS] = share->shi2_current_uses });
    }
}

/* To each share its files; what no share has is counted as such. */
static void share_files_add(struct figures *figures, const struct listing *shares,
                            const struct listing *files)
{
    for (size_t i = 0; i < files->count; i++)
    {
        const FILE_INFO_3 *file = listing_record(files, i);
        const WCHAR *share = share_of_path(shares, file->fi3_pathname ? file->fi3_pathname : L"");

        if (share)
        {
            tally_add_label(&figures->by_share, share,
                            (ULONGLONG[TALLY_COUNTS]){
                                [SHARE_OPEN_FILES] = 1, [SHARE_FILE_LOCKS] = file->fi3_num_locks });
        }
        else
        {
            figures->unattributed_open_files++;
            figures->unattributed_file_locks += file->fi3_num_locks;
        }
    }
}

static void count_by_share(struct figures *figures, const struct listing *shares,
                           const struct listing *files, size_t limit)
{
    struct tally *tally = &figures->by_share;

    shares_add(tally, shares);
    if (files)
    {
        figures->unattributed_open_files = 0;
        figures->unattributed_file_locks = 0;
        share_files_add(figures, shares, files);
    }
    tally_close(tally, limit);
    figures->unlisted_shares = tally->rest_count;
    if (files)
    {
        figures->unattributed_open_files += tally->rest.counts[SHARE_OPEN_FILES];
        figures->unattributed_file_locks += tally->rest.counts[SHARE_FILE_LOCKS];
    }
}

/* ---- By user --------------------------------------------------------------------------------- */

static void count_by_user(struct figures *figures, const struct listing *sessions,
                          const struct listing *files, size_t limit)
{
    for (size_t i = 0; sessions && i < sessions->count; i++)
    {
        const SESSION_INFO_1 *session = listing_record(sessions, i);

        tally_add_label(&figures->by_user, session->sesi1_username,
                        (ULONGLONG[TALLY_COUNTS]){ [USER_SESSIONS] = 1 });
    }
    for (size_t i = 0; files && i < files->count; i++)
    {
        const FILE_INFO_3 *file = listing_record(files, i);

        tally_add_label(&figures->by_user, file->fi3_username,
                        (ULONGLONG[TALLY_COUNTS]){
                            [USER_OPEN_FILES] = 1, [USER_FILE_LOCKS] = file->fi3_num_locks });
    }
    tally_close(&figures->by_user, limit);
    figures->unlisted_users = figures->by_user.rest_count;
}

/* ---- All of it ------------------------------------------------------------------------------- */

void figures_make(struct figures *figures, const struct answer *answer, bool by_user, size_t limit)
{
    const struct listing *sessions = part_listing(answer, FIGURES_SESSIONS);
    const struct listing *files = part_listing(answer, FIGURES_FILES);
    const struct listing *shares = part_listing(answer, FIGURES_SHARES);

    *figures = (struct figures){
        .server = answer->server,
        .microseconds = answer->microseconds,
        .is_of_cluster = NOT_TOLD,
        .sessions = part_count(answer, FIGURES_SESSIONS),
        .open_files = part_count(answer, FIGURES_FILES),
        .file_locks = files ? locks_count(files) : NOT_TOLD,
        .shares = part_count(answer, FIGURES_SHARES),
        .unattributed_open_files = NOT_TOLD,
        .unattributed_file_locks = NOT_TOLD,
        .unlisted_shares = NOT_TOLD,
        .unlisted_users = NOT_TOLD,
        .has_connections = shares && shares->level->number == SHARE_LEVEL,
    };
    for (size_t i = 0; i < FIGURES_PART_COUNT; i++)
    {
        figures->is_up |= !answer->parts[i].error;
        figures->errors[i] = answer->parts[i].error;
        figures->is_of_cluster = answer->parts[i].is_told_by_other ? 1 : figures->is_of_cluster;
    }
    if (figures->has_connections)
    {
        count_by_share(figures, shares, files, limit);
    }
    if (by_user && (sessions || files))
    {
        count_by_user(figures, sessions, files, limit);
    }
}

void figures_free(struct figures *figures)
{
    tally_free(&figures->by_share);
    tally_free(&figures->by_user);
}
