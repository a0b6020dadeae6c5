/*
 * Fuzz target: the logins of this computer as its sessions, from the host's files to the answer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: the level, the preferred length, the filters; then the files (support/fuzzed_files.h).
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "families/session/sessions.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/known_server.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_files.h"

#define HAS_CLIENT 0x01
#define HAS_USER   0x02
#define IN_FILE    0x04
#define ALL_FITS   0x08
#define ONE        0x10
#define DELETES    0x20

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static void configure(bool in_file)
{
    static bool is_configured;
    static bool was_in_file;

    if (!is_configured || was_in_file != in_file)
    {
        posix_config_clear();
        posix_config_set(NULL, "LocalSource", "logins");
        if (in_file)
        {
            posix_config_set(NULL, "LoginsFile", "/logins");
        }
        is_configured = true;
        was_in_file = in_file;
    }
}

/* A login came from somewhere, is somebody's, and is idle no longer than it lasts. */
static void check_sessions(const struct session_info_502 *sessions, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
    {
        require(sessions[i].client[0] && sessions[i].client[0] != '\\' && sessions[i].user[0]);
        require(sessions[i].opens == 1 && sessions[i].idle_seconds <= sessions[i].active_seconds);
        require(!sessions[i].client_type[0] && !sessions[i].transport[0]);
    }
}

static void get_one(const struct sessions_request *request)
{
    void *session = NULL;
    const uint32_t status = sessions_get_info(request->list.server, request->client, request->user,
                                              request->list.level, &session);

    require(!status == (session != NULL));
    platform_api_free(session);
}

static void list_all(const struct sessions_request *request)
{
    struct info_answer answer;
    const uint32_t status = sessions_enumerate(request, &answer);

    require(status == ERROR_SUCCESS || status == ERROR_MORE_DATA || !answer.buffer);
    require(answer.entries <= answer.total_entries && !answer.buffer == !answer.entries);
    if (request->list.level == 502)
    {
        check_sessions(answer.buffer, answer.entries);
    }
    platform_api_free(answer.buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t manner = fuzz_u8(&input);
    struct sessions_request request = {
        .list.level = session_family.levels[fuzz_below(&input, session_family.level_count)].level,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };

    fixed_platform_reset(1);
    configure(manner & IN_FILE);
    if (manner & HAS_CLIENT)
    {
        request.client = fuzz_text(&input);
    }
    if (manner & HAS_USER)
    {
        request.user = fuzz_text(&input);
    }
    if (!(manner & ALL_FITS))
    {
        request.list.preferred_length = fuzz_u16(&input) & 0x3FF;
        request.list.resume_handle = fuzz_u8(&input) & 7;
    }
    fuzzed_files_set(&input);
    if (manner & DELETES)
    {
        require(sessions_delete(request.list.server, request.client, request.user));
    }
    else if (manner & ONE)
    {
        get_one(&request);
    }
    else
    {
        list_all(&request);
    }
    fuzz_input_free(&input);
    return 0;
}
