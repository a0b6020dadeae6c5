/*
 * Domains: what this computer is a member of, and DOMAIN_CONTROLLER_INFO; all controllers of one;
 * DS_DOMAIN_TRUSTS.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <winsock2.h>
#include <ws2tcpip.h>

#include <string.h>
#include <wchar.h>
#include <dsgetdc.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmjoin.h>

#include "base/text.h"
#include "families/family.h"

/* The names of a call: the domain, and whether what is known of it is to be looked up anew. */
enum
{
    NAME_DOMAIN,
    NAME_REDISCOVER,
};

static DWORD controller_find(const struct api_call *call, ULONG flags,
                             DOMAIN_CONTROLLER_INFOW **controller)
{
    DWORD error;

    flags |= call->names[NAME_REDISCOVER] ? DS_FORCE_REDISCOVERY : 0;
    *controller = NULL;
    error = DsGetDcNameW(NULL, call->names[NAME_DOMAIN], NULL, NULL, flags, controller);
    return !error && !*controller ? ERROR_CALL_NOT_IMPLEMENTED : error;
}

/* ---- Membership and controller --------------------------------------------------------------- */

struct domain_card
{
    WCHAR *name;
    DWORD status; /* NETSETUP_JOIN_STATUS */
    WCHAR *site;
    DOMAIN_CONTROLLER_INFOW controller;
};

static const struct word join_states[] = {
    { MAXDWORD, NetSetupUnknownStatus, L"unknown" },
    { MAXDWORD, NetSetupUnjoined, L"none" },
    { MAXDWORD, NetSetupWorkgroupName, L"workgroup" },
    { MAXDWORD, NetSetupDomainName, L"domain" },
    { 0 },
};

static const struct word controller_flags[] = {
    BITS(DS_PDC_FLAG, L"PDC"),
    BITS(DS_GC_FLAG, L"global catalog"),
    BITS(DS_LDAP_FLAG, L"LDAP"),
    BITS(DS_DS_FLAG, L"directory"),
    BITS(DS_KDC_FLAG, L"KDC"),
    BITS(DS_TIMESERV_FLAG, L"time"),
    BITS(DS_CLOSEST_FLAG, L"closest"),
    BITS(DS_WRITABLE_FLAG, L"writable"),
    BITS(DS_GOOD_TIMESERV_FLAG, L"good time"),
    BITS(DS_NDNC_FLAG, L"no domain"),
    /* [MS-ADTS] 6.3.1.2 */
    BITS(0x00000800, L"read-only"),
    BITS(0x00001000, L"all secrets"),
    BITS(0x00002000, L"web service"),
    BITS(0x00004000, L"2012"),
    BITS(0x00008000, L"2012 R2"),
    BITS(0x00010000, L"2016"),
    /* What the names are is to be seen. */
    BITS(DS_DNS_CONTROLLER_FLAG, L""),
    BITS(DS_DNS_DOMAIN_FLAG, L""),
    BITS(DS_DNS_FOREST_FLAG, L""),
    { 0 },
};

#define MEMBERSHIP_FIELDS                                                                          \
    { .name = L"NameBuffer",                                                                       \
      .heading = L"Member of",                                                                     \
      .kind = FIELD_STRING,                                                                        \
      .offset = offsetof(struct domain_card, name) },                                              \
        { .name = L"BufferType",                                                                   \
          .heading = L"Which is a",                                                                \
          .kind = FIELD_WORDS,                                                                     \
          .offset = offsetof(struct domain_card, status),                                          \
          .words = join_states },                                                                  \
    {                                                                                              \
        .name = L"SiteName", .heading = L"Site", .kind = FIELD_STRING,                             \
        .offset = offsetof(struct domain_card, site)                                               \
    }

#define CONTROLLER_FIELD(member, heading_, ...)                                                    \
    {                                                                                              \
        .name = L"" #member, .heading = heading_,                                                  \
        .offset = offsetof(struct domain_card, controller.member), .kind = __VA_ARGS__             \
    }
