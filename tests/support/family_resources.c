/*
 * Calls about what a server offers, and who uses it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/family_call_list.h"

#include "base/status.h"
#include "families/connection/connections.h"
#include "families/dfs/dfs.h"
#include "families/file/file_security.h"
#include "families/file/files.h"
#include "families/session/sessions.h"
#include "families/share/share_changes.h"
#include "families/share/shares.h"
#include "families/use/use_values.h"
#include "families/use/uses.h"
#include "levels/connection_levels.h"
#include "levels/file_levels.h"
#include "levels/session_levels.h"
#include "levels/use_levels.h"

#define NONE      ((struct utf16_slice){ NULL, 0 })
#define ALICE     FAMILY_TEXT("alice")
#define BOB       FAMILY_TEXT("bob")
#define CLIENT    FAMILY_TEXT("\\\\127.0.0.1")
#define FILES     FAMILY_TEXT("files")
#define NEW_SHARE FAMILY_TEXT("new")
#define PATH      FAMILY_TEXT("C:\\")
#define FILE_PATH FAMILY_TEXT("\\hello.txt")
#define DEVICE    FAMILY_TEXT("C:\\tmp")
#define COMMENT   FAMILY_TEXT("comment")
#define LINK      u"\\root\\link"

/* Self-relative, and everything absent. [MS-DTYP] 2.4.6 */
static const uint8_t descriptor[20] = { 1, 0, 0, 0x80 };

static const struct dfs_target_name target = { { u"target", 6 }, { u"share", 5 } };
static const struct dfs_target_name no_target;

/* \\server and what follows; good until the next. */
static struct utf16_slice dfs_name_of(const struct family_arguments *arguments,
                                      const uint16_t *rest)
{
    static _Thread_local struct utf16_name name;

    name = utf16_name_from_ascii("\\\\");
    utf16_name_append(&name, arguments->server);
    utf16_name_append(&name, utf16_from_terminated(rest));
    return utf16_from_name(&name);
}

static struct share_change share_change_of(const struct family_arguments *arguments)
{
    return (struct share_change){
        .server = arguments->server,
        .name = NEW_SHARE,
        .level = arguments->level,
        .share = { .name = NEW_SHARE,
                   .remark = COMMENT,
                   .path = PATH,
                   .descriptor = { arguments->number & 1 ? descriptor : NULL, 0 } },
    };
}

static uint32_t enum_sessions(const struct family_arguments *arguments,
                              struct family_result *result)
{
    const struct sessions_request request = { .list = family_request(arguments) };

    return sessions_enumerate(&request, &result->answer);
}

static uint32_t enum_sessions_of_user(const struct family_arguments *arguments,
                                      struct family_result *result)
{
    const struct sessions_request request = { .list = family_request(arguments), .user = ALICE };

    return sessions_enumerate(&request, &result->answer);
}

static uint32_t enum_sessions_of_client(const struct family_arguments *arguments,
                                        struct family_result *result)
{
    const struct sessions_request request = { .list = family_request(arguments), .client = CLIENT };

    return sessions_enumerate(&request, &result->answer);
}

static uint32_t get_session(const struct family_arguments *arguments, struct family_result *result)
{
    return sessions_get_info(arguments->server, CLIENT, ALICE, arguments->level,
                             &result->answer.buffer);
}

static uint32_t delete_session(const struct family_arguments *arguments,
                               struct family_result *result)
{
    (void)result;
    return sessions_delete(arguments->server, arguments->number & 1 ? CLIENT : NONE, BOB);
}

static uint32_t enum_files(const struct family_arguments *arguments, struct family_result *result)
{
    const struct files_request request = { .list = family_request(arguments),
                                           .user = arguments->number & 1 ? ALICE : NONE,
                                           .base_path = arguments->number & 2 ? PATH : NONE };

    return files_enumerate(&request, &result->answer);
}

static uint32_t get_file(const struct family_arguments *arguments, struct family_result *result)
{
    return files_get_info(arguments->server, arguments->number, arguments->level,
                          &result->answer.buffer);
}

static uint32_t close_file(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return files_close(arguments->server, arguments->number);
}

static uint32_t get_file_security(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    const struct file_name name = { arguments->server, FILES, FILE_PATH };
    uint32_t size = 0;

    return file_security_get(&name, arguments->number, &result->answer.buffer, &size);
}

static uint32_t set_file_security(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    const struct file_name name = { arguments->server, FILES, FILE_PATH };

    return file_security_set(&name, arguments->number, descriptor);
}

static uint32_t enum_connections(const struct family_arguments *arguments,
                                 struct family_result *result)
{
    const struct connections_request request = { .list = family_request(arguments),
                                                 .qualifier =
                                                     arguments->number & 1 ? CLIENT : FILES };

