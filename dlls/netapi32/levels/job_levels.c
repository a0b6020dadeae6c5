/*
 * Scheduled jobs as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/job_levels.h"

static const struct info_field job_info_fields[] = {
    INFO_MEMBER(INFO_WORD, job, job_info, time),
    INFO_MEMBER(INFO_U32, job, job_info, days_of_month),
    INFO_MEMBER(INFO_U8, job, job_info, days_of_week),
    INFO_MEMBER(INFO_U8, job, job_info, flags),
    INFO_MEMBER(INFO_STRING, job, job_info, command),
};

static const struct info_field job_enum_fields[] = {
    INFO_MEMBER(INFO_U32, job, job_enum, id),
    INFO_MEMBER(INFO_WORD, job, job_enum, time),
    INFO_MEMBER(INFO_U32, job, job_enum, days_of_month),
    INFO_MEMBER(INFO_U8, job, job_enum, days_of_week),
    INFO_MEMBER(INFO_U8, job, job_enum, flags),
    INFO_MEMBER(INFO_STRING, job, job_enum, command),
};

static const struct info_level job_levels[] = {
    INFO_LEVEL_OF(JOB_LEVEL_INFO, job_info),
    INFO_LEVEL_OF(JOB_LEVEL_ENUM, job_enum),
};

const struct info_family job_family = INFO_FAMILY_OF(struct job, job_levels);