#define CONTROLLER_FIELDS                                                                          \
    CONTROLLER_FIELD(DomainName, L"Domain", FIELD_STRING),                                         \
        CONTROLLER_FIELD(DnsForestName, L"Forest", FIELD_STRING),                                  \
        CONTROLLER_FIELD(DomainGuid, L"GUID", FIELD_GUID),                                         \
        CONTROLLER_FIELD(DomainControllerName, L"Controller", FIELD_STRING),                       \
        CONTROLLER_FIELD(DomainControllerAddress, L"Address", FIELD_STRING),                       \
        CONTROLLER_FIELD(DomainControllerAddressType, NULL, FIELD_NUMBER),                         \
        CONTROLLER_FIELD(Flags, L"Roles", FIELD_WORDS, .words = controller_flags),                 \
        CONTROLLER_FIELD(DcSiteName, L"Controller's site", FIELD_STRING),                          \
        CONTROLLER_FIELD(ClientSiteName, L"Nearest site", FIELD_STRING)

static const struct field membership_fields[] = { MEMBERSHIP_FIELDS };

static const struct field controller_fields[] = { CONTROLLER_FIELDS };

static const struct field domain_fields[] = { MEMBERSHIP_FIELDS, CONTROLLER_FIELDS };

static const struct level domain_levels[] = {
    LEVEL(LEVEL_COMPOSED, struct domain_card, domain_fields),
};

/* Of a computer that is in no domain. */
static const struct level membership_level =
    LEVEL(LEVEL_COMPOSED, struct domain_card, membership_fields);

/* Of a domain that was asked for by its name. */
static const struct level controller_level =
    LEVEL(LEVEL_COMPOSED, struct domain_card, controller_fields);

/* The site is nothing that every computer has. */
static DWORD membership_get(struct api_call *call, struct domain_card *card)
{
    NETSETUP_JOIN_STATUS status = NetSetupUnknownStatus;
    const DWORD error = NetGetJoinInformation(NULL, &card->name, &status);

    if (error)
    {
        return error;
    }
    call_keep(call, card->name);
    card->status = (DWORD)status;
    if (!DsGetSiteNameW(NULL, &card->site))
    {
        call_keep(call, card->site);
    }
    return ERROR_SUCCESS;
}

static DWORD domain_get(struct api_call *call)
{
    struct domain_card card = { 0 };
    DOMAIN_CONTROLLER_INFOW *controller = NULL;
    DWORD error = ERROR_SUCCESS;

    if (!call->names[NAME_DOMAIN])
    {
        error = membership_get(call, &card);
    }
    if (!error)
    {
        error = controller_find(call, 0, &controller);
    }
    if (!error)
    {
        call_keep(call, controller);
        card.controller = *controller;
    }
    else if (error == ERROR_NO_SUCH_DOMAIN && card.name && card.status != NetSetupDomainName)
    {
        error = ERROR_SUCCESS;
    }
    return error ? error : call_give_one(call, &card, sizeof(card));
}

static void domain_review(struct listing *listing)
{
    const struct domain_card *card = listing->count ? listing_record(listing, 0) : NULL;

    if (card && !card->controller.DomainControllerName)
    {
        listing->level = &membership_level;
    }
    else if (card && !card->name)
    {
        listing->level = &controller_level;
    }
}

#define DOMAIN_FILTERS                                                                             \
    {                                                                                              \
        { L"NAME", NAME_AS_IT_IS },                                                                \
        {                                                                                          \
            L"rediscover", NAME_AS_IT_IS                                                           \
        }                                                                                          \
    }

const struct family domain_family = {
    .records = { RECORDS(L"domain", L"domain", domain_levels), .is_card = true },
    .level = LEVEL_COMPOSED,
    .level_for_all = LEVEL_COMPOSED,
    .filters = DOMAIN_FILTERS,
    .enumerate = domain_get,
    .review = domain_review,
};

/* ---- All controllers ------------------------------------------------------------------------- */

struct controller
{
    WCHAR *name;
    WCHAR *addresses; /* with commas between them */
};

