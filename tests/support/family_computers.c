/*
 * Calls about computers: as servers, as workstations, and in their domains.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/family_call_list.h"

#include "base/status.h"
#include "families/directory/controllers.h"
#include "families/directory/join_server.h"
#include "families/directory/logon_control.h"
#include "families/directory/machine_role.h"
#include "families/directory/sites.h"
#include "families/directory/trusts.h"
#include "families/names/names.h"
#include "families/names/validate_name.h"
#include "families/server/aliases.h"
#include "families/server/disks.h"
#include "families/server/server_time.h"
#include "families/server/servers.h"
#include "families/server/statistics.h"
#include "families/server/transports.h"
#include "families/workstation/computer_names.h"
#include "families/workstation/workstations.h"
#include "levels/netlogon_levels.h"
#include "levels/server_levels.h"

#define NONE    ((struct utf16_slice){ NULL, 0 })
#define NAME    FAMILY_TEXT("NAME")
#define DOMAIN  FAMILY_TEXT("DOMAIN")
#define COMMENT FAMILY_TEXT("comment")
#define PATH    FAMILY_TEXT("C:\\folder\\.\\file")

static uint32_t tells_nothing(struct arena *arena, void *row)
{
    (void)arena;
    (void)row;
    return ERROR_NOT_SUPPORTED;
}

static uint32_t lists_nothing(struct arena *arena, struct info_rows *rows)
{
    (void)arena;
    (void)rows;
    return ERROR_NOT_SUPPORTED;
}

static uint64_t never_started(void)
{
    return 0;
}

/* This computer, which is not asked. */
static const struct server_host no_server = { tells_nothing, lists_nothing, lists_nothing,
                                              never_started };
static const struct workstation_host no_workstation = { tells_nothing, lists_nothing,
                                                        lists_nothing };

static uint32_t get_server(const struct family_arguments *arguments, struct family_result *result)
{
    return servers_get_info(arguments->server, arguments->level, &no_server,
                            &result->answer.buffer);
}

static uint32_t set_server(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&server_family, arguments->level, COMMENT);
    uint32_t parameter = 0;

    return structure ? servers_set_info(arguments->server, arguments->level, structure, &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t enum_servers(const struct family_arguments *arguments, struct family_result *result)
{
    const struct servers_request request = { .list = family_request(arguments),
                                             .types = UINT32_MAX };

    return servers_enumerate(&request, &result->answer);
}

static uint32_t get_supported(const struct family_arguments *arguments,
                              struct family_result *result)
{
    (void)result;
    uint32_t options = 0;

    return servers_supported_options(arguments->server, &options);
}

static uint32_t get_time(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    struct time_of_day time;
    const struct target target = family_target(arguments);

    return server_time_of_day(&target, &time);
}

static uint32_t enum_server_transports(const struct family_arguments *arguments,
                                       struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return transports_enumerate(&request, &no_server, &result->answer);
}

static uint32_t change_server_transport(const struct family_arguments *arguments,
                                        struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&server_transport_family, arguments->level, NAME);

    return structure ? transports_change(arguments->server,
                                         (enum transport_change)(arguments->number % 3),
                                         arguments->level, structure)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t add_computer_name(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    return computer_names_add(arguments->server, arguments->number & 1 ? DOMAIN : NONE, NAME);
}

static uint32_t del_computer_name(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    return computer_names_del(arguments->server, NAME);
}

static uint32_t enum_disks(const struct family_arguments *arguments, struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return disks_enumerate(&request, &no_server, &result->answer);
}

static uint32_t get_server_statistics(const struct family_arguments *arguments,
                                      struct family_result *result)
{
    return statistics_of_server(arguments->server, &no_server, &result->answer.buffer);
}

static uint32_t get_workstation_statistics(const struct family_arguments *arguments,
                                           struct family_result *result)
{
    return statistics_of_workstation(arguments->server, &no_server, &result->answer.buffer);
}

static uint32_t enum_aliases(const struct family_arguments *arguments, struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return aliases_enumerate(&request, &result->answer);
}

static uint32_t change_alias(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&server_alias_family, arguments->level, NAME);

    return structure ? aliases_change(arguments->server, arguments->number & 1, arguments->level,
                                      structure)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t get_workstation(const struct family_arguments *arguments,
                                struct family_result *result)
{
    return workstations_get_info(arguments->server, arguments->level, &no_workstation,
                                 &result->answer.buffer);
}

static uint32_t set_workstation(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&workstation_setting_family, arguments->level, NAME);
    uint32_t parameter = 0;

    return structure
               ? workstations_set_info(arguments->server, arguments->level, structure, &parameter)
               : ERROR_INVALID_LEVEL;
}

