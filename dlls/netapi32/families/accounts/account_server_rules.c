/*
 * What holds for all accounts of a server: [MS-SAMR] 3.1.5.5.1, 3.1.5.6.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "families/accounts/account_server.h"

#define SECOND 10000000ull /* of 100 ns */
/* The negative number of 100 ns that stands for "never". */
#define SAMR_NEVER 0x8000000000000000ull

/* DOMAIN_SERVER_ROLE, 2.2.3.11, and UAS_ROLE_, lmaccess.h */
#define DOMAIN_SERVER_ROLE_BACKUP 2u
#define UAS_ROLE_BACKUP           2u
#define UAS_ROLE_PRIMARY          3u

/* ---- Times ----------------------------------------------------------------------------------- */

/* Seconds of a negative number of 100 ns; what has no end, or none that fits, never ends. */
static uint32_t seconds_of(uint64_t interval)
{
    const uint64_t seconds = (0 - interval) / SECOND;

    return interval >> 63 == 0                              ? (interval ? UINT32_MAX : 0)
           : interval == SAMR_NEVER || seconds > UINT32_MAX ? UINT32_MAX
                                                            : (uint32_t)seconds;
}

static uint64_t interval_of(uint32_t seconds)
{
    return seconds == UINT32_MAX ? SAMR_NEVER : 0 - seconds * SECOND;
}

/* ---- Classes --------------------------------------------------------------------------------- */

#define PASSWORD_FIELDS                                                                            \
    (RULE_FIELD_PASSWORD_LENGTH_MIN | RULE_FIELD_PASSWORD_AGE_MAX | RULE_FIELD_PASSWORD_AGE_MIN |  \
     RULE_FIELD_PASSWORD_HISTORY)
#define LOCKOUT_FIELDS                                                                             \
    (RULE_FIELD_LOCKOUT_DURATION | RULE_FIELD_LOCKOUT_WINDOW | RULE_FIELD_LOCKOUT_THRESHOLD)

/* Which members a class of information has, and how they come and go. */
struct rule_class
{
    enum samr_domain_class number;
    uint32_t fields;
    void (*take)(const union samr_domain_info *information, struct account_rules *rules);
    /* Puts the members that `fields` says; NULL where nobody sets them. */
    void (*put)(const struct account_rules *rules, uint32_t fields,
                union samr_domain_info *information);
};

static void take_password(const union samr_domain_info *information, struct account_rules *rules)
{
    const struct samr_domain_password *password = &information->password;

    rules->password_length_min = password->minimum_length;
    rules->password_history = password->history_length;
    rules->password_age_max = seconds_of(password->maximum_age);
    rules->password_age_min = seconds_of(password->minimum_age);
}

static void put_password(const struct account_rules *rules, uint32_t fields,
                         union samr_domain_info *information)
{
    struct samr_domain_password *password = &information->password;

    if (fields & RULE_FIELD_PASSWORD_LENGTH_MIN)
    {
        password->minimum_length = (uint16_t)rules->password_length_min;
    }
    if (fields & RULE_FIELD_PASSWORD_HISTORY)
    {
        password->history_length = (uint16_t)rules->password_history;
    }
    if (fields & RULE_FIELD_PASSWORD_AGE_MAX)
    {
        password->maximum_age = interval_of(rules->password_age_max);
    }
    if (fields & RULE_FIELD_PASSWORD_AGE_MIN)
    {
        password->minimum_age = interval_of(rules->password_age_min);
    }
}

static void take_logoff(const union samr_domain_info *information, struct account_rules *rules)
{
    rules->force_logoff = seconds_of(information->force_logoff);
}

static void put_logoff(const struct account_rules *rules, uint32_t fields,
                       union samr_domain_info *information)
{
    (void)fields;
    information->force_logoff = interval_of(rules->force_logoff);
}

static void take_lockout(const union samr_domain_info *information, struct account_rules *rules)
{
    rules->lockout_duration = seconds_of(information->lockout.duration);
    rules->lockout_window = seconds_of(information->lockout.observation_window);
    rules->lockout_threshold = information->lockout.threshold;
}

static void put_lockout(const struct account_rules *rules, uint32_t fields,
                        union samr_domain_info *information)
{
    struct samr_domain_lockout *lockout = &information->lockout;

    if (fields & RULE_FIELD_LOCKOUT_DURATION)
    {
        lockout->duration = interval_of(rules->lockout_duration);
    }
    if (fields & RULE_FIELD_LOCKOUT_WINDOW)
    {
        lockout->observation_window = interval_of(rules->lockout_window);
    }
    if (fields & RULE_FIELD_LOCKOUT_THRESHOLD)
    {
        lockout->threshold = (uint16_t)rules->lockout_threshold;
    }
}

static void take_role(const union samr_domain_info *information, struct account_rules *rules)
{
    rules->role =
        information->server_role == DOMAIN_SERVER_ROLE_BACKUP ? UAS_ROLE_BACKUP : UAS_ROLE_PRIMARY;
}

static void take_primary(const union samr_domain_info *information, struct account_rules *rules)
{
    rules->primary = information->replica_source;
}

