/*
 * The Workstation Service: [MS-WKST], its methods by their numbers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/wkssvc.h"

#include "rpc/wkssvc_tables.h"

/* The method whose parameters are struct `tag`, described by the table of that name. */
#define OPERATION(number, name, tag, ...) NDR_OPERATION(number, name, struct tag, tag, __VA_ARGS__)
#define ASKS                              .only_asks = true

static const struct ndr_operation operations[] = {
    OPERATION(NETR_WKSTA_GET_INFO, "NetrWkstaGetInfo", wkssvc_wksta_get_info, ASKS),
    OPERATION(NETR_WKSTA_SET_INFO, "NetrWkstaSetInfo", wkssvc_wksta_set_info),
    OPERATION(NETR_WKSTA_USER_ENUM, "NetrWkstaUserEnum", wkssvc_wksta_user_enum, ASKS),
    OPERATION(NETR_WKSTA_TRANSPORT_ENUM, "NetrWkstaTransportEnum", wkssvc_wksta_transport_enum,
              ASKS),
    OPERATION(NETR_WKSTA_TRANSPORT_ADD, "NetrWkstaTransportAdd", wkssvc_wksta_transport_add),
    OPERATION(NETR_WKSTA_TRANSPORT_DEL, "NetrWkstaTransportDel", wkssvc_wksta_transport_del),
    OPERATION(NETR_USE_ADD, "NetrUseAdd", wkssvc_use_add),
    OPERATION(NETR_USE_GET_INFO, "NetrUseGetInfo", wkssvc_use_get_info, ASKS),
    OPERATION(NETR_USE_DEL, "NetrUseDel", wkssvc_use_del),
    OPERATION(NETR_USE_ENUM, "NetrUseEnum", wkssvc_use_enum, ASKS),
    OPERATION(NETR_WORKSTATION_STATISTICS_GET, "NetrWorkstationStatisticsGet",
              wkssvc_statistics_get, ASKS),
    OPERATION(NETR_GET_JOIN_INFORMATION, "NetrGetJoinInformation", wkssvc_get_join_information,
              ASKS),
    OPERATION(NETR_JOIN_DOMAIN2, "NetrJoinDomain2", wkssvc_join_domain),
    OPERATION(NETR_UNJOIN_DOMAIN2, "NetrUnjoinDomain2", wkssvc_unjoin_domain),
    OPERATION(NETR_RENAME_MACHINE_IN_DOMAIN2, "NetrRenameMachineInDomain2", wkssvc_rename_machine),
    OPERATION(NETR_VALIDATE_NAME2, "NetrValidateName2", wkssvc_validate_name, ASKS),
    OPERATION(NETR_GET_JOINABLE_OUS2, "NetrGetJoinableOUs2", wkssvc_get_joinable_ous, ASKS),
    OPERATION(NETR_ADD_ALTERNATE_COMPUTER_NAME, "NetrAddAlternateComputerName",
              wkssvc_computer_name),
    OPERATION(NETR_REMOVE_ALTERNATE_COMPUTER_NAME, "NetrRemoveAlternateComputerName",
              wkssvc_computer_name),
    OPERATION(NETR_SET_PRIMARY_COMPUTER_NAME, "NetrSetPrimaryComputerName", wkssvc_computer_name),
    OPERATION(NETR_ENUMERATE_COMPUTER_NAMES, "NetrEnumerateComputerNames",
              wkssvc_enumerate_computer_names, ASKS),
};

/* 6bffd098-a112-3610-9833-46c3f87e345a, version 1.0 */
const struct rpc_interface wkssvc_interface = {
    .name = "wkssvc",
    .uuid = { 0x98, 0xD0, 0xFF, 0x6B, 0x12, 0xA1, 0x10, 0x36, 0x98, 0x33, 0x46, 0xC3, 0xF8, 0x7E,
              0x34, 0x5A },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "wkssvc",
    .names_server = true,
    .operations = operations,
    .count = NDR_COUNT(operations),
};