static uint32_t enum_workstation_users(const struct family_arguments *arguments,
                                       struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return workstations_list_users(&request, &no_workstation, &result->answer);
}

static uint32_t enum_workstation_transports(const struct family_arguments *arguments,
                                            struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return workstations_list_transports(&request, &no_workstation, &result->answer);
}

static uint32_t add_workstation_transport(const struct family_arguments *arguments,
                                          struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&workstation_transport_family, arguments->level, NAME);
    uint32_t parameter = 0;

    return structure ? workstations_add_transport(arguments->server, arguments->level, structure,
                                                  &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t del_workstation_transport(const struct family_arguments *arguments,
                                          struct family_result *result)
{
    (void)result;
    return workstations_del_transport(arguments->server, NAME, arguments->number);
}

static uint32_t get_computer_names(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    struct arena arena = { 0 };
    struct utf16_slice *names = NULL;
    uint32_t count = 0;
    const uint32_t status =
        computer_names_of_server(&target, arguments->number % 3, &arena, &names, &count);

    arena_free(&arena);
    return status;
}

static uint32_t get_join(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    struct utf16_name name;
    enum join_status joined = JOIN_UNKNOWN;

    return join_of_server(&target, &name, &joined);
}

static uint32_t get_role(const struct family_arguments *arguments, struct family_result *result)
{
    const struct target target = family_target(arguments);

    return machine_role_of_server(&target, arguments->level, &result->answer.buffer);
}

static uint32_t get_controller(const struct family_arguments *arguments,
                               struct family_result *result)
{
    const struct target target = family_target(arguments);

    return controllers_get_name(&target, arguments->number & 2 ? DOMAIN : NONE,
                                arguments->number & 1, &result->answer.buffer);
}

static uint32_t deregister_dns(const struct family_arguments *arguments,
                               struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);

    return controllers_deregister_dns(&target, DOMAIN, NULL, NULL, NAME);
}

static uint32_t enum_trusts(const struct family_arguments *arguments, struct family_result *result)
{
    const struct target target = family_target(arguments);
    const uint32_t status = trusts_enumerate(&target, arguments->number, directory_text_wide,
                                             &result->answer.entries, &result->answer.buffer);

    result->answer.total_entries = result->answer.entries;
    return status;
}

static uint32_t enum_trusted_names(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    const struct target target = family_target(arguments);
    uint32_t ntstatus = 0;

    return trusts_get_names(&target, &ntstatus, &result->answer.buffer);
}

static uint32_t get_forest_trust(const struct family_arguments *arguments,
                                 struct family_result *result)
{
    const struct target target = family_target(arguments);

    return trusts_get_forest(&target, arguments->number & 2 ? DOMAIN : NONE, arguments->number & 1,
                             &result->answer.buffer);
}

static uint32_t control_logon(const struct family_arguments *arguments,
                              struct family_result *result)
{
    const struct target target = family_target(arguments);
    const struct logon_control_data data = { .name = DOMAIN, .number = 1 };

    return logon_control(&target, arguments->number, arguments->level, &data,
                         &result->answer.buffer);
}

