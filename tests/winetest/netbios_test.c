/*
 * What the tests of Netbios() have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netbios_test.h"

NCB ncb_for(UCHAR command, UCHAR lana)
{
    NCB ncb = { .ncb_command = command, .ncb_lana_num = lana };

    memset(ncb.ncb_callname, ' ', NCBNAMSZ);
    memset(ncb.ncb_name, ' ', NCBNAMSZ);
    return ncb;
}

void set_name(UCHAR *field, const char *name)
{
    memset(field, ' ', NCBNAMSZ);
    memcpy(field, name, strlen(name));
}

UCHAR run_(const char *file, int line, NCB *ncb)
{
    UCHAR result = Netbios(ncb);

    ok_(file, line)(ncb->ncb_retcode == result, "got retcode %#x, result %#x\n", ncb->ncb_retcode,
                    result);
    ok_(file, line)(ncb->ncb_cmd_cplt == result, "got cmd_cplt %#x, result %#x\n",
                    ncb->ncb_cmd_cplt, result);
    return result;
}

BOOL find_adapter(UCHAR *lana)
{
    LANA_ENUM list = { 0 };
    NCB ncb = ncb_for(NCBENUM, 0);

    ncb.ncb_buffer = (UCHAR *)&list;
    ncb.ncb_length = sizeof(list);
    *lana = Netbios(&ncb) == NRC_GOODRET ? list.lana[0] : 0;
    return list.length != 0;
}