static const struct field controller_list_fields[] = {
    { .name = L"DnsHostName",
      .heading = L"Controller",
      .kind = FIELD_STRING,
      .offset = offsetof(struct controller, name) },
    { .name = L"SockAddresses",
      .heading = L"Addresses",
      .kind = FIELD_STRING,
      .offset = offsetof(struct controller, addresses) },
};

static const struct level controller_levels[] = {
    LEVEL(0, struct controller, controller_list_fields),
};

static void append_address(struct text *text, const SOCKET_ADDRESS *address)
{
    const struct sockaddr *generic = address->lpSockaddr;
    WCHAR string[INET6_ADDRSTRLEN];
    const void *number;

    switch (generic ? generic->sa_family : AF_UNSPEC)
    {
    case AF_INET: number = &((const struct sockaddr_in *)(const void *)generic)->sin_addr; break;
    case AF_INET6: number = &((const struct sockaddr_in6 *)(const void *)generic)->sin6_addr; break;
    default: return;
    }
    if (InetNtopW(generic->sa_family, (void *)(ULONG_PTR)number, string, ARRAYSIZE(string)))
    {
        text_append(text, text->length ? L", " : L"");
        text_append(text, string);
    }
}

/* In a buffer of the API that the call keeps; NULL if there is no memory. */
static WCHAR *addresses_string(struct api_call *call, const SOCKET_ADDRESS *addresses, ULONG count)
{
    struct text text = { 0 };
    void *buffer = NULL;

    for (ULONG i = 0; i < count; i++)
    {
        append_address(&text, &addresses[i]);
    }
    text_append_unit(&text, 0);
    if (!NetApiBufferAllocate((DWORD)(text.length * sizeof(WCHAR)), &buffer))
    {
        wmemcpy(buffer, text.units, text.length);
        call_keep(call, buffer);
    }
    text_free(&text);
    return buffer;
}

/* The domain's controllers one after the other: resume is the handle of the search. */
static DWORD controller_next(struct api_call *call)
{
    struct controller controller = { 0 };
    SOCKET_ADDRESS *addresses = NULL;
    ULONG count = 0;
    DWORD error = DsGetDcNextW((HANDLE)call->resume.wide, &count, &addresses, &controller.name);

    if (error)
    {
        DsGetDcCloseW((HANDLE)call->resume.wide);
        call->count = 0;
        return error == ERROR_NO_MORE_ITEMS ? ERROR_SUCCESS : error;
    }
    call_keep(call, controller.name);
    controller.addresses = addresses_string(call, addresses, count);
    LocalFree(addresses);
    error = call_give_one(call, &controller, sizeof(controller));
    return error ? error : ERROR_MORE_DATA;
}

/* The search is for names of the DNS. One without a dot is none, and without a name it is the domain of
 * this computer that is meant. */
static DWORD controllers_open(struct api_call *call)
{
    const WCHAR *domain = call->names[NAME_DOMAIN];
    const ULONG flags = call->names[NAME_REDISCOVER] ? DS_FORCE_REDISCOVERY : 0;
    DOMAIN_CONTROLLER_INFOW *controller = NULL;
    HANDLE handle = NULL;
    DWORD error = ERROR_SUCCESS;

    if (!domain || !wcschr(domain, '.'))
    {
        error = controller_find(call, DS_RETURN_DNS_NAME, &controller);
    }
    if (!error)
    {
        error = DsGetDcOpenW(controller ? controller->DomainName : domain, 0, NULL, NULL, NULL,
                             flags, &handle);
    }
    NetApiBufferFree(controller);
    call->resume.wide = (DWORD_PTR)handle;
    return !error && !handle ? ERROR_CALL_NOT_IMPLEMENTED : error;
}

static DWORD controllers_enumerate(struct api_call *call)
{
    const DWORD error = call->resume.wide ? ERROR_SUCCESS : controllers_open(call);

    return error ? error : controller_next(call);
}

