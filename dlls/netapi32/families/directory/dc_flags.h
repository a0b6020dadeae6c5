/*
 * The flags of DsGetDcName(), and those of the controllers that it finds, as dsgetdc.h has them. For the
 * portable files: those that include <dsgetdc.h> have these names from there.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_FLAGS_H
#define NETAPI32_DIRECTORY_DC_FLAGS_H

#include <stdint.h>

/* What is asked for. */
#define DS_FORCE_REDISCOVERY             0x00000001u
#define DS_DIRECTORY_SERVICE_REQUIRED    0x00000010u
#define DS_DIRECTORY_SERVICE_PREFERRED   0x00000020u
#define DS_GC_SERVER_REQUIRED            0x00000040u
#define DS_PDC_REQUIRED                  0x00000080u
#define DS_BACKGROUND_ONLY               0x00000100u
#define DS_IP_REQUIRED                   0x00000200u
#define DS_KDC_REQUIRED                  0x00000400u
#define DS_TIMESERV_REQUIRED             0x00000800u
#define DS_WRITABLE_REQUIRED             0x00001000u
#define DS_GOOD_TIMESERV_PREFERRED       0x00002000u
#define DS_AVOID_SELF                    0x00004000u
#define DS_ONLY_LDAP_NEEDED              0x00008000u
#define DS_IS_FLAT_NAME                  0x00010000u
#define DS_IS_DNS_NAME                   0x00020000u
#define DS_TRY_NEXTCLOSEST_SITE          0x00040000u
#define DS_DIRECTORY_SERVICE_6_REQUIRED  0x00080000u
#define DS_WEB_SERVICE_REQUIRED          0x00100000u
#define DS_DIRECTORY_SERVICE_8_REQUIRED  0x00200000u
#define DS_DIRECTORY_SERVICE_9_REQUIRED  0x00400000u
#define DS_DIRECTORY_SERVICE_10_REQUIRED 0x00800000u
#define DS_KEY_LIST_SUPPORT_REQUIRED     0x01000000u
#define DS_DIRECTORY_SERVICE_13_REQUIRED 0x02000000u
#define DS_RETURN_DNS_NAME               0x40000000u
#define DS_RETURN_FLAT_NAME              0x80000000u

/* What a controller is: [MS-ADTS] 6.3.1.2. */
#define DS_PDC_FLAG                    0x00000001u
#define DS_GC_FLAG                     0x00000004u
#define DS_LDAP_FLAG                   0x00000008u
#define DS_DS_FLAG                     0x00000010u
#define DS_KDC_FLAG                    0x00000020u
#define DS_TIMESERV_FLAG               0x00000040u
#define DS_CLOSEST_FLAG                0x00000080u
#define DS_WRITABLE_FLAG               0x00000100u
#define DS_GOOD_TIMESERV_FLAG          0x00000200u
#define DS_SELECT_SECRET_DOMAIN_6_FLAG 0x00000800u
#define DS_FULL_SECRET_DOMAIN_6_FLAG   0x00001000u
#define DS_WS_FLAG                     0x00002000u
#define DS_DS_8_FLAG                   0x00004000u
#define DS_DS_9_FLAG                   0x00008000u
#define DS_DS_10_FLAG                  0x00010000u
#define DS_KEY_LIST_FLAG               0x00020000u
#define DS_DS_13_FLAG                  0x00040000u
/* And how it is called in the answer; the client sets them. */
#define DS_DNS_CONTROLLER_FLAG 0x20000000u
#define DS_DNS_DOMAIN_FLAG     0x40000000u
#define DS_DNS_FOREST_FLAG     0x80000000u

/* DOMAIN_CONTROLLER_INFO.DomainControllerAddressType */
#define DS_INET_ADDRESS 1u

#endif