static uint32_t control_logon_1(const struct family_arguments *arguments,
                                struct family_result *result)
{
    const struct target target = family_target(arguments);

    return logon_control(&target, arguments->number, arguments->level, NULL,
                         &result->answer.buffer);
}

static uint32_t get_site(const struct family_arguments *arguments, struct family_result *result)
{
    const struct target target = family_target(arguments);

    return sites_get_name(&target, directory_text_wide, &result->answer.buffer);
}

static uint32_t get_site_coverage(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    const struct target target = family_target(arguments);
    uint32_t count = 0;

    return sites_get_coverage(&target, directory_text_wide, &count, &result->answer.buffer);
}

static uint32_t get_sites_of_addresses(const struct family_arguments *arguments,
                                       struct family_result *result)
{
    const struct target target = family_target(arguments);
    static const uint8_t address[16] = { 2, 0, 0, 0, 127, 0, 0, 1 };
    struct netlogon_socket_address addresses[2] = { { { address, 16 }, 16 },
                                                    { { address, 16 }, 16 } };

    return sites_of_addresses(&target, addresses, 2, directory_text_wide, &result->answer.buffer,
                              arguments->number & 1 ? &result->second : NULL);
}

static uint32_t validate_setup_name(const struct family_arguments *arguments,
                                    struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);

    return validate_name_there(&target, NAME, arguments->number % 6);
}

static uint32_t get_path_type(const struct family_arguments *arguments,
                              struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    uint32_t type = 0;

    return names_path_type(&target, PATH, arguments->number & 1, &type);
}

static uint32_t canonicalize_path(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    struct canonical_path canonical;
    uint32_t type = 0;

    return names_path_canonicalize(&target, PATH, arguments->number & 1 ? PATH : NONE, 0,
                                   2 * PATH_LENGTH_MAX, &type, &canonical);
}

/* What is no order is an error, a server's own too. */
static uint32_t result_of_comparison(int32_t order)
{
    if (order >= -1 && order <= 1)
    {
        return ERROR_SUCCESS;
    }
    return family_is_answer((uint32_t)order) ? ERROR_INVALID_PARAMETER : (uint32_t)order;
}

static uint32_t compare_paths(const struct family_arguments *arguments,
                              struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    const int32_t order = names_path_compare(&target, PATH, PATH, 0, 0);

    return result_of_comparison(order);
}

static uint32_t validate_name(const struct family_arguments *arguments,
                              struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);

    return names_validate(&target, NAME, arguments->number % 15, 0);
}

static uint32_t canonicalize_name(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    struct canonical_name canonical;

    return names_canonicalize(&target, NAME, arguments->number % 15, 0, 2 * NAME_TYPE_LENGTH_MAX,
                              &canonical);
}

static uint32_t compare_names(const struct family_arguments *arguments,
                              struct family_result *result)
{
    (void)result;
    const struct target target = family_target(arguments);
    const int32_t order = names_compare(&target, NAME, DOMAIN, arguments->number % 15, 0);

    return result_of_comparison(order);
}

