/*
 * A call of the API that asks a server: what it is about, from its beginning to its end.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/begin.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/call_state.h"
#include "platform/platform.h"
#include "remote/credentials_find.h"
#include "remote/pool.h"
#include "remote/start.h"
#include "remote/use_table.h"

/* ---- Beginning and end ----------------------------------------------------------------------- */

static void begin(struct remote *remote)
{
    const uint64_t uses = use_table_generation(); /* first */

    *remote = (struct remote){
        .uses = uses,
        .generation = known_server_generation(),
        .start = platform_now(),
        .deadline = UINT64_MAX,
        .credentials = { .kind = CREDENTIALS_CURRENT },
    };
    call_state_begin();
}

static bool is_known(struct remote *remote, struct utf16_slice name)
{
    return known_server_find(name, remote->generation, &remote->server);
}

static void set_target(struct remote *remote, const struct target *target)
{
    remote->server = (struct known_server){ .target = *target };
    if (target->is_this_computer)
    {
        struct local_settings settings;

        /* What is wrong with the configuration is told where the server is learnt of. */
        if (!local_settings_read(&settings))
        {
            remote->server.source = settings.source;
        }
        if (remote->server.source == LOCAL_SOURCE_LOGINS &&
            !settings_read(target, &remote->server.settings))
        {
            remote->deadline = remote->start + remote->server.settings.call_timeout;
        }
    }
}

void remote_begin(struct remote *remote, const struct target *target)
{
    begin(remote);
    if (!is_known(remote, utf16_from_name(&target->name)))
    {
        set_target(remote, target);
    }
}

uint32_t remote_begin_for(struct remote *remote, struct utf16_slice server_name)
{
    struct target target;
    uint32_t status = ERROR_SUCCESS;

    begin(remote);
    if (is_known(remote, target_name(server_name)))
    {
        return ERROR_SUCCESS;
    }
    status = target_parse(server_name, &target);
    if (!status)
    {
        set_target(remote, &target);
    }
    return status;
}

void remote_end(struct remote *remote)
{
    if (remote->transport)
    {
        remote->transport->operations->close(remote->transport);
    }
    hold_end(&remote->hold);
    call_state_set_phase(NETAPI32_PHASE_NONE);
    wipe(remote, sizeof(*remote));
}

bool remote_is_late(const struct remote *remote)
{
    return platform_now() >= remote->deadline;
}

struct facts_subject remote_subject(const struct remote *remote,
                                    const struct rpc_interface *interface, uint16_t operation)
{
    return (struct facts_subject){ &remote->server.key, interface, operation, &remote->identity };
}

/* ---- Connecting ------------------------------------------------------------------------------ */

static uint64_t connect_deadline(const struct remote *remote)
{
    const uint64_t deadline = platform_now() + remote->server.settings.connect_timeout;

    return deadline < remote->deadline ? deadline : remote->deadline;
}

static uint32_t open_transport(const struct remote *remote, struct transport **transport)
{
    const struct settings *settings = &remote->server.settings;

    call_state_set_phase(NETAPI32_PHASE_CONNECTING);
    return tcp_transport_open(utf16_from_name(&settings->address), settings->port,
                              connect_deadline(remote), transport);
}

/* Where no connection of the pool can be meant, one will be opened, whoever logs on. */
static void begin_early(struct remote *remote)
{
    if (!pool_knows(&remote->server.key))
    {
        remote->begin_status = open_transport(remote, &remote->transport);
        remote->has_begun = true;
    }
}

uint32_t remote_open_transport(struct remote *remote, struct transport **transport)
{
    if (!remote->has_begun)
    {
        return open_transport(remote, transport);
    }
    *transport = remote->transport;
    remote->has_begun = false;
    remote->transport = NULL;
    return remote->begin_status;
}

/* ---- Credentials ----------------------------------------------------------------------------- */

/* Those that the process chose, or the system keeps, for the target. */
static uint32_t find_for_target(const struct target *target, struct credentials *credentials)
{
    const struct utf16_name this_computer = utf16_name_from_ascii(THIS_COMPUTER);
    uint32_t status = credentials_find(credentials, utf16_from_name(&target->name));

    if (!status && credentials->kind == CREDENTIALS_CURRENT && target->is_this_computer)
    {
        status = credentials_find(credentials, utf16_from_name(&this_computer));
    }
    return status;
}

uint32_t remote_find_credentials(struct remote *remote)
{
    uint32_t status = ERROR_SUCCESS;

    if (remote->has_credentials)
    {
        return ERROR_SUCCESS;
    }
    if (remote->credentials.kind == CREDENTIALS_CURRENT)
    {
        status = find_for_target(&remote->server.target, &remote->credentials);
    }
    if (!status)
    {
        status = credentials_fingerprint(&remote->credentials, remote->server.key.credentials);
    }
    remote->has_credentials = !status;
    return status;
}

void remote_use_credentials(struct remote *remote, const struct credentials *credentials)
{
    remote->generation = 0; /* what is known for this call is not for others */
    remote->server.is_complete = false;
    remote->server.source = LOCAL_SOURCE_SERVER;
    remote->credentials = *credentials;
}

/* ---- Preparing ------------------------------------------------------------------------------- */

static uint32_t learn(struct remote *remote)
{
    struct known_server *server = &remote->server;
    uint32_t status = settings_read(&server->target, &server->settings);

    if (status)
    {
        return status;
    }
    server->key = (struct server_key){
        .name = server->target.name,
        .address = server->settings.address,
        .port = server->settings.port,
        .require_encryption = server->settings.require_encryption,
        .allow_guest = server->settings.allow_guest,
    };
    remote->deadline = remote->start + server->settings.call_timeout;
    begin_early(remote);
    status = library_start();
    if (status)
    {
        return status;
    }
    server->unc_name = utf16_name_from_ascii("\\\\");
    utf16_name_append(&server->unc_name, utf16_from_name(&server->target.name));
    status = remote_find_credentials(remote);
    server->is_complete = !status;
    if (!status)
    {
        known_server_keep(utf16_from_name(&server->target.name), remote->generation, server);
    }
    return status;
}

uint32_t remote_prepare(struct remote *remote)
{
    const struct known_server *server = &remote->server;
    uint32_t status = ERROR_SUCCESS;

    remote->host_answers = server->target.is_this_computer && server->source == LOCAL_SOURCE_LOGINS;
    if (remote->host_answers)
    {
        return ERROR_BAD_NETPATH;
    }
    if (remote->is_prepared)
    {
        return ERROR_SUCCESS;
    }
    status = platform_start();
    if (!status && !server->is_complete)
    {
        status = learn(remote);
    }
    if (!status)
    {
        remote->deadline = remote->start + server->settings.call_timeout;
        remote->is_prepared = true;
    }
    return status;
}
