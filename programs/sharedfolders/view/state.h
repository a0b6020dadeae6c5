/*
 * What the window has: servers, groups, lists, and what is chosen.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_STATE_H
#define SHAREDFOLDERS_STATE_H

#include <windows.h>
#include <commctrl.h>

#include "asking/answer.h"
#include "asking/jobs.h"
#include "model/shown.h"
#include "model/tracked.h"

/* Messages of the window's own. */
#define WM_JOB_DONE (WM_APP + 1)

#define TIMER_REFRESH 1
#define TIMER_APPLY   2

struct state;

/* A page of a server is being asked for. */
struct ask
{
    struct job job;
    struct state *state;
    struct server *server;
    enum page page;
    WCHAR *name;
    WCHAR *shown;
    struct answer answer;
};

/* What is known of a page of a server. */
struct server_page
{
    struct tracked tracked;
    struct ask *asking;  /* NULL while nobody asks */
    struct ask *waiting; /* has an answer that the list does not show so far */
    DWORD error;         /* of the latest answer */
    DWORD level;
    DWORD reason;
    bool is_made_up;
};

struct server
{
    WCHAR *name;  /* without leading backslashes; "" is this computer */
    WCHAR *shown; /* in tree and lists */
    bool is_kept; /* in the settings */
    struct server_page pages[PAGE_COUNT];
};

struct group
{
    WCHAR *name;
    bool is_kept;
    struct server **servers;
    size_t count;
};

enum node_kind
{
    NODE_SERVER,
    NODE_GROUP,
    NODE_ALL, /* of the servers but this computer */
};

/* An item of the tree: its lParam. */
struct node
{
    enum node_kind kind;
    struct server *server; /* of NODE_SERVER */
    struct group *group;   /* of NODE_GROUP; of NODE_SERVER: the group it stands in, or NULL */
};

struct state
{
    HINSTANCE instance;
    HWND window;
    HWND tree;
    HWND filter_label;
    HWND filter;
    HWND tabs;
    HWND lists[PAGE_COUNT];
    HWND notes_label;
    HWND notes;
    HWND status;
    HWND focus; /* the control that has it while the window is active */
    HFONT font;
    HIMAGELIST images;
    int dpi;
    int line;        /* height of a line of text, in pixels */
    int character;   /* average width of a character */
    int tree_width;  /* 0: the usual */
    int notes_lines; /* how many are to be seen */

    struct server **servers; /* the first is this computer */
    size_t server_count;
    struct group **groups;
    size_t group_count;
    struct node **nodes; /* of the tree as it is */
    size_t node_count;

    struct node chosen; /* what the lists show */
    enum page page;
    struct order orders[PAGE_COUNT];
    struct shown shown[PAGE_COUNT];
    WCHAR *filter_text;

    struct jobs jobs;
    unsigned interval; /* seconds between two refreshes */
    bool is_paused;
    bool is_updating;  /* the lists' notifications are our own doing */
    const WCHAR *busy; /* what an action does, or NULL */
    struct job *action;
    WCHAR *message; /* what part 0 of the status bar says while nothing is going on; NULL: ready */
    SYSTEMTIME answered; /* when the latest answer came; wYear 0: none came */
};

/* The servers that the chosen node stands for. Returns how many; *servers is to be freed. */
size_t state_scope(const struct state *state, struct server ***servers);

/* The server of a name, made if there is none. */
struct server *state_server(struct state *state, const WCHAR *name);

/* A group of a name, made if there is none. */
struct group *state_group(struct state *state, const WCHAR *name);
void group_add(struct group *group, struct server *server);
void group_clear(struct group *group);

/* They are in no tree and no list any more. */
void state_remove_server(struct state *state, struct server *server);
void state_remove_group(struct state *state, struct group *group);

/* A length in pixels of 96 to the inch, on this screen. */
int state_scale(const struct state *state, int length);

/* The text of a control, to be freed. */
WCHAR *window_text(HWND window);

#endif