static const struct rule_class classes[] = {
    { SAMR_DOMAIN_PASSWORD, PASSWORD_FIELDS, take_password, put_password },
    { SAMR_DOMAIN_LOGOFF, RULE_FIELD_FORCE_LOGOFF, take_logoff, put_logoff },
    { SAMR_DOMAIN_LOCKOUT, LOCKOUT_FIELDS, take_lockout, put_lockout },
    { SAMR_DOMAIN_SERVER_ROLE, RULE_FIELD_ROLE, take_role, NULL },
    { SAMR_DOMAIN_REPLICATION, RULE_FIELD_PRIMARY, take_primary, NULL },
};

/* ---- Asking ---------------------------------------------------------------------------------- */

/* What a class has, in a reply that the caller frees in any case. */
static uint32_t query(struct account_call *call, const struct account_domain *domain,
                      enum samr_domain_class number, const union samr_domain_info **information,
                      struct rpc_reply *reply)
{
    struct samr_query_domain parameters = {
        .domain = domain->handle,
        .information_class = (uint16_t)number,
    };
    uint32_t status = account_server_ask(call, SAMR_QUERY_INFORMATION_DOMAIN, &parameters, reply);

    *information = parameters.information;
    return status || parameters.information ? status : RPC_S_PROTOCOL_ERROR;
}

static uint32_t get_class(struct account_call *call, const struct account_domain *domain,
                          const struct rule_class *which, struct account_rules *rules)
{
    const union samr_domain_info *information = NULL;
    struct rpc_reply reply;
    uint32_t status = query(call, domain, which->number, &information, &reply);

    if (!status)
    {
        which->take(information, rules);
    }
    if (!status && which->fields & RULE_FIELD_PRIMARY &&
        !account_call_keep_text(call, &rules->primary))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_get_rules(struct account_call *call, uint32_t fields,
                                  struct account_rules *rules)
{
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    *rules = (struct account_rules){ 0 };
    for (size_t i = 0; i < INFO_COUNT(classes) && !status; i++)
    {
        if (fields & classes[i].fields)
        {
            status = get_class(call, domain, &classes[i], rules);
        }
    }
    if (!status)
    {
        rules->domain = domain->name;
        rules->domain_sid = (struct info_bytes){ domain->sid.data, domain->sid.size };
    }
    return status;
}

/* ---- Setting --------------------------------------------------------------------------------- */

/* What is not given stays as it is: it is asked for first. */
static uint32_t set_class(struct account_call *call, const struct account_domain *domain,
                          const struct rule_class *which, const struct account_rules *rules,
                          uint32_t fields)
{
    struct samr_set_domain parameters = {
        .domain = domain->handle,
        .information_class = (uint16_t)which->number,
    };
    const union samr_domain_info *information = NULL;
    struct rpc_reply reply;
    bool differs = false;
    uint32_t status = query(call, domain, which->number, &information, &reply);

    if (!status)
    {
        parameters.information = *information;
        which->put(rules, fields, &parameters.information);
        differs = memcmp(&parameters.information, information, sizeof(*information)) != 0;
    }
    rpc_reply_free(&reply);
    if (!status && differs)
    {
        status = account_server_ask(call, SAMR_SET_INFORMATION_DOMAIN, &parameters, &reply);
        rpc_reply_free(&reply);
    }
    return status;
}

/* What does not fit in what a server is sent. */
static uint32_t check(const struct account_rules *rules, uint32_t fields, uint32_t *parameter)
{
    const struct
    {
        uint32_t field;
        uint32_t value;
    } limited[] = {
        { RULE_FIELD_PASSWORD_LENGTH_MIN, rules->password_length_min },
        { RULE_FIELD_PASSWORD_HISTORY, rules->password_history },
        { RULE_FIELD_LOCKOUT_THRESHOLD, rules->lockout_threshold },
    };

    for (size_t i = 0; i < INFO_COUNT(limited); i++)
    {
        if (fields & limited[i].field && limited[i].value > UINT16_MAX)
        {
            *parameter = account_field_parameter(rule_fields, limited[i].field);
            return ERROR_INVALID_PARAMETER;
        }
    }
    return ERROR_SUCCESS;
}

uint32_t account_server_set_rules(struct account_call *call, const struct account_rules *rules,
                                  uint32_t fields, uint32_t *parameter)
{
    const struct account_domain *domain = NULL;
    uint32_t status = check(rules, fields, parameter);

    if (!status)
    {
        status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);
    }
    for (size_t i = 0; i < INFO_COUNT(classes) && !status; i++)
    {
        const uint32_t of_class = fields & classes[i].fields;

        if (of_class && !classes[i].put)
        {
            status = ERROR_NOT_SUPPORTED;
        }
        else if (of_class)
        {
            status = set_class(call, domain, &classes[i], rules, of_class);
        }
        if (status == ERROR_INVALID_PARAMETER && !(of_class & (of_class - 1)))
        {
            *parameter = account_field_parameter(rule_fields, of_class);
        }
    }
    return status;
}