    return connections_enumerate(&request, &result->answer);
}

static uint32_t enum_shares(const struct family_arguments *arguments, struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return shares_enumerate(&request, &result->answer);
}

static uint32_t enum_sticky_shares(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return shares_enumerate_sticky(&request, &result->answer);
}

static uint32_t get_share(const struct family_arguments *arguments, struct family_result *result)
{
    return shares_get_info(arguments->server, FILES, arguments->level, &result->answer.buffer);
}

static uint32_t check_share(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    uint32_t type = 0;

    return shares_check(arguments->server, DEVICE, &type);
}

static uint32_t add_share(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    struct share_change change = share_change_of(arguments);

    return shares_add(&change);
}

static uint32_t set_share(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    struct share_change change = share_change_of(arguments);

    return shares_set_info(&change);
}

static uint32_t delete_share(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return shares_delete(arguments->server, NEW_SHARE, 0);
}

static uint32_t delete_sticky_share(const struct family_arguments *arguments,
                                    struct family_result *result)
{
    (void)result;
    return shares_delete_sticky(arguments->server, NEW_SHARE, 0);
}

static uint32_t delete_share_ex(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    const struct share_change change = share_change_of(arguments);

    return shares_delete_ex(&change);
}

static uint32_t enum_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    const struct dfs_enum_request request = { .name = dfs_name_of(arguments, u"\\root"),
                                              .level = arguments->level,
                                              .preferred_length = arguments->preferred_length,
                                              .resume_handle = arguments->resume_handle };

    return dfs_enumerate(&request, &result->answer);
}

static uint32_t get_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    return dfs_get_info(dfs_name_of(arguments, LINK), arguments->level, &result->answer.buffer);
}

static uint32_t get_dfs_client(const struct family_arguments *arguments,
                               struct family_result *result)
{
    return dfs_get_client_info(dfs_name_of(arguments, LINK),
                               arguments->number & 1 ? &target : &no_target, arguments->level,
                               &result->answer.buffer);
}

static uint32_t set_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&dfs_set_family, arguments->level, COMMENT);

    return structure ? dfs_set_info(dfs_name_of(arguments, LINK),
                                    arguments->number & 1 ? &target : &no_target, arguments->level,
                                    structure)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t add_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return dfs_add(dfs_name_of(arguments, LINK), &target, COMMENT, arguments->number & 3);
}

static uint32_t remove_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return dfs_remove(dfs_name_of(arguments, LINK), arguments->number & 1 ? &target : &no_target);
}

static uint32_t move_dfs(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return dfs_move(dfs_name_of(arguments, LINK), FAMILY_TEXT("\\\\server\\root\\other"),
                    arguments->number & 1);
}

static uint32_t add_dfs_root(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_add_std_root(&root, COMMENT, 0);
}

static uint32_t add_dfs_root_forced(const struct family_arguments *arguments,
                                    struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_add_std_root_forced(&root, COMMENT, PATH);
}

static uint32_t remove_dfs_root(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_remove_std_root(&root, 0);
}

static uint32_t add_ft_root(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_add_ft_root(&root, FILES, COMMENT, 0);
}

static uint32_t remove_ft_root(const struct family_arguments *arguments,
                               struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_remove_ft_root(&root, FILES, 0);
}

static uint32_t remove_ft_root_forced(const struct family_arguments *arguments,
                                      struct family_result *result)
{
    (void)result;
    const struct dfs_target_name root = { arguments->server, FILES };

    return dfs_remove_ft_root_forced(arguments->server, &root, FILES, 0);
}

static uint32_t add_root_target(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    return dfs_add_root_target(dfs_name_of(arguments, u"\\root"), NONE, 1, COMMENT, 0);
}

static uint32_t remove_root_target(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    return dfs_remove_root_target(dfs_name_of(arguments, u"\\root"), NONE, 0);
}

static uint32_t get_namespace_version(const struct family_arguments *arguments,
                                      struct family_result *result)
{
    return dfs_get_supported_namespace_version(
        arguments->number % 3, arguments->server,
        (struct dfs_namespace_version **)&result->answer.buffer);
}

static uint32_t initialize_dfs(const struct family_arguments *arguments,
                               struct family_result *result)
{
    (void)result;
    return dfs_manager_initialize(arguments->server, 0);
}

static uint32_t use_server(const struct family_arguments *arguments, struct family_result *result)
{
    struct utf16_name remote = utf16_name_from_ascii("\\\\");
    struct uses_request request = { .type = USE_IPC,
                                    .user = arguments->user,
                                    .password = arguments->password };
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    utf16_name_append(&remote, arguments->server);
    utf16_name_append_ascii(&remote, "\\IPC$");
    request.remote = utf16_from_name(&remote);
    status = uses_add(&request, &parameter);
    if (!status)
    {
        status = uses_get_info(request.remote, arguments->level, &result->answer.buffer);
        uses_delete(request.remote, USE_LOTS_OF_FORCE);
    }
    return status;
}