const struct family controller_family = {
    .records = { RECORDS(L"controller", L"controllers", controller_levels) },
    .level = 0,
    .level_for_all = 0,
    .filters = DOMAIN_FILTERS,
    .enumerate = controllers_enumerate,
};

/* ---- Trusts ---------------------------------------------------------------------------------- */

static const struct word trust_flags[] = {
    BITS(DS_DOMAIN_PRIMARY, L"own"),
    BITS(DS_DOMAIN_IN_FOREST, L"in forest"),
    BITS(DS_DOMAIN_TREE_ROOT, L"tree root"),
    BITS(DS_DOMAIN_DIRECT_OUTBOUND, L"trusted"),
    BITS(DS_DOMAIN_DIRECT_INBOUND, L"trusting"),
    BITS(DS_DOMAIN_NATIVE_MODE, L"native mode"),
    { 0 },
};

/* [MS-ADTS] 6.1.6.7.15 */
static const struct word trust_types[] = {
    { MAXDWORD, 1, L"NT" },
    { MAXDWORD, 2, L"Active Directory" },
    { MAXDWORD, 3, L"Kerberos" },
    { MAXDWORD, 4, L"DCE" },
    { 0 },
};

/* [MS-ADTS] 6.1.6.7.9 */
static const struct word trust_attributes[] = {
    BITS(0x001, L"not transitive"),
    BITS(0x002, L"Windows 2000 on"),
    BITS(0x004, L"SIDs filtered"),
    BITS(0x008, L"forest"),
    BITS(0x010, L"selective"),
    BITS(0x020, L"within forest"),
    BITS(0x040, L"external"),
    BITS(0x080, L"RC4"),
    { 0 },
};

static const struct field trust_fields[] = {
    FIELD(DS_DOMAIN_TRUSTSW, NetbiosDomainName, L"Domain", FIELD_STRING),
    FIELD(DS_DOMAIN_TRUSTSW, DnsDomainName, L"DNS name", FIELD_STRING),
    FIELD(DS_DOMAIN_TRUSTSW, Flags, L"Trust", FIELD_WORDS, .words = trust_flags),
    FIELD(DS_DOMAIN_TRUSTSW, ParentIndex, NULL, FIELD_NUMBER),
    FIELD(DS_DOMAIN_TRUSTSW, TrustType, L"Type", FIELD_WORDS, .words = trust_types),
    FIELD(DS_DOMAIN_TRUSTSW, TrustAttributes, L"Attributes", FIELD_WORDS,
          .words = trust_attributes),
    FIELD(DS_DOMAIN_TRUSTSW, DomainSid, L"SID", FIELD_SID),
    FIELD(DS_DOMAIN_TRUSTSW, DomainGuid, NULL, FIELD_GUID),
};

static const struct level trust_levels[] = {
    LEVEL(0, DS_DOMAIN_TRUSTSW, trust_fields),
};

/* A domain that was asked for by its name is asked itself. */
static DWORD trusts_enumerate(struct api_call *call)
{
    const ULONG flags = DS_DOMAIN_PRIMARY | DS_DOMAIN_IN_FOREST | DS_DOMAIN_DIRECT_OUTBOUND |
                        DS_DOMAIN_DIRECT_INBOUND;
    DOMAIN_CONTROLLER_INFOW *controller = NULL;
    DS_DOMAIN_TRUSTSW *trusts = NULL;
    ULONG count = MAXDWORD;
    DWORD error = call->names[NAME_DOMAIN] ? controller_find(call, 0, &controller) : ERROR_SUCCESS;

    if (!error)
    {
        error = DsEnumerateDomainTrustsW(controller ? controller->DomainControllerName : NULL,
                                         flags, &trusts, &count);
    }
    NetApiBufferFree(controller);
    call->buffer = (BYTE *)trusts;
    call->count = count;
    return error;
}

const struct family trust_family = {
    .records = { RECORDS(L"domain", L"domains", trust_levels) },
    .level = 0,
    .level_for_all = 0,
    .filters = DOMAIN_FILTERS,
    .enumerate = trusts_enumerate,
};
