/*
 * All interfaces that are described.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/interfaces.h"

#include "rpc/atsvc.h"
#include "rpc/dssetup.h"
#include "rpc/lsarpc.h"
#include "rpc/ndr.h"
#include "rpc/netdfs.h"
#include "rpc/netlogon.h"
#include "rpc/samr.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"

const struct rpc_interface *const rpc_interfaces[] = {
    &atsvc_interface,    &dssetup_interface, &lsarpc_interface, &netdfs_interface,
    &netlogon_interface, &samr_interface,    &srvsvc_interface, &wkssvc_interface,
};
const size_t rpc_interface_count = NDR_COUNT(rpc_interfaces);
