/*
 * The structures that the level tables fill are Windows' own: proven when this is compiled, for both
 * widths. Sessions, jobs and the first levels of uses are proven where their functions are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmserver.h>
#include <lmshare.h>
#include <lmstats.h>
#include <lmuse.h>
#include <lmwksta.h>

#include "levels/connection_levels.h"
#include "levels/file_levels.h"
#include "levels/same_layout.h"
#include "levels/server_levels.h"
#include "levels/share_levels.h"
#include "levels/transport_levels.h"
#include "levels/use_levels.h"
#include "levels/workstation_levels.h"
#include "rpc/srvsvc_server.h"
#include "rpc/wkssvc_workstation.h"
#include "wine/test.h"

/* A structure that is the beginning of another's. */
#define ASSERT_SIZE_BEFORE(structure, next, windows_structure)                                     \
    _Static_assert(INFO_SIZE_BEFORE(structure, next) == sizeof(windows_structure),                 \
                   #windows_structure)

/* ---- Connections, files, shares ------------------------------------------------------------------ */

ASSERT_SAME_SIZE(connection_info_0, CONNECTION_INFO_0);
ASSERT_SAME_PLACE(connection_info_0, id, CONNECTION_INFO_0, coni0_id);

ASSERT_SAME_SIZE(connection_info_1, CONNECTION_INFO_1);
ASSERT_SAME_PLACE(connection_info_1, id, CONNECTION_INFO_1, coni1_id);
ASSERT_SAME_PLACE(connection_info_1, type, CONNECTION_INFO_1, coni1_type);
ASSERT_SAME_PLACE(connection_info_1, opens, CONNECTION_INFO_1, coni1_num_opens);
ASSERT_SAME_PLACE(connection_info_1, users, CONNECTION_INFO_1, coni1_num_users);
ASSERT_SAME_PLACE(connection_info_1, seconds, CONNECTION_INFO_1, coni1_time);
ASSERT_SAME_PLACE(connection_info_1, user, CONNECTION_INFO_1, coni1_username);
ASSERT_SAME_PLACE(connection_info_1, name, CONNECTION_INFO_1, coni1_netname);

ASSERT_SAME_SIZE(file_info_2, FILE_INFO_2);
ASSERT_SAME_PLACE(file_info_2, id, FILE_INFO_2, fi2_id);

ASSERT_SAME_SIZE(file_info_3, FILE_INFO_3);
ASSERT_SAME_PLACE(file_info_3, id, FILE_INFO_3, fi3_id);
ASSERT_SAME_PLACE(file_info_3, permissions, FILE_INFO_3, fi3_permissions);
ASSERT_SAME_PLACE(file_info_3, locks, FILE_INFO_3, fi3_num_locks);
ASSERT_SAME_PLACE(file_info_3, path, FILE_INFO_3, fi3_pathname);
ASSERT_SAME_PLACE(file_info_3, user, FILE_INFO_3, fi3_username);

ASSERT_SIZE_BEFORE(share_info_502, type, SHARE_INFO_0);
ASSERT_SAME_PLACE(share_info_502, name, SHARE_INFO_0, shi0_netname);

ASSERT_SIZE_BEFORE(share_info_502, permissions, SHARE_INFO_1);
ASSERT_SAME_PLACE(share_info_502, name, SHARE_INFO_1, shi1_netname);
ASSERT_SAME_PLACE(share_info_502, type, SHARE_INFO_1, shi1_type);
ASSERT_SAME_PLACE(share_info_502, remark, SHARE_INFO_1, shi1_remark);

ASSERT_SIZE_BEFORE(share_info_502, descriptor_size, SHARE_INFO_2);
ASSERT_SAME_PLACE(share_info_502, name, SHARE_INFO_2, shi2_netname);
ASSERT_SAME_PLACE(share_info_502, type, SHARE_INFO_2, shi2_type);
ASSERT_SAME_PLACE(share_info_502, remark, SHARE_INFO_2, shi2_remark);
ASSERT_SAME_PLACE(share_info_502, permissions, SHARE_INFO_2, shi2_permissions);
ASSERT_SAME_PLACE(share_info_502, uses_max, SHARE_INFO_2, shi2_max_uses);
ASSERT_SAME_PLACE(share_info_502, uses, SHARE_INFO_2, shi2_current_uses);
ASSERT_SAME_PLACE(share_info_502, path, SHARE_INFO_2, shi2_path);
ASSERT_SAME_PLACE(share_info_502, password, SHARE_INFO_2, shi2_passwd);

ASSERT_SAME_SIZE(share_info_502, SHARE_INFO_502);
ASSERT_SAME_PLACE(share_info_502, name, SHARE_INFO_502, shi502_netname);
ASSERT_SAME_PLACE(share_info_502, type, SHARE_INFO_502, shi502_type);
ASSERT_SAME_PLACE(share_info_502, remark, SHARE_INFO_502, shi502_remark);
ASSERT_SAME_PLACE(share_info_502, permissions, SHARE_INFO_502, shi502_permissions);
ASSERT_SAME_PLACE(share_info_502, uses_max, SHARE_INFO_502, shi502_max_uses);
ASSERT_SAME_PLACE(share_info_502, uses, SHARE_INFO_502, shi502_current_uses);
ASSERT_SAME_PLACE(share_info_502, path, SHARE_INFO_502, shi502_path);
ASSERT_SAME_PLACE(share_info_502, password, SHARE_INFO_502, shi502_passwd);
ASSERT_SAME_PLACE(share_info_502, descriptor_size, SHARE_INFO_502, shi502_reserved);
ASSERT_SAME_PLACE(share_info_502, descriptor, SHARE_INFO_502, shi502_security_descriptor);

ASSERT_SAME_SIZE(share_info_501, SHARE_INFO_501);
ASSERT_SAME_PLACE(share_info_501, name, SHARE_INFO_501, shi501_netname);
ASSERT_SAME_PLACE(share_info_501, type, SHARE_INFO_501, shi501_type);
ASSERT_SAME_PLACE(share_info_501, remark, SHARE_INFO_501, shi501_remark);
ASSERT_SAME_PLACE(share_info_501, csc_flags, SHARE_INFO_501, shi501_flags);

ASSERT_SAME_SIZE(share_info_1004, SHARE_INFO_1004);
ASSERT_SAME_PLACE(share_info_1004, remark, SHARE_INFO_1004, shi1004_remark);

ASSERT_SAME_SIZE(share_info_1501, SHARE_INFO_1501);
ASSERT_SAME_PLACE(share_info_1501, descriptor_size, SHARE_INFO_1501, shi1501_reserved);
ASSERT_SAME_PLACE(share_info_1501, descriptor, SHARE_INFO_1501, shi1501_security_descriptor);

/* ---- Servers and their transports ---------------------------------------------------------------- */

ASSERT_SIZE_BEFORE(server_info_103, version_major, SERVER_INFO_100);
ASSERT_SAME_PLACE(server_info_103, platform, SERVER_INFO_100, sv100_platform_id);
ASSERT_SAME_PLACE(server_info_103, name, SERVER_INFO_100, sv100_name);

ASSERT_SIZE_BEFORE(server_info_103, users_max, SERVER_INFO_101);
ASSERT_SAME_PLACE(server_info_103, platform, SERVER_INFO_101, sv101_platform_id);
ASSERT_SAME_PLACE(server_info_103, name, SERVER_INFO_101, sv101_name);
ASSERT_SAME_PLACE(server_info_103, version_major, SERVER_INFO_101, sv101_version_major);
ASSERT_SAME_PLACE(server_info_103, version_minor, SERVER_INFO_101, sv101_version_minor);
ASSERT_SAME_PLACE(server_info_103, type, SERVER_INFO_101, sv101_type);
ASSERT_SAME_PLACE(server_info_103, comment, SERVER_INFO_101, sv101_comment);

ASSERT_SIZE_BEFORE(server_info_103, capabilities, SERVER_INFO_102);
ASSERT_SAME_PLACE(server_info_103, platform, SERVER_INFO_102, sv102_platform_id);
ASSERT_SAME_PLACE(server_info_103, name, SERVER_INFO_102, sv102_name);
ASSERT_SAME_PLACE(server_info_103, version_major, SERVER_INFO_102, sv102_version_major);
ASSERT_SAME_PLACE(server_info_103, version_minor, SERVER_INFO_102, sv102_version_minor);
ASSERT_SAME_PLACE(server_info_103, type, SERVER_INFO_102, sv102_type);
ASSERT_SAME_PLACE(server_info_103, comment, SERVER_INFO_102, sv102_comment);
ASSERT_SAME_PLACE(server_info_103, users_max, SERVER_INFO_102, sv102_users);
ASSERT_SAME_PLACE(server_info_103, disconnect_minutes, SERVER_INFO_102, sv102_disc);
ASSERT_SAME_PLACE(server_info_103, hidden, SERVER_INFO_102, sv102_hidden);
ASSERT_SAME_PLACE(server_info_103, announce_seconds, SERVER_INFO_102, sv102_announce);
ASSERT_SAME_PLACE(server_info_103, announce_delta, SERVER_INFO_102, sv102_anndelta);
ASSERT_SAME_PLACE(server_info_103, licenses, SERVER_INFO_102, sv102_licenses);
ASSERT_SAME_PLACE(server_info_103, user_path, SERVER_INFO_102, sv102_userpath);

#define SERVER_SETTING(level, name)                                                                \
    ASSERT_SAME_PLACE(server_info_599, name, SERVER_INFO_##level, sv##level##_##name)
ASSERT_SIZE_BEFORE(server_info_599, domain, SERVER_INFO_502);
SERVER_SETTING(502, sessopens);
SERVER_SETTING(502, sessvcs);
SERVER_SETTING(502, opensearch);
SERVER_SETTING(502, sizreqbuf);
SERVER_SETTING(502, initworkitems);
SERVER_SETTING(502, maxworkitems);
SERVER_SETTING(502, rawworkitems);
SERVER_SETTING(502, irpstacksize);
SERVER_SETTING(502, maxrawbuflen);
SERVER_SETTING(502, sessusers);
SERVER_SETTING(502, sessconns);
SERVER_SETTING(502, maxpagedmemoryusage);
SERVER_SETTING(502, maxnonpagedmemoryusage);
SERVER_SETTING(502, enablesoftcompat);
SERVER_SETTING(502, enableforcedlogoff);
SERVER_SETTING(502, timesource);
SERVER_SETTING(502, acceptdownlevelapis);
SERVER_SETTING(502, lmannounce);

ASSERT_SIZE_BEFORE(server_info_599, initsesstable, SERVER_INFO_503);
SERVER_SETTING(503, sessopens);
SERVER_SETTING(503, sessvcs);
SERVER_SETTING(503, opensearch);
SERVER_SETTING(503, sizreqbuf);
SERVER_SETTING(503, initworkitems);
SERVER_SETTING(503, maxworkitems);
SERVER_SETTING(503, rawworkitems);
SERVER_SETTING(503, irpstacksize);
SERVER_SETTING(503, maxrawbuflen);
SERVER_SETTING(503, sessusers);
SERVER_SETTING(503, sessconns);
SERVER_SETTING(503, maxpagedmemoryusage);
SERVER_SETTING(503, maxnonpagedmemoryusage);
SERVER_SETTING(503, enablesoftcompat);
SERVER_SETTING(503, enableforcedlogoff);
SERVER_SETTING(503, timesource);
SERVER_SETTING(503, acceptdownlevelapis);
SERVER_SETTING(503, lmannounce);
SERVER_SETTING(503, domain);
SERVER_SETTING(503, maxcopyreadlen);
SERVER_SETTING(503, maxcopywritelen);
SERVER_SETTING(503, minkeepsearch);
SERVER_SETTING(503, maxkeepsearch);
SERVER_SETTING(503, minkeepcomplsearch);
SERVER_SETTING(503, maxkeepcomplsearch);
SERVER_SETTING(503, threadcountadd);
SERVER_SETTING(503, numblockthreads);
SERVER_SETTING(503, scavtimeout);
SERVER_SETTING(503, minrcvqueue);
SERVER_SETTING(503, minfreeworkitems);
SERVER_SETTING(503, xactmemsize);
SERVER_SETTING(503, threadpriority);
SERVER_SETTING(503, maxmpxct);
SERVER_SETTING(503, oplockbreakwait);
SERVER_SETTING(503, oplockbreakresponsewait);
SERVER_SETTING(503, enableoplocks);
SERVER_SETTING(503, enableoplockforceclose);
SERVER_SETTING(503, enablefcbopens);
SERVER_SETTING(503, enableraw);
SERVER_SETTING(503, enablesharednetdrives);
SERVER_SETTING(503, minfreeconnections);
SERVER_SETTING(503, maxfreeconnections);

ASSERT_SAME_SIZE(server_info_599, SERVER_INFO_599);
SERVER_SETTING(599, sessopens);
SERVER_SETTING(599, sessvcs);
SERVER_SETTING(599, opensearch);
SERVER_SETTING(599, sizreqbuf);
SERVER_SETTING(599, initworkitems);
SERVER_SETTING(599, maxworkitems);
SERVER_SETTING(599, rawworkitems);
SERVER_SETTING(599, irpstacksize);
SERVER_SETTING(599, maxrawbuflen);
SERVER_SETTING(599, sessusers);
SERVER_SETTING(599, sessconns);
SERVER_SETTING(599, maxpagedmemoryusage);
SERVER_SETTING(599, maxnonpagedmemoryusage);
SERVER_SETTING(599, enablesoftcompat);
SERVER_SETTING(599, enableforcedlogoff);
SERVER_SETTING(599, timesource);
SERVER_SETTING(599, acceptdownlevelapis);
SERVER_SETTING(599, lmannounce);
SERVER_SETTING(599, domain);
SERVER_SETTING(599, maxcopyreadlen);
SERVER_SETTING(599, maxcopywritelen);
SERVER_SETTING(599, minkeepsearch);
SERVER_SETTING(599, maxkeepsearch);
SERVER_SETTING(599, minkeepcomplsearch);
SERVER_SETTING(599, maxkeepcomplsearch);
SERVER_SETTING(599, threadcountadd);
SERVER_SETTING(599, numblockthreads);
SERVER_SETTING(599, scavtimeout);
SERVER_SETTING(599, minrcvqueue);
SERVER_SETTING(599, minfreeworkitems);
SERVER_SETTING(599, xactmemsize);
SERVER_SETTING(599, threadpriority);
SERVER_SETTING(599, maxmpxct);
SERVER_SETTING(599, oplockbreakwait);
SERVER_SETTING(599, oplockbreakresponsewait);
SERVER_SETTING(599, enableoplocks);
SERVER_SETTING(599, enableoplockforceclose);
SERVER_SETTING(599, enablefcbopens);
SERVER_SETTING(599, enableraw);
SERVER_SETTING(599, enablesharednetdrives);
SERVER_SETTING(599, minfreeconnections);
SERVER_SETTING(599, maxfreeconnections);
SERVER_SETTING(599, initsesstable);
SERVER_SETTING(599, initconntable);
SERVER_SETTING(599, initfiletable);
SERVER_SETTING(599, initsearchtable);
SERVER_SETTING(599, alertschedule);
SERVER_SETTING(599, errorthreshold);
SERVER_SETTING(599, networkerrorthreshold);
SERVER_SETTING(599, diskspacethreshold);
SERVER_SETTING(599, reserved);
SERVER_SETTING(599, maxlinkdelay);
SERVER_SETTING(599, minlinkthroughput);
SERVER_SETTING(599, linkinfovalidtime);
SERVER_SETTING(599, scavqosinfoupdatetime);
SERVER_SETTING(599, maxworkitemidletime);

ASSERT_SAME_SIZE(server_info_1005, SERVER_INFO_1005);
ASSERT_SAME_PLACE(server_info_1005, comment, SERVER_INFO_1005, sv1005_comment);

ASSERT_SIZE_BEFORE(server_transport_info_3, domain, SERVER_TRANSPORT_INFO_0);
ASSERT_SAME_PLACE(server_transport_info_3, circuits, SERVER_TRANSPORT_INFO_0, svti0_numberofvcs);
ASSERT_SAME_PLACE(server_transport_info_3, name, SERVER_TRANSPORT_INFO_0, svti0_transportname);
ASSERT_SAME_PLACE(server_transport_info_3, address, SERVER_TRANSPORT_INFO_0,
                  svti0_transportaddress);
ASSERT_SAME_PLACE(server_transport_info_3, address_size, SERVER_TRANSPORT_INFO_0,
                  svti0_transportaddresslength);
ASSERT_SAME_PLACE(server_transport_info_3, network_address, SERVER_TRANSPORT_INFO_0,
                  svti0_networkaddress);

ASSERT_SIZE_BEFORE(server_transport_info_3, flags, SERVER_TRANSPORT_INFO_1);
ASSERT_SAME_PLACE(server_transport_info_3, circuits, SERVER_TRANSPORT_INFO_1, svti1_numberofvcs);
ASSERT_SAME_PLACE(server_transport_info_3, name, SERVER_TRANSPORT_INFO_1, svti1_transportname);
ASSERT_SAME_PLACE(server_transport_info_3, address, SERVER_TRANSPORT_INFO_1,
                  svti1_transportaddress);
ASSERT_SAME_PLACE(server_transport_info_3, address_size, SERVER_TRANSPORT_INFO_1,
                  svti1_transportaddresslength);
ASSERT_SAME_PLACE(server_transport_info_3, network_address, SERVER_TRANSPORT_INFO_1,
                  svti1_networkaddress);
ASSERT_SAME_PLACE(server_transport_info_3, domain, SERVER_TRANSPORT_INFO_1, svti1_domain);

ASSERT_SIZE_BEFORE(server_transport_info_3, password_size, SERVER_TRANSPORT_INFO_2);
ASSERT_SAME_PLACE(server_transport_info_3, circuits, SERVER_TRANSPORT_INFO_2, svti2_numberofvcs);
ASSERT_SAME_PLACE(server_transport_info_3, name, SERVER_TRANSPORT_INFO_2, svti2_transportname);
ASSERT_SAME_PLACE(server_transport_info_3, address, SERVER_TRANSPORT_INFO_2,
                  svti2_transportaddress);
ASSERT_SAME_PLACE(server_transport_info_3, address_size, SERVER_TRANSPORT_INFO_2,
                  svti2_transportaddresslength);
ASSERT_SAME_PLACE(server_transport_info_3, network_address, SERVER_TRANSPORT_INFO_2,
                  svti2_networkaddress);
ASSERT_SAME_PLACE(server_transport_info_3, domain, SERVER_TRANSPORT_INFO_2, svti2_domain);
ASSERT_SAME_PLACE(server_transport_info_3, flags, SERVER_TRANSPORT_INFO_2, svti2_flags);

ASSERT_SAME_SIZE(server_transport_info_3, SERVER_TRANSPORT_INFO_3);
ASSERT_SAME_PLACE(server_transport_info_3, circuits, SERVER_TRANSPORT_INFO_3, svti3_numberofvcs);
ASSERT_SAME_PLACE(server_transport_info_3, name, SERVER_TRANSPORT_INFO_3, svti3_transportname);
ASSERT_SAME_PLACE(server_transport_info_3, address, SERVER_TRANSPORT_INFO_3,
                  svti3_transportaddress);
ASSERT_SAME_PLACE(server_transport_info_3, address_size, SERVER_TRANSPORT_INFO_3,
                  svti3_transportaddresslength);
ASSERT_SAME_PLACE(server_transport_info_3, network_address, SERVER_TRANSPORT_INFO_3,
                  svti3_networkaddress);
ASSERT_SAME_PLACE(server_transport_info_3, domain, SERVER_TRANSPORT_INFO_3, svti3_domain);
ASSERT_SAME_PLACE(server_transport_info_3, flags, SERVER_TRANSPORT_INFO_3, svti3_flags);
ASSERT_SAME_PLACE(server_transport_info_3, password_size, SERVER_TRANSPORT_INFO_3,
                  svti3_passwordlength);
ASSERT_SAME_PLACE(server_transport_info_3, password, SERVER_TRANSPORT_INFO_3, svti3_password);

/* ---- Workstations -------------------------------------------------------------------------------- */

ASSERT_SIZE_BEFORE(workstation_info_102, lan_root, WKSTA_INFO_100);
ASSERT_SAME_PLACE(workstation_info_102, platform, WKSTA_INFO_100, wki100_platform_id);
ASSERT_SAME_PLACE(workstation_info_102, computer, WKSTA_INFO_100, wki100_computername);
ASSERT_SAME_PLACE(workstation_info_102, group, WKSTA_INFO_100, wki100_langroup);
ASSERT_SAME_PLACE(workstation_info_102, version_major, WKSTA_INFO_100, wki100_ver_major);
ASSERT_SAME_PLACE(workstation_info_102, version_minor, WKSTA_INFO_100, wki100_ver_minor);

ASSERT_SIZE_BEFORE(workstation_info_102, logged_on_users, WKSTA_INFO_101);
ASSERT_SAME_PLACE(workstation_info_102, platform, WKSTA_INFO_101, wki101_platform_id);
ASSERT_SAME_PLACE(workstation_info_102, computer, WKSTA_INFO_101, wki101_computername);
ASSERT_SAME_PLACE(workstation_info_102, group, WKSTA_INFO_101, wki101_langroup);
ASSERT_SAME_PLACE(workstation_info_102, version_major, WKSTA_INFO_101, wki101_ver_major);
ASSERT_SAME_PLACE(workstation_info_102, version_minor, WKSTA_INFO_101, wki101_ver_minor);
ASSERT_SAME_PLACE(workstation_info_102, lan_root, WKSTA_INFO_101, wki101_lanroot);

ASSERT_SAME_SIZE(workstation_info_102, WKSTA_INFO_102);
ASSERT_SAME_PLACE(workstation_info_102, platform, WKSTA_INFO_102, wki102_platform_id);
ASSERT_SAME_PLACE(workstation_info_102, computer, WKSTA_INFO_102, wki102_computername);
ASSERT_SAME_PLACE(workstation_info_102, group, WKSTA_INFO_102, wki102_langroup);
ASSERT_SAME_PLACE(workstation_info_102, version_major, WKSTA_INFO_102, wki102_ver_major);
ASSERT_SAME_PLACE(workstation_info_102, version_minor, WKSTA_INFO_102, wki102_ver_minor);
ASSERT_SAME_PLACE(workstation_info_102, lan_root, WKSTA_INFO_102, wki102_lanroot);
ASSERT_SAME_PLACE(workstation_info_102, logged_on_users, WKSTA_INFO_102, wki102_logged_on_users);

#define WKSTA_SETTING(name)                                                                        \
    ASSERT_SAME_PLACE(workstation_info_502, name, WKSTA_INFO_502, wki502_##name)
ASSERT_SAME_SIZE(workstation_info_502, WKSTA_INFO_502);
WKSTA_SETTING(char_wait);
WKSTA_SETTING(collection_time);
WKSTA_SETTING(maximum_collection_count);
WKSTA_SETTING(keep_conn);
WKSTA_SETTING(max_cmds);
WKSTA_SETTING(sess_timeout);
WKSTA_SETTING(siz_char_buf);
WKSTA_SETTING(max_threads);
WKSTA_SETTING(lock_quota);
WKSTA_SETTING(lock_increment);
WKSTA_SETTING(lock_maximum);
WKSTA_SETTING(pipe_increment);
WKSTA_SETTING(pipe_maximum);
WKSTA_SETTING(cache_file_timeout);
WKSTA_SETTING(dormant_file_limit);
WKSTA_SETTING(read_ahead_throughput);
WKSTA_SETTING(num_mailslot_buffers);
WKSTA_SETTING(num_srv_announce_buffers);
WKSTA_SETTING(max_illegal_datagram_events);
WKSTA_SETTING(illegal_datagram_event_reset_frequency);
WKSTA_SETTING(log_election_packets);
WKSTA_SETTING(use_opportunistic_locking);
WKSTA_SETTING(use_unlock_behind);
WKSTA_SETTING(use_close_behind);
WKSTA_SETTING(buf_named_pipes);
WKSTA_SETTING(use_lock_read_unlock);
WKSTA_SETTING(utilize_nt_caching);
WKSTA_SETTING(use_raw_read);
WKSTA_SETTING(use_raw_write);
WKSTA_SETTING(use_write_raw_data);
WKSTA_SETTING(use_encryption);
WKSTA_SETTING(buf_files_deny_write);
WKSTA_SETTING(buf_read_only_files);
WKSTA_SETTING(force_core_create_mode);
WKSTA_SETTING(use_512_byte_max_transfer);

ASSERT_SIZE_BEFORE(workstation_user_info_1, logon_domain, WKSTA_USER_INFO_0);
ASSERT_SAME_PLACE(workstation_user_info_1, name, WKSTA_USER_INFO_0, wkui0_username);

ASSERT_SAME_SIZE(workstation_user_info_1, WKSTA_USER_INFO_1);
ASSERT_SAME_PLACE(workstation_user_info_1, name, WKSTA_USER_INFO_1, wkui1_username);
ASSERT_SAME_PLACE(workstation_user_info_1, logon_domain, WKSTA_USER_INFO_1, wkui1_logon_domain);
ASSERT_SAME_PLACE(workstation_user_info_1, other_domains, WKSTA_USER_INFO_1, wkui1_oth_domains);
ASSERT_SAME_PLACE(workstation_user_info_1, logon_server, WKSTA_USER_INFO_1, wkui1_logon_server);

ASSERT_SAME_SIZE(workstation_user_info_1101, WKSTA_USER_INFO_1101);
ASSERT_SAME_PLACE(workstation_user_info_1101, other_domains, WKSTA_USER_INFO_1101,
                  wkui1101_oth_domains);

ASSERT_SAME_SIZE(workstation_transport_info_0, WKSTA_TRANSPORT_INFO_0);
ASSERT_SAME_PLACE(workstation_transport_info_0, quality_of_service, WKSTA_TRANSPORT_INFO_0,
                  wkti0_quality_of_service);
ASSERT_SAME_PLACE(workstation_transport_info_0, circuits, WKSTA_TRANSPORT_INFO_0,
                  wkti0_number_of_vcs);
ASSERT_SAME_PLACE(workstation_transport_info_0, name, WKSTA_TRANSPORT_INFO_0, wkti0_transport_name);
ASSERT_SAME_PLACE(workstation_transport_info_0, address, WKSTA_TRANSPORT_INFO_0,
                  wkti0_transport_address);
ASSERT_SAME_PLACE(workstation_transport_info_0, is_wide_area, WKSTA_TRANSPORT_INFO_0,
                  wkti0_wan_ish);

/* ---- Uses ---------------------------------------------------------------------------------------- */

ASSERT_SAME_SIZE(use_info_3, USE_INFO_3);
ASSERT_SAME_PLACE(use_info_3, local, USE_INFO_3, ui3_ui2.ui2_local);
ASSERT_SAME_PLACE(use_info_3, remote, USE_INFO_3, ui3_ui2.ui2_remote);
ASSERT_SAME_PLACE(use_info_3, password, USE_INFO_3, ui3_ui2.ui2_password);
ASSERT_SAME_PLACE(use_info_3, status, USE_INFO_3, ui3_ui2.ui2_status);
ASSERT_SAME_PLACE(use_info_3, type, USE_INFO_3, ui3_ui2.ui2_asg_type);
ASSERT_SAME_PLACE(use_info_3, references, USE_INFO_3, ui3_ui2.ui2_refcount);
ASSERT_SAME_PLACE(use_info_3, uses, USE_INFO_3, ui3_ui2.ui2_usecount);
ASSERT_SAME_PLACE(use_info_3, user, USE_INFO_3, ui3_ui2.ui2_username);
ASSERT_SAME_PLACE(use_info_3, domain, USE_INFO_3, ui3_ui2.ui2_domainname);
ASSERT_SAME_PLACE(use_info_3, flags, USE_INFO_3, ui3_flags);

/* ---- Statistics ---------------------------------------------------------------------------------- */

ASSERT_SAME_SIZE(server_statistics, STAT_SERVER_0);
ASSERT_SAME_PLACE(server_statistics, start, STAT_SERVER_0, sts0_start);
ASSERT_SAME_PLACE(server_statistics, file_opens, STAT_SERVER_0, sts0_fopens);
ASSERT_SAME_PLACE(server_statistics, device_opens, STAT_SERVER_0, sts0_devopens);
ASSERT_SAME_PLACE(server_statistics, jobs_queued, STAT_SERVER_0, sts0_jobsqueued);
ASSERT_SAME_PLACE(server_statistics, session_opens, STAT_SERVER_0, sts0_sopens);
ASSERT_SAME_PLACE(server_statistics, sessions_timed_out, STAT_SERVER_0, sts0_stimedout);
ASSERT_SAME_PLACE(server_statistics, sessions_failed, STAT_SERVER_0, sts0_serrorout);
ASSERT_SAME_PLACE(server_statistics, password_errors, STAT_SERVER_0, sts0_pwerrors);
ASSERT_SAME_PLACE(server_statistics, permission_errors, STAT_SERVER_0, sts0_permerrors);
ASSERT_SAME_PLACE(server_statistics, system_errors, STAT_SERVER_0, sts0_syserrors);
ASSERT_SAME_PLACE(server_statistics, bytes_sent_low, STAT_SERVER_0, sts0_bytessent_low);
ASSERT_SAME_PLACE(server_statistics, bytes_sent_high, STAT_SERVER_0, sts0_bytessent_high);
ASSERT_SAME_PLACE(server_statistics, bytes_received_low, STAT_SERVER_0, sts0_bytesrcvd_low);
ASSERT_SAME_PLACE(server_statistics, bytes_received_high, STAT_SERVER_0, sts0_bytesrcvd_high);
ASSERT_SAME_PLACE(server_statistics, average_response, STAT_SERVER_0, sts0_avresponse);
ASSERT_SAME_PLACE(server_statistics, request_buffers_lacking, STAT_SERVER_0, sts0_reqbufneed);
ASSERT_SAME_PLACE(server_statistics, big_buffers_lacking, STAT_SERVER_0, sts0_bigbufneed);

ASSERT_SAME_SIZE(workstation_statistics, STAT_WORKSTATION_0);
ASSERT_SAME_PLACE(workstation_statistics, start_time, STAT_WORKSTATION_0, StatisticsStartTime);
ASSERT_SAME_PLACE(workstation_statistics, bytes_received, STAT_WORKSTATION_0, BytesReceived);
ASSERT_SAME_PLACE(workstation_statistics, smbs_received, STAT_WORKSTATION_0, SmbsReceived);
ASSERT_SAME_PLACE(workstation_statistics, paging_read_bytes, STAT_WORKSTATION_0,
                  PagingReadBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, nonpaging_read_bytes, STAT_WORKSTATION_0,
                  NonPagingReadBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, cache_read_bytes, STAT_WORKSTATION_0,
                  CacheReadBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, network_read_bytes, STAT_WORKSTATION_0,
                  NetworkReadBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, bytes_transmitted, STAT_WORKSTATION_0, BytesTransmitted);
ASSERT_SAME_PLACE(workstation_statistics, smbs_transmitted, STAT_WORKSTATION_0, SmbsTransmitted);
ASSERT_SAME_PLACE(workstation_statistics, paging_write_bytes, STAT_WORKSTATION_0,
                  PagingWriteBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, nonpaging_write_bytes, STAT_WORKSTATION_0,
                  NonPagingWriteBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, cache_write_bytes, STAT_WORKSTATION_0,
                  CacheWriteBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, network_write_bytes, STAT_WORKSTATION_0,
                  NetworkWriteBytesRequested);
ASSERT_SAME_PLACE(workstation_statistics, initially_failed_operations, STAT_WORKSTATION_0,
                  InitiallyFailedOperations);
ASSERT_SAME_PLACE(workstation_statistics, failed_completion_operations, STAT_WORKSTATION_0,
                  FailedCompletionOperations);
ASSERT_SAME_PLACE(workstation_statistics, read_operations, STAT_WORKSTATION_0, ReadOperations);
ASSERT_SAME_PLACE(workstation_statistics, random_read_operations, STAT_WORKSTATION_0,
                  RandomReadOperations);
ASSERT_SAME_PLACE(workstation_statistics, read_smbs, STAT_WORKSTATION_0, ReadSmbs);
ASSERT_SAME_PLACE(workstation_statistics, large_read_smbs, STAT_WORKSTATION_0, LargeReadSmbs);
ASSERT_SAME_PLACE(workstation_statistics, small_read_smbs, STAT_WORKSTATION_0, SmallReadSmbs);
ASSERT_SAME_PLACE(workstation_statistics, write_operations, STAT_WORKSTATION_0, WriteOperations);
ASSERT_SAME_PLACE(workstation_statistics, random_write_operations, STAT_WORKSTATION_0,
                  RandomWriteOperations);
ASSERT_SAME_PLACE(workstation_statistics, write_smbs, STAT_WORKSTATION_0, WriteSmbs);
ASSERT_SAME_PLACE(workstation_statistics, large_write_smbs, STAT_WORKSTATION_0, LargeWriteSmbs);
ASSERT_SAME_PLACE(workstation_statistics, small_write_smbs, STAT_WORKSTATION_0, SmallWriteSmbs);
ASSERT_SAME_PLACE(workstation_statistics, raw_reads_denied, STAT_WORKSTATION_0, RawReadsDenied);
ASSERT_SAME_PLACE(workstation_statistics, raw_writes_denied, STAT_WORKSTATION_0, RawWritesDenied);
ASSERT_SAME_PLACE(workstation_statistics, network_errors, STAT_WORKSTATION_0, NetworkErrors);
ASSERT_SAME_PLACE(workstation_statistics, sessions, STAT_WORKSTATION_0, Sessions);
ASSERT_SAME_PLACE(workstation_statistics, failed_sessions, STAT_WORKSTATION_0, FailedSessions);
ASSERT_SAME_PLACE(workstation_statistics, reconnects, STAT_WORKSTATION_0, Reconnects);
ASSERT_SAME_PLACE(workstation_statistics, core_connects, STAT_WORKSTATION_0, CoreConnects);
ASSERT_SAME_PLACE(workstation_statistics, lanman20_connects, STAT_WORKSTATION_0, Lanman20Connects);
ASSERT_SAME_PLACE(workstation_statistics, lanman21_connects, STAT_WORKSTATION_0, Lanman21Connects);
ASSERT_SAME_PLACE(workstation_statistics, lanman_nt_connects, STAT_WORKSTATION_0, LanmanNtConnects);
ASSERT_SAME_PLACE(workstation_statistics, server_disconnects, STAT_WORKSTATION_0,
                  ServerDisconnects);
ASSERT_SAME_PLACE(workstation_statistics, hung_sessions, STAT_WORKSTATION_0, HungSessions);
ASSERT_SAME_PLACE(workstation_statistics, use_count, STAT_WORKSTATION_0, UseCount);
ASSERT_SAME_PLACE(workstation_statistics, failed_use_count, STAT_WORKSTATION_0, FailedUseCount);
ASSERT_SAME_PLACE(workstation_statistics, current_commands, STAT_WORKSTATION_0, CurrentCommands);

START_TEST(layouts)
{
    ok(TRUE, "It compiled.\n");
}
