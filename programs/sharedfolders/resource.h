/*
 * The numbers of the window's controls, commands and dialogs: what drives the program from outside
 * (a script language, a test) knows it by these.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_RESOURCE_H
#define SHAREDFOLDERS_RESOURCE_H

/* The class of the main window. Its title is "Shared Folders", with what is selected in the tree in
 * front of it: "fileserver - Shared Folders". */
#define MAIN_WINDOW_CLASS "SharedFoldersWindow"

#define IDI_PROGRAM 1
#define IDR_MENU    2
#define IDR_KEYS    3
#define IDR_POPUPS  4

/* Controls of the main window (GetDlgItem). There is a list for each page, and the one of the chosen
 * page is visible. Column 0 of each is the mark, column 1 the server. */
#define IDC_TREE             100
#define IDC_FILTER_LABEL     101
#define IDC_FILTER           102
#define IDC_TABS             103 /* Shares, Sessions, Open Files, Connections */
#define IDC_NOTES_LABEL      104
#define IDC_NOTES            105 /* what failed and what is not told, a line each; hidden if empty */
#define IDC_STATUS           106 /* parts: 0 "Ready", "Busy: ...", "Cancelled..."; 1 counts; 2 refresh */
#define IDC_LIST_SHARES      110
#define IDC_LIST_SESSIONS    111
#define IDC_LIST_FILES       112
#define IDC_LIST_CONNECTIONS 113

/* Commands (WM_COMMAND). */
#define IDM_ADD_SERVER       1000 /* Ctrl+Shift+A */
#define IDM_NEW_GROUP        1001 /* Ctrl+Shift+G */
#define IDM_EDIT_GROUP       1002
#define IDM_REMOVE           1003 /* Ctrl+Shift+Delete */
#define IDM_LOGIN            1004 /* Ctrl+L */
#define IDM_SAVE_AS          1005 /* Ctrl+S */
#define IDM_EXIT             1006
#define IDM_COPY             1010 /* Ctrl+C */
#define IDM_SELECT_ALL       1011 /* Ctrl+A */
#define IDM_FILTER           1012 /* Ctrl+F */
#define IDM_CLOSE_SELECTED   1020 /* Delete: Close Session, Close File, Stop Sharing, by the page */
#define IDM_DISCONNECT_ALL   1021 /* Ctrl+D */
#define IDM_NEW_SHARE        1022 /* Ctrl+N */
#define IDM_PROPERTIES       1023 /* Alt+Enter */
#define IDM_PAGE_SHARES      1030 /* Ctrl+1 */
#define IDM_PAGE_SESSIONS    1031 /* Ctrl+2 */
#define IDM_PAGE_FILES       1032 /* Ctrl+3 */
#define IDM_PAGE_CONNECTIONS 1033 /* Ctrl+4 */
#define IDM_NEXT_PAGE        1034 /* Ctrl+Tab, Ctrl+Page Down */
#define IDM_PREVIOUS_PAGE    1035 /* Ctrl+Shift+Tab, Ctrl+Page Up */
#define IDM_REFRESH          1040 /* F5 */
#define IDM_PAUSE            1041 /* Ctrl+P */
#define IDM_CANCEL           1042 /* Esc */
#define IDM_NEXT_PANE        1043 /* F6 */
#define IDM_PREVIOUS_PANE    1044 /* Shift+F6 */
#define IDM_EVERY_FIRST      1050 /* Refresh every 2, 5, 10, 30, 60 seconds */
#define IDM_EVERY_LAST       1054
#define IDM_SORT_FIRST       1060 /* by columns 1, 2, ...: Alt+1, Alt+2, ...; again: the other way */
#define IDM_SORT_LAST        1069
#define IDM_SORT_REVERSE     1070 /* Alt+0 */
#define IDM_KEYS             1080 /* F1 */
#define IDM_ABOUT            1081

/* Add a server. */
#define IDD_SERVER         200
#define IDC_SERVER_NAME    201
#define IDC_SERVER_ADDRESS 202
#define IDC_SERVER_PORT    203

/* A group of servers. */
#define IDD_GROUP         210
#define IDC_GROUP_NAME    211
#define IDC_GROUP_SERVERS 212 /* a line each */

/* A question: what is done, what is lost by it, and the verb. */
#define IDD_QUESTION       220
#define IDC_QUESTION_TEXT  221
#define IDC_QUESTION_LOST  222 /* read-only, a line for each thing that is lost */
#define IDC_QUESTION_LABEL 223
/* IDOK is the verb, IDCANCEL has the focus at first. */

/* A new share. */
#define IDD_NEW_SHARE       230
#define IDC_SHARE_SERVER    231
#define IDC_SHARE_NAME      232
#define IDC_SHARE_PATH      233
#define IDC_SHARE_COMMENT   234
#define IDC_SHARE_UNLIMITED 235
#define IDC_SHARE_LIMITED   236
#define IDC_SHARE_MAXIMUM   237
#define IDC_SHARE_TYPE      238
#define IDC_SHARE_USES      239

/* A share's properties: the controls of the above, and its permissions. */
#define IDD_SHARE_PROPERTIES  240
#define IDC_SHARE_NOTE        241
#define IDC_PERMISSIONS       251 /* a list: Account, Access, Allow or deny */
#define IDC_PERMISSION_ADD    252
#define IDC_PERMISSION_CHANGE 253
#define IDC_PERMISSION_REMOVE 254
#define IDC_PERMISSION_NOTE   255

/* An entry of the permissions. */
#define IDD_PERMISSION         260
#define IDC_PERMISSION_ACCOUNT 261
#define IDC_PERMISSION_ACCESS  262 /* Read, Change, Full Control */
#define IDC_PERMISSION_ALLOW   263
#define IDC_PERMISSION_DENY    264

/* What a session or an open file is, all of its columns. */
#define IDD_DETAILS      270
#define IDC_DETAILS_TEXT 271

/* Logging in to a server. */
#define IDD_LOGIN          280
#define IDC_LOGIN_SERVER   281
#define IDC_LOGIN_USER     282
#define IDC_LOGIN_PASSWORD 283
#define IDC_LOGIN_KEEP     284

/* What an action came to where something failed. */
#define IDD_RESULTS      290
#define IDC_RESULTS_TEXT 291

#endif
