/*
 * What keys do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/actions.h"

#include <wchar.h>

const WCHAR *const key_help[] = {
    L"1 2 3 4, Tab       sessions, files, shares, connections",
    L"Up Down PgUp PgDn  choose a row; also k and j",
    L"Home End           the first, the last row",
    L"Left Right, < >    sort by the column before, behind",
    L"r                  the other way round",
    L"/                  show only rows with this text; Enter keeps it, Esc drops it",
    L"Del, d             end the session or close the file of this row (asks first)",
    L"p, Space           pause, and go on",
    L"u                  ask the servers now",
    L"?, h               this help",
    L"q, Ctrl+C          end",
    L"",
    L"+ came, - went a short time ago; ~ its server has failed since.",
    NULL,
};

/* ---- Moving ---------------------------------------------------------------------------------- */

static void move_to(struct view *view, size_t position)
{
    view->page_views[view->page].is_chosen = true;
    view_select(view, position);
}

static void move_by(struct view *view, size_t rows, bool is_down)
{
    const size_t position = view_position(view);

    move_to(view, is_down ? position + rows : position > rows ? position - rows : 0);
}

static void page_choose(struct view *view, enum page page)
{
    view->page = page;
    view->message.length = 0;
    view_arrange(view);
}

static void sort_by(struct view *view, size_t step)
{
    const size_t count = view->pages[view->page].column_count;
    struct page_view *page = &view->page_views[view->page];

    page->sort_column = (page->sort_column + step) % count;
    view_arrange(view);
}

/* ---- Asking ---------------------------------------------------------------------------------- */

static void ask(struct view *view)
{
    const struct row *row = view_selected(view);

    if (view->page != PAGE_SESSIONS && view->page != PAGE_FILES)
    {
        view_say(view, L"Nothing can be ended here: only sessions (1) and files (2).");
    }
    else if (!row || row->mark == ROW_GONE)
    {
        view_say(view, L"There is nothing to end: it has gone.");
    }
    else
    {
        view_ask(view);
    }
}

static enum action question_key(struct view *view, struct key key)
{
    if (key.code == KEY_CHARACTER && (key.unit == 'y' || key.unit == 'Y'))
    {
        return ACTION_DO;
    }
    view_end_question(view);
    view_say(view, L"Nothing was ended.");
    return ACTION_NONE;
}

/* ---- Filtering ------------------------------------------------------------------------------- */

static enum action filter_key(struct view *view, struct key key)
{
    const size_t length = wcslen(view->filter);

    switch (key.code)
    {
    case KEY_ENTER: view->mode = VIEW_ROWS; return ACTION_NONE;
    case KEY_ESCAPE:
        view->mode = VIEW_ROWS;
        view->filter[0] = 0;
        break;
    case KEY_BACKSPACE: view->filter[length ? length - 1 : 0] = 0; break;
    case KEY_CHARACTER:
        if (length < FILTER_LENGTH_MAX && !unit_is_control(key.unit))
        {
            view->filter[length] = key.unit;
            view->filter[length + 1] = 0;
        }
        break;
    case KEY_UP:
    case KEY_DOWN: move_by(view, 1, key.code == KEY_DOWN); return ACTION_NONE;
    default: return ACTION_NONE;
    }
    view_arrange(view);
    return ACTION_NONE;
}

/* ---- All keys -------------------------------------------------------------------------------- */

static enum action character_key(struct view *view, WCHAR unit)
{
    switch (unit)
    {
    case '1':
    case '2':
    case '3':
    case '4': page_choose(view, (enum page)(unit - '1')); return ACTION_REFRESH;
    case 'k': move_by(view, 1, false); break;
    case 'j': move_by(view, 1, true); break;
    case '<': sort_by(view, view->pages[view->page].column_count - 1); break;
    case '>': sort_by(view, 1); break;
    case 'r':
        view->page_views[view->page].is_reversed = !view->page_views[view->page].is_reversed;
        view_arrange(view);
        break;
    case '/': view->mode = VIEW_FILTER; break;
    case 'd': ask(view); break;
    case 'p':
    case ' ':
        view->is_paused = !view->is_paused;
        return view->is_paused ? ACTION_NONE : ACTION_REFRESH;
    case 'u': return ACTION_REFRESH;
    case 'h':
    case '?': view->mode = VIEW_HELP; break;
    case 'q': return ACTION_QUIT;
    default: break;
    }
    return ACTION_NONE;
}

static enum action rows_key(struct view *view, struct key key, size_t height)
{
    switch (key.code)
    {
    case KEY_CHARACTER: return character_key(view, key.unit);
    case KEY_TAB: page_choose(view, (view->page + 1) % PAGE_COUNT); return ACTION_REFRESH;
    case KEY_BACK_TAB:
        page_choose(view, (view->page + PAGE_COUNT - 1) % PAGE_COUNT);
        return ACTION_REFRESH;
    case KEY_UP: move_by(view, 1, false); break;
    case KEY_DOWN: move_by(view, 1, true); break;
    case KEY_PAGE_UP: move_by(view, height, false); break;
    case KEY_PAGE_DOWN: move_by(view, height, true); break;
    case KEY_HOME: move_to(view, 0); break;
    case KEY_END: move_to(view, view->shown_count); break;
    case KEY_LEFT: return character_key(view, '<');
    case KEY_RIGHT: return character_key(view, '>');
    case KEY_DELETE: ask(view); break;
    case KEY_ESCAPE:
        view->filter[0] = 0;
        view->message.length = 0;
        view_arrange(view);
        break;
    default: break;
    }
    return ACTION_NONE;
}

enum action view_key(struct view *view, struct key key, size_t height)
{
    if (key.code == KEY_NONE)
    {
        return ACTION_NONE;
    }
    if (key.code == KEY_STOP)
    {
        return ACTION_QUIT;
    }
    switch (view->mode)
    {
    case VIEW_FILTER: return filter_key(view, key);
    case VIEW_QUESTION: return question_key(view, key);
    case VIEW_HELP: view->mode = VIEW_ROWS; return ACTION_NONE;
    default: return rows_key(view, key, height);
    }
}