const struct family_call family_computer_calls[] = {
    { "NetServerGetInfo", &server_info_family, FAMILY_GIVES_STRUCTURE, get_server },
    { "NetServerSetInfo", &server_family, FAMILY_GIVES_NOTHING, set_server },
    { "NetServerEnum", &server_list_family, FAMILY_GIVES_LIST, enum_servers },
    { "NetRemoteComputerSupports", NULL, FAMILY_GIVES_NOTHING, get_supported },
    { "NetRemoteTOD", NULL, FAMILY_GIVES_NOTHING, get_time },
    { "NetServerTransportEnum", &server_transport_family, FAMILY_GIVES_LIST,
      enum_server_transports },
    { "NetServerTransportAddEx, NetServerTransportDel", &server_transport_family,
      FAMILY_GIVES_NOTHING, change_server_transport },
    { "NetServerComputerNameAdd", NULL, FAMILY_GIVES_NOTHING, add_computer_name },
    { "NetServerComputerNameDel", NULL, FAMILY_GIVES_NOTHING, del_computer_name },
    { "NetServerDiskEnum", &disk_family, FAMILY_GIVES_LIST, enum_disks },
    { "NetStatisticsGet of a server", NULL, FAMILY_GIVES_BLOCK, get_server_statistics },
    { "NetStatisticsGet of a workstation", NULL, FAMILY_GIVES_BLOCK, get_workstation_statistics },
    { "NetServerAliasEnum", &server_alias_family, FAMILY_GIVES_LIST, enum_aliases },
    { "NetServerAliasAdd, NetServerAliasDel", &server_alias_family, FAMILY_GIVES_NOTHING,
      change_alias },
    { "NetWkstaGetInfo", &workstation_family, FAMILY_GIVES_STRUCTURE, get_workstation },
    { "NetWkstaSetInfo", &workstation_setting_family, FAMILY_GIVES_NOTHING, set_workstation },
    { "NetWkstaUserEnum", &workstation_user_family, FAMILY_GIVES_LIST, enum_workstation_users },
    { "NetWkstaTransportEnum", &workstation_transport_family, FAMILY_GIVES_LIST,
      enum_workstation_transports },
    { "NetWkstaTransportAdd", &workstation_transport_family, FAMILY_GIVES_NOTHING,
      add_workstation_transport },
    { "NetWkstaTransportDel", NULL, FAMILY_GIVES_NOTHING, del_workstation_transport },
    { "NetEnumerateComputerNames", NULL, FAMILY_GIVES_NOTHING, get_computer_names },
    { "NetGetJoinInformation", NULL, FAMILY_GIVES_NOTHING, get_join },
    { "DsRoleGetPrimaryDomainInformation", &machine_role_family, FAMILY_GIVES_STRUCTURE, get_role },
    { "NetGetDCName, NetGetAnyDCName", NULL, FAMILY_GIVES_BLOCK, get_controller },
    { "DsDeregisterDnsHostRecords", NULL, FAMILY_GIVES_NOTHING, deregister_dns },
    { "DsEnumerateDomainTrusts", &domain_trust_family, FAMILY_GIVES_LIST, enum_trusts },
    { "NetEnumerateTrustedDomains", NULL, FAMILY_GIVES_BLOCK, enum_trusted_names },
    { "DsGetForestTrustInformation", NULL, FAMILY_GIVES_BLOCK, get_forest_trust },
    { "I_NetLogonControl2", &netlogon_control_family, FAMILY_GIVES_STRUCTURE, control_logon },
    { "I_NetLogonControl", &netlogon_control_family, FAMILY_GIVES_STRUCTURE, control_logon_1 },
    { "DsGetSiteName", NULL, FAMILY_GIVES_BLOCK, get_site },
    { "DsGetDcSiteCoverage", NULL, FAMILY_GIVES_BLOCK, get_site_coverage },
    { "DsAddressToSiteNamesEx", NULL, FAMILY_GIVES_BLOCK, get_sites_of_addresses },
    { "NetValidateName", NULL, FAMILY_GIVES_NOTHING, validate_setup_name },
    { "NetpPathType", NULL, FAMILY_GIVES_NOTHING, get_path_type },
    { "NetpPathCanonicalize", NULL, FAMILY_GIVES_NOTHING, canonicalize_path },
    { "NetpPathCompare", NULL, FAMILY_GIVES_NOTHING, compare_paths },
    { "NetpNameValidate", NULL, FAMILY_GIVES_NOTHING, validate_name },
    { "NetpNameCanonicalize", NULL, FAMILY_GIVES_NOTHING, canonicalize_name },
    { "NetpNameCompare", NULL, FAMILY_GIVES_NOTHING, compare_names },
};
const size_t family_computer_calls_count =
    sizeof(family_computer_calls) / sizeof(family_computer_calls[0]);
