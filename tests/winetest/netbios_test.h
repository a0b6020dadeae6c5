/*
 * What the tests of Netbios() have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETBIOS_TEST_H
#define NETBIOS_TEST_H

#include <windows.h>
#include <nb30.h>

#include "wine/test.h"

/* A command for an adapter, with blank names. */
static inline NCB ncb_for(UCHAR command, UCHAR lana)
{
    NCB ncb = { .ncb_command = command, .ncb_lana_num = lana };

    memset(ncb.ncb_callname, ' ', NCBNAMSZ);
    memset(ncb.ncb_name, ' ', NCBNAMSZ);
    return ncb;
}

static inline void set_name(UCHAR *field, const char *name)
{
    memset(field, ' ', NCBNAMSZ);
    memcpy(field, name, strlen(name));
}

/* Runs a command on the caller's thread; its results must agree. */
#define run(ncb) run_(__LINE__, ncb)
static inline UCHAR run_(int line, NCB *ncb)
{
    UCHAR result = Netbios(ncb);

    ok_(__FILE__, line)(ncb->ncb_retcode == result, "got retcode %#x, result %#x\n",
                        ncb->ncb_retcode, result);
    ok_(__FILE__, line)(ncb->ncb_cmd_cplt == result, "got cmd_cplt %#x, result %#x\n",
                        ncb->ncb_cmd_cplt, result);
    return result;
}

/* The number of the first adapter. False when there is none. */
static inline BOOL find_adapter(UCHAR *lana)
{
    LANA_ENUM list = { 0 };
    NCB ncb = ncb_for(NCBENUM, 0);

    ncb.ncb_buffer = (UCHAR *)&list;
    ncb.ncb_length = sizeof(list);
    *lana = Netbios(&ncb) == NRC_GOODRET ? list.lana[0] : 0;
    return list.length != 0;
}

#endif
