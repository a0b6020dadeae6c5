/*
 * What is said before and after something is ended.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/action_words.h"

#include "view/error_words.h"

const struct action_words action_words[PAGE_COUNT] = {
    [PAGE_SHARES] = { u"Stop Sharing", u"Stop Sharing", u"stopping to share", u"Stopped sharing",
                      u"The folder and what is in it stay. Who uses the share loses it, and with "
                      u"it "
                      u"what is open there and was not saved." },
    [PAGE_SESSIONS] = { u"Close Session", u"Close Sessions", u"closing", u"Closed",
                        u"Whoever is connected loses the connection and the files that are open in "
                        u"it; what was not saved is lost. Samba ends the computer's whole "
                        u"connection, "
                        u"with all users in it." },
    [PAGE_FILES] = { u"Close File", u"Close Files", u"closing", u"Closed",
                     u"Whoever has it open loses it, and what was not saved is lost." },
};

void action_append_question(struct text *text, enum page page, size_t rows)
{
    text_append(text, page == PAGE_SHARES ? u"Stop sharing " : u"Close ");
    text_append_count(text, rows, page_tables[page].noun);
    text_append(text, u"? ");
    text_append(text, action_words[page].warning);
}

/* ---- What is lost ---------------------------------------------------------------------------- */

static void append_file(struct text *text, const struct row *row, bool with_user)
{
    const struct value *locks = &row->values[FILE_LOCKS];

    row_append_shown(row, FILE_PATH, text);
    if (with_user)
    {
        text_append(text, u", opened by ");
        row_append_shown(row, FILE_USER, text);
    }
    text_append(text, u" (");
    row_append_shown(row, FILE_MODE, text);
    if (locks->is_told && locks->number)
    {
        text_append(text, u"; ");
        text_append_count(text, locks->number, u"lock");
    }
    text_append(text, u")");
}

static void append_files(struct text *text, const struct target *target)
{
    if (target->files.error)
    {
        text_append(text, u"    open files: not told. ");
        error_append(text, target->files.error);
        text_append(text, u"\r\n");
        return;
    }
    if (!target->files.count && target->has_looked)
    {
        text_append(text, u"    no open files\r\n");
    }
    for (size_t i = 0; i < target->files.count; i++)
    {
        text_append(text, u"    ");
        append_file(text, target->files.rows[i], target->row->page != PAGE_SESSIONS);
        text_append(text, u"\r\n");
    }
}

static void append_session(struct text *text, const struct target *target)
{
    const struct row *row = target->row;

    text_append(text, u"user ");
    row_append_shown(row, SESSION_USER, text);
    text_append(text, u" on computer ");
    row_append_shown(row, SESSION_COMPUTER, text);
    if (target->rows > 1)
    {
        text_append(text, u", ");
        text_append_count(text, target->rows, u"session");
    }
    if (!row->values[SESSION_USER].is_told)
    {
        text_append(text, u": all sessions of that computer");
    }
    else if (target->has_looked && !target->files.error && target->files.count)
    {
        text_append(text, u"; files of this user:");
    }
}

static void append_share(struct text *text, const struct row *row)
{
    text_append(text, u"share ");
    row_append_shown(row, SHARE_NAME, text);
    text_append(text, u" of ");
    row_append_shown(row, SHARE_PATH, text);
    text_append(text, u", connections: ");
    row_append_shown(row, SHARE_USES, text);
}

static void append_target(struct text *text, const struct target *target)
{
    row_append_shown(target->row, COLUMN_SERVER, text);
    text_append(text, u": ");
    switch (target->row->page)
    {
    case PAGE_SESSIONS: append_session(text, target); break;
    case PAGE_FILES:
        append_file(text, target->row, true);
        text_append(text, target->files.count ? u"; its ID stands for these, too:" : u"");
        break;
    default: append_share(text, target->row); break;
    }
}

void action_append_lost(struct text *text, const struct targets *targets)
{
    for (size_t i = 0; i < targets->count; i++)
    {
        append_target(text, &targets->targets[i]);
        text_append(text, u"\r\n");
        append_files(text, &targets->targets[i]);
    }
}

/* ---- What became of it ----------------------------------------------------------------------- */

size_t action_append_failed(struct text *text, const struct targets *targets)
{
    size_t done = 0;

    for (size_t i = 0; i < targets->count; i++)
    {
        const struct target *target = &targets->targets[i];

        if (target->has_acted && !target->error)
        {
            done += target->rows;
            continue;
        }
        row_append_shown(target->row, COLUMN_SERVER, text);
        text_append(text, u", ");
        row_append_shown(target->row, page_tables[target->row->page].main, text);
        text_append(text, u": ");
        error_append(text, target->has_acted ? target->error : ERROR_CANCELLED);
        text_append(text, u"\r\n");
    }
    return done;
}
