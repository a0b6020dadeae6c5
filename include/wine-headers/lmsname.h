/*
 * Wine has no lmsname.h: the names of the services that keep statistics.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMSNAME_H
#define WINE_HEADERS_LMSNAME_H

#define SERVICE_WORKSTATION      TEXT("LanmanWorkstation")
#define SERVICE_LM20_WORKSTATION TEXT("WORKSTATION")
#define SERVICE_SERVER           TEXT("LanmanServer")
#define SERVICE_LM20_SERVER      TEXT("SERVER")

#endif
