/*
 * What Wine's dsgetdc.h lacks: what a controller can do, and the list of all controllers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_DSGETDC_H
#define WINE_HEADERS_DSGETDC_H

#include_next <dsgetdc.h>

#ifndef DS_PDC_FLAG

#define DS_PDC_FLAG           0x00000001
#define DS_GC_FLAG            0x00000004
#define DS_LDAP_FLAG          0x00000008
#define DS_DS_FLAG            0x00000010
#define DS_KDC_FLAG           0x00000020
#define DS_TIMESERV_FLAG      0x00000040
#define DS_CLOSEST_FLAG       0x00000080
#define DS_WRITABLE_FLAG      0x00000100
#define DS_GOOD_TIMESERV_FLAG 0x00000200
#define DS_NDNC_FLAG          0x00000400

#define DS_DOMAIN_IN_FOREST       0x0001
#define DS_DOMAIN_DIRECT_OUTBOUND 0x0002
#define DS_DOMAIN_TREE_ROOT       0x0004
#define DS_DOMAIN_PRIMARY         0x0008
#define DS_DOMAIN_NATIVE_MODE     0x0010
#define DS_DOMAIN_DIRECT_INBOUND  0x0020
#define DS_DOMAIN_VALID_FLAGS                                                                      \
    (DS_DOMAIN_IN_FOREST | DS_DOMAIN_DIRECT_OUTBOUND | DS_DOMAIN_TREE_ROOT | DS_DOMAIN_PRIMARY |   \
     DS_DOMAIN_NATIVE_MODE | DS_DOMAIN_DIRECT_INBOUND)

#define DS_ONLY_DO_SITE_NAME         0x01
#define DS_NOTIFY_AFTER_SITE_RECORDS 0x02
#define DS_OPEN_VALID_OPTION_FLAGS   (DS_ONLY_DO_SITE_NAME | DS_NOTIFY_AFTER_SITE_RECORDS)
#define DS_OPEN_VALID_FLAGS                                                                        \
    (DS_FORCE_REDISCOVERY | DS_ONLY_LDAP_NEEDED | DS_KDC_REQUIRED | DS_PDC_REQUIRED |              \
     DS_GC_SERVER_REQUIRED | DS_WRITABLE_REQUIRED)

#define DS_GFTI_UPDATE_TDO  0x1
#define DS_GFTI_VALID_FLAGS 0x1

struct _SOCKET_ADDRESS;               /* of winsock2.h */
struct _LSA_FOREST_TRUST_INFORMATION; /* of ntsecapi.h */

DWORD WINAPI DsGetDcSiteCoverageA(LPCSTR, PULONG, LPSTR **);
DWORD WINAPI DsGetDcSiteCoverageW(LPCWSTR, PULONG, LPWSTR **);
DWORD WINAPI DsGetDcOpenA(LPCSTR, ULONG, LPCSTR, GUID *, LPCSTR, ULONG, PHANDLE);
DWORD WINAPI DsGetDcOpenW(LPCWSTR, ULONG, LPCWSTR, GUID *, LPCWSTR, ULONG, PHANDLE);
DWORD WINAPI DsGetDcNextA(HANDLE, PULONG, struct _SOCKET_ADDRESS **, LPSTR *);
DWORD WINAPI DsGetDcNextW(HANDLE, PULONG, struct _SOCKET_ADDRESS **, LPWSTR *);
VOID WINAPI DsGetDcCloseW(HANDLE);
DWORD WINAPI DsAddressToSiteNamesA(LPCSTR, DWORD, struct _SOCKET_ADDRESS *, LPSTR **);
DWORD WINAPI DsAddressToSiteNamesW(LPCWSTR, DWORD, struct _SOCKET_ADDRESS *, LPWSTR **);
DWORD WINAPI DsAddressToSiteNamesExA(LPCSTR, DWORD, struct _SOCKET_ADDRESS *, LPSTR **, LPSTR **);
DWORD WINAPI DsAddressToSiteNamesExW(LPCWSTR, DWORD, struct _SOCKET_ADDRESS *, LPWSTR **,
                                     LPWSTR **);
DWORD WINAPI DsGetForestTrustInformationW(LPCWSTR, LPCWSTR, DWORD,
                                          struct _LSA_FOREST_TRUST_INFORMATION **);
DWORD WINAPI DsDeregisterDnsHostRecordsA(LPSTR, LPSTR, GUID *, GUID *, LPSTR);
DWORD WINAPI DsDeregisterDnsHostRecordsW(LPWSTR, LPWSTR, GUID *, GUID *, LPWSTR);
DWORD WINAPI DsValidateSubnetNameA(LPCSTR);
DWORD WINAPI DsValidateSubnetNameW(LPCWSTR);

#endif

#endif
