/*
 * SPNEGO, the client's side. RFC 4178 with [MS-SPNG]
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/spnego.h"

#include <stdlib.h>
#include <string.h>

#include "auth/der.h"
#include "auth/spnego_messages.h"
#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"

struct spnego
{
    struct mechanism *mechanisms[SPNEGO_MECHANISMS_MAX]; /* in order of preference */
    size_t count;
    size_t chosen;
    struct writer mechanism_list; /* the MechTypeList as it was sent: what the MICs cover */
    bool started;
    bool answered;       /* the server has chosen */
    bool mechanism_done; /* the chosen mechanism expects nothing more */
    bool mic_required;
    bool mic_sent;
    bool mic_verified;
    bool completed; /* the server has said so */
};

static struct bytes written(const struct writer *writer)
{
    return (struct bytes){ writer->data, writer->size };
}

static bool is_equal(struct bytes a, struct bytes b)
{
    return a.size == b.size && (!a.size || memcmp(a.data, b.data, a.size) == 0);
}

/* [MS-SPNG] 3.1.5.2: Kerberos goes by two names, its own and one with a lost bit. */
static struct bytes canonical_object_id(struct bytes object_id)
{
    static const uint8_t kerberos[] = { 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 0x01, 0x02, 0x02 };
    static const uint8_t ms_kerberos[] = { 0x2A, 0x86, 0x48, 0x82, 0xF7, 0x12, 0x01, 0x02, 0x02 };

    if (is_equal(object_id, (struct bytes){ ms_kerberos, sizeof(ms_kerberos) }))
    {
        return (struct bytes){ kerberos, sizeof(kerberos) };
    }
    return object_id;
}

static bool is_mechanism(const struct mechanism *mechanism, struct bytes object_id)
{
    return is_equal(canonical_object_id(mechanism->operations->object_id),
                    canonical_object_id(object_id));
}

static void remove_mechanism(struct spnego *spnego, size_t index)
{
    spnego->mechanisms[index]->operations->free(spnego->mechanisms[index]);
    spnego->count--;
    memmove(&spnego->mechanisms[index], &spnego->mechanisms[index + 1],
            (spnego->count - index) * sizeof(spnego->mechanisms[0]));
}

static bool is_offered(struct reader offered, const struct mechanism *mechanism)
{
    while (reader_left(&offered) && !offered.failed)
    {
        const struct bytes object_id = der_expect(&offered, DER_OBJECT_IDENTIFIER);

        if (!offered.failed && is_mechanism(mechanism, object_id))
        {
            return true;
        }
    }
    return false;
}

static uint32_t leave_out_what_is_not_offered(struct spnego *spnego, struct bytes hint)
{
    struct reader offered;
    uint32_t status = ERROR_SUCCESS;

    if (!hint.size)
    {
        return ERROR_SUCCESS;
    }
    status = spnego_read_init(hint, &offered);
    for (size_t i = spnego->count; !status && i-- > 0;)
    {
        if (!is_offered(offered, spnego->mechanisms[i]))
        {
            TRACE("the server does not offer %s\n", spnego->mechanisms[i]->operations->name);
            remove_mechanism(spnego, i);
        }
    }
    return status;
}

uint32_t spnego_create(struct mechanism **mechanisms, size_t count, struct bytes hint,
                       struct spnego **spnego)
{
    struct spnego *created = count <= SPNEGO_MECHANISMS_MAX ? calloc(1, sizeof(*created)) : NULL;
    uint32_t status = ERROR_SUCCESS;

    *spnego = NULL;
    if (!created)
    {
        for (size_t i = 0; i < count; i++)
        {
            mechanisms[i]->operations->free(mechanisms[i]);
        }
        return count <= SPNEGO_MECHANISMS_MAX ? ERROR_NOT_ENOUGH_MEMORY : ERROR_NOT_SUPPORTED;
    }
    for (size_t i = 0; i < count; i++)
    {
        created->mechanisms[created->count++] = mechanisms[i];
    }
    status = leave_out_what_is_not_offered(created, hint);
    if (!status && !created->count)
    {
        status = ERROR_NOT_SUPPORTED;
    }
    if (status)
    {
        spnego_free(created);
        return status;
    }
    *spnego = created;
    return ERROR_SUCCESS;
}