const struct family_call family_resource_calls[] = {
    { "NetSessionEnum", &session_family, FAMILY_GIVES_LIST, enum_sessions },
    { "NetSessionEnum of a user", &session_family, FAMILY_GIVES_LIST, enum_sessions_of_user },
    { "NetSessionEnum of a client", &session_family, FAMILY_GIVES_LIST, enum_sessions_of_client },
    { "NetSessionGetInfo", &session_family, FAMILY_GIVES_STRUCTURE, get_session },
    { "NetSessionDel", NULL, FAMILY_GIVES_NOTHING, delete_session },
    { "NetFileEnum", &file_family, FAMILY_GIVES_LIST, enum_files },
    { "NetFileGetInfo", &file_family, FAMILY_GIVES_STRUCTURE, get_file },
    { "NetFileClose", NULL, FAMILY_GIVES_NOTHING, close_file },
    { "NetpGetFileSecurity", NULL, FAMILY_GIVES_BLOCK, get_file_security },
    { "NetpSetFileSecurity", NULL, FAMILY_GIVES_NOTHING, set_file_security },
    { "NetConnectionEnum", &connection_family, FAMILY_GIVES_LIST, enum_connections },
    { "NetShareEnum", &share_list_family, FAMILY_GIVES_LIST, enum_shares },
    { "NetShareEnumSticky", &share_list_family, FAMILY_GIVES_LIST, enum_sticky_shares },
    { "NetShareGetInfo", &share_info_family, FAMILY_GIVES_STRUCTURE, get_share },
    { "NetShareCheck", NULL, FAMILY_GIVES_NOTHING, check_share },
    { "NetShareAdd", &share_family, FAMILY_GIVES_NOTHING, add_share },
    { "NetShareSetInfo", &share_family, FAMILY_GIVES_NOTHING, set_share },
    { "NetShareDel", NULL, FAMILY_GIVES_NOTHING, delete_share },
    { "NetShareDelSticky", NULL, FAMILY_GIVES_NOTHING, delete_sticky_share },
    { "NetShareDelEx", &share_family, FAMILY_GIVES_NOTHING, delete_share_ex },
    { "NetDfsEnum", &dfs_list_family, FAMILY_GIVES_LIST, enum_dfs },
    { "NetDfsGetInfo", &dfs_get_family, FAMILY_GIVES_STRUCTURE, get_dfs },
    { "NetDfsGetClientInfo", &dfs_client_family, FAMILY_GIVES_STRUCTURE, get_dfs_client },
    { "NetDfsSetInfo", &dfs_set_family, FAMILY_GIVES_NOTHING, set_dfs },
    { "NetDfsAdd", NULL, FAMILY_GIVES_NOTHING, add_dfs },
    { "NetDfsRemove", NULL, FAMILY_GIVES_NOTHING, remove_dfs },
    { "NetDfsMove", NULL, FAMILY_GIVES_NOTHING, move_dfs },
    { "NetDfsAddStdRoot", NULL, FAMILY_GIVES_NOTHING, add_dfs_root },
    { "NetDfsAddStdRootForced", NULL, FAMILY_GIVES_NOTHING, add_dfs_root_forced },
    { "NetDfsRemoveStdRoot", NULL, FAMILY_GIVES_NOTHING, remove_dfs_root },
    { "NetDfsAddFtRoot", NULL, FAMILY_GIVES_NOTHING, add_ft_root },
    { "NetDfsRemoveFtRoot", NULL, FAMILY_GIVES_NOTHING, remove_ft_root },
    { "NetDfsRemoveFtRootForced", NULL, FAMILY_GIVES_NOTHING, remove_ft_root_forced },
    { "NetDfsAddRootTarget", NULL, FAMILY_GIVES_NOTHING, add_root_target },
    { "NetDfsRemoveRootTarget", NULL, FAMILY_GIVES_NOTHING, remove_root_target },
    { "NetDfsGetSupportedNamespaceVersion", NULL, FAMILY_GIVES_BLOCK, get_namespace_version },
    { "NetDfsManagerInitialize", NULL, FAMILY_GIVES_NOTHING, initialize_dfs },
    { "NetUseAdd, NetUseGetInfo, NetUseDel", &use_family, FAMILY_GIVES_STRUCTURE, use_server },
};
const size_t family_resource_calls_count =
    sizeof(family_resource_calls) / sizeof(family_resource_calls[0]);
