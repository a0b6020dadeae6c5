/*
 * What else can be done with open files, for question_ask(). The info is the id, a DWORD.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_FILE_FAMILY_H
#define NETADMIN_FILE_FAMILY_H

#include "families/query.h"

DWORD file_get(struct api_call *call);   /* the file of that id */
DWORD file_close(struct api_call *call); /* takes it from whoever has it open */

#endif
