/*
 * How netadmin ends.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_EXIT_STATUS_H
#define NETADMIN_EXIT_STATUS_H

enum exit_status
{
    EXIT_STATUS_OK = 0,
    EXIT_STATUS_ERROR = 1, /* the server, or this computer, did not do what was asked */
    EXIT_STATUS_USAGE = 2, /* the command line is wrong; nothing was done */
    EXIT_STATUS_SOME = 3,  /* of several servers some did what was asked, and others did not */
};

#endif