void spnego_free(struct spnego *spnego)
{
    if (spnego)
    {
        while (spnego->count)
        {
            remove_mechanism(spnego, spnego->count - 1);
        }
        writer_free(&spnego->mechanism_list);
        free(spnego);
    }
}

static uint32_t step_chosen(struct spnego *spnego, struct bytes token, struct writer *answer)
{
    struct mechanism *mechanism = spnego->mechanisms[spnego->chosen];

    return mechanism->operations->step(mechanism, token, answer, &spnego->mechanism_done);
}

static void write_mechanism_list(struct spnego *spnego)
{
    const size_t list = der_begin(&spnego->mechanism_list);

    for (size_t i = 0; i < spnego->count; i++)
    {
        der_write(&spnego->mechanism_list, DER_OBJECT_IDENTIFIER,
                  spnego->mechanisms[i]->operations->object_id);
    }
    der_end(&spnego->mechanism_list, list, DER_SEQUENCE);
}

/* Offers the mechanisms, with a token of the first one that can be used here. */
static uint32_t send_first(struct spnego *spnego, struct writer *answer)
{
    struct writer token = { 0 };
    uint32_t status = ERROR_NOT_SUPPORTED;

    while (spnego->count && status == ERROR_NOT_SUPPORTED)
    {
        writer_free(&token);
        status = step_chosen(spnego, (struct bytes){ 0 }, &token);
        if (status == ERROR_NOT_SUPPORTED)
        {
            TRACE("%s cannot be used\n", spnego->mechanisms[0]->operations->name);
            remove_mechanism(spnego, 0);
        }
    }
    if (!status)
    {
        write_mechanism_list(spnego);
        spnego_write_init(answer, written(&spnego->mechanism_list), written(&token));
        spnego->started = true;
        if (spnego->mechanism_list.failed || answer->failed)
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    writer_free(&token);
    return status;
}

/* Follows the server's choice. *restarted is set when it is not the mechanism whose token the
 * server got. */
static uint32_t follow_choice(struct spnego *spnego, const struct spnego_response *response,
                              bool *restarted)
{
    size_t choice = spnego->chosen;

    *restarted = false;
    if (response->mechanism.size)
    {
        choice = 0;
        while (choice < spnego->count &&
               !is_mechanism(spnego->mechanisms[choice], response->mechanism))
        {
            choice++;
        }
    }
    if (choice == spnego->count || (spnego->answered && choice != spnego->chosen))
    {
        WARN("the server chose what was not offered\n");
        return ERROR_BAD_NET_RESP;
    }
    if (choice != spnego->chosen)
    {
        TRACE("the server chose %s\n", spnego->mechanisms[choice]->operations->name);
        if (response->token.size)
        {
            return ERROR_BAD_NET_RESP;
        }
        spnego->chosen = choice;
        spnego->mechanism_done = false;
        spnego->mic_required = true;
        *restarted = true;
    }
    spnego->answered = true;
    return ERROR_SUCCESS;
}

/* Gives the mechanism the server's token, if there is one or none is needed. */
static uint32_t step_with(struct spnego *spnego, struct bytes token, bool restarted,
                          struct writer *answer)
{
    if (spnego->mechanism_done)
    {
        return token.size ? ERROR_BAD_NET_RESP : ERROR_SUCCESS;
    }
    if (!token.size && !restarted)
    {
        return ERROR_BAD_NET_RESP;
    }
    return step_chosen(spnego, token, answer);
}

uint32_t spnego_session_key(struct spnego *spnego, struct session_key *key)
{
    struct mechanism *mechanism = spnego->mechanisms[spnego->chosen];

    return mechanism->operations->session_key(mechanism, key);
}

/* Without a key (anonymous) there is nothing to protect and nothing to protect it with. */
static bool has_key(struct spnego *spnego)
{
    struct session_key key = { .size = 0 };
    bool found = !spnego_session_key(spnego, &key) && key.size;

    wipe(&key, sizeof(key));
    return found;
}

static uint32_t check_mic(struct spnego *spnego, struct bytes mic)
{
    struct mechanism *mechanism = spnego->mechanisms[spnego->chosen];
    uint32_t status = ERROR_SUCCESS;

    if (!mic.size)
    {
        return ERROR_SUCCESS;
    }
    if (!spnego->mechanism_done)
    {
        return ERROR_BAD_NET_RESP;
    }
    if (has_key(spnego))
    {
        status = mechanism->operations->verify(mechanism, written(&spnego->mechanism_list), mic);
        spnego->mic_verified = !status;
    }
    return status;
}

static bool is_mic_missing(struct spnego *spnego)
{
    return spnego->mic_required && !spnego->mic_verified && has_key(spnego);
}

static uint32_t send_response(struct spnego *spnego, struct bytes token, struct writer *answer)
{
    struct mechanism *mechanism = spnego->mechanisms[spnego->chosen];
    struct spnego_response response = {
        .state = spnego->mic_verified ? SPNEGO_ACCEPT_COMPLETED : SPNEGO_ACCEPT_INCOMPLETE,
        .token = token,
    };
    struct writer mic = { 0 };
    uint32_t status = ERROR_SUCCESS;

    if (spnego->mechanism_done && !spnego->mic_sent && has_key(spnego))
    {
        status = mechanism->operations->sign(mechanism, written(&spnego->mechanism_list), &mic);
        response.mic = written(&mic);
        spnego->mic_sent = !status;
    }
    if (!status && !response.token.size && !response.mic.size)
    {
        /* The server waits for more and there is nothing left to say. */
        status = ERROR_BAD_NET_RESP;
    }
    if (!status)
    {
        spnego_write_response(answer, &response);
        status = answer->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
    }
    writer_free(&mic);
    return status;
}

static uint32_t complete(struct spnego *spnego, const struct writer *unsent)
{
    if (!spnego->mechanism_done || unsent->size)
    {
        WARN("the server ends before the mechanism does\n");
        return ERROR_BAD_NET_RESP;
    }
    if (is_mic_missing(spnego))
    {
        WARN("the server does not confirm the list of mechanisms\n");
        return ERROR_BAD_NET_RESP;
    }
    spnego->completed = true;
    return ERROR_SUCCESS;
}

static uint32_t answer_response(struct spnego *spnego, const struct spnego_response *response,
                                struct writer *answer)
{
    struct writer token = { 0 };
    bool restarted = false;
    uint32_t status = follow_choice(spnego, response, &restarted);

    if (response->state == SPNEGO_REQUEST_MIC)
    {
        spnego->mic_required = true;
    }
    if (!status)
    {
        status = step_with(spnego, response->token, restarted, &token);
    }
    if (!status)
    {
        status = check_mic(spnego, response->mic);
    }
    if (!status)
    {
        status = response->state == SPNEGO_ACCEPT_COMPLETED
                     ? complete(spnego, &token)
                     : send_response(spnego, written(&token), answer);
    }
    writer_free(&token);
    return status;
}

uint32_t spnego_step(struct spnego *spnego, struct bytes token, struct writer *answer, bool *done)
{
    struct spnego_response response;
    uint32_t status = ERROR_SUCCESS;

    *done = false;
    if (!spnego->started)
    {
        return token.size ? ERROR_BAD_NET_RESP : send_first(spnego, answer);
    }
    if (spnego->completed)
    {
        return ERROR_BAD_NET_RESP;
    }
    status = spnego_read_response(token, &response);
    if (!status && response.state == SPNEGO_REJECT)
    {
        status = ERROR_LOGON_FAILURE;
    }
    if (!status)
    {
        status = answer_response(spnego, &response, answer);
    }
    if (!status)
    {
        *done = spnego->completed || (spnego->mechanism_done && !is_mic_missing(spnego));
    }
    return status;
}
