/*
 * What can be set of a user.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/user_settings.h"

#include <stddef.h>
#include <string.h>
#include <wchar.h>

#include "commands/account_change.h"
#include "console/error.h"

#define FLAGS_OF_NEW_USER (UF_SCRIPT | UF_NORMAL_ACCOUNT)

struct value_setting
{
    const WCHAR *option;
    bool is_text;
    DWORD level;   /* that sets it alone; its structure has one member */
    size_t offset; /* in USER_INFO_4 */
    const WCHAR *noun;
};

struct flag_setting
{
    const WCHAR *option;
    DWORD sets;
    DWORD clears;
};

#define NOTHING(...)
#define TEXT_SETTING(option, number, member, operand, noun, help)                                  \
    { option, true, PARMNUM_BASE_INFOLEVEL + USER_##number##_PARMNUM,                              \
      offsetof(USER_INFO_4, usri4_##member), noun },
#define NUMBER_SETTING(option, number, member, operand, noun, help, kind, minimum, maximum)        \
    { option, false, PARMNUM_BASE_INFOLEVEL + USER_##number##_PARMNUM,                             \
      offsetof(USER_INFO_4, usri4_##member), noun },
#define FLAG_SETTING(option, sets, clears, help) { option, sets, clears },

static const struct value_setting value_settings[] = { USER_SETTINGS(TEXT_SETTING, NUMBER_SETTING,
                                                                     NOTHING) };

static const struct flag_setting flag_settings[] = { USER_SETTINGS(NOTHING, NOTHING,
                                                                   FLAG_SETTING) };

/* ---- Values ---------------------------------------------------------------------------------- */

static bool digits_read(const WCHAR *word, size_t count, WORD *number)
{
    *number = 0;
    for (size_t i = 0; i < count; i++)
    {
        if (word[i] < '0' || word[i] > '9')
        {
            return false;
        }
        *number = (WORD)(*number * 10 + (word[i] - '0'));
    }
    return true;
}

/* The beginning of a day, YYYY-MM-DD, at this computer's place in seconds since 1970. */
static bool day_read(const WCHAR *word, DWORD *seconds)
{
    SYSTEMTIME local = { 0 };
    SYSTEMTIME utc;
    FILETIME time;
    ULONGLONG ticks;

    if (!_wcsicmp(word, LIMIT_NEVER))
    {
        *seconds = TIMEQ_FOREVER;
        return true;
    }
    if (wcslen(word) != 10 || word[4] != '-' || word[7] != '-' ||
        !digits_read(word, 4, &local.wYear) || !digits_read(word + 5, 2, &local.wMonth) ||
        !digits_read(word + 8, 2, &local.wDay) ||
        !TzSpecificLocalTimeToSystemTime(NULL, &local, &utc) || !SystemTimeToFileTime(&utc, &time))
    {
        return false;
    }
    ticks = (((ULONGLONG)time.dwHighDateTime << 32) | time.dwLowDateTime) / 10000000;
    *seconds = (DWORD)(ticks - 11644473600);
    return ticks > 11644473600 && ticks - 11644473600 < TIMEQ_FOREVER;
}

static DWORD number_wanted(const struct arguments *arguments, const struct value_setting *setting)
{
    DWORD number = 0;

    if (setting->level == USER_ACCT_EXPIRES_INFOLEVEL)
    {
        day_read(arguments_value(arguments, setting->option), &number);
        return number;
    }
    return arguments_number(arguments, setting->option, 0);
}

/* ---- Flags ----------------------------------------------------------------------------------- */

static DWORD flags_wanted(const struct arguments *arguments, DWORD flags)
{
    for (size_t i = 0; i < ARRAYSIZE(flag_settings); i++)
    {
        if (arguments_value(arguments, flag_settings[i].option))
        {
            flags = (flags | flag_settings[i].sets) & ~flag_settings[i].clears;
        }
    }
    return flags;
}

static bool flags_are_given(const struct arguments *arguments)
{
    for (size_t i = 0; i < ARRAYSIZE(flag_settings); i++)
    {
        if (arguments_value(arguments, flag_settings[i].option))
        {
            return true;
        }
    }
    return false;
}

/* The one that clears what this one sets, if it is given; or NULL. */
static const WCHAR *opposite_given(const struct arguments *arguments,
                                   const struct flag_setting *setting)
{
    for (size_t i = 0; i < ARRAYSIZE(flag_settings); i++)
    {
        if ((flag_settings[i].clears & setting->sets) &&
            arguments_value(arguments, flag_settings[i].option))
        {
            return flag_settings[i].option;
        }
    }
    return NULL;
}

/* ---- All of them ----------------------------------------------------------------------------- */

bool user_settings_are_given(const struct arguments *arguments)
{
    for (size_t i = 0; i < ARRAYSIZE(value_settings); i++)
    {
        if (arguments_value(arguments, value_settings[i].option))
        {
            return true;
        }
    }
    return flags_are_given(arguments);
}

bool user_settings_are_clear(const struct arguments *arguments)
{
    const WCHAR *day = arguments_value(arguments, L"expires");
    DWORD seconds;

    for (size_t i = 0; i < ARRAYSIZE(flag_settings); i++)
    {
        const WCHAR *opposite = opposite_given(arguments, &flag_settings[i]);

        if (opposite && arguments_value(arguments, flag_settings[i].option))
        {
            usage_error(arguments->command->name, L"say /%ls or /%ls, not both",
                        flag_settings[i].option, opposite);
            return false;
        }
    }
    if (day && !day_read(day, &seconds))
    {
        usage_error(arguments->command->name, L"'expires' must be YYYY-MM-DD or 'never', not '%ls'",
                    day);
        return false;
    }
    return true;
}

void user_settings_fill(const struct arguments *arguments, USER_INFO_4 *user)
{
    for (size_t i = 0; i < ARRAYSIZE(value_settings); i++)
    {
        const struct value_setting *setting = &value_settings[i];
        const WCHAR *text = arguments_value(arguments, setting->option);
        char *place = (char *)user + setting->offset;

        if (text && setting->is_text)
        {
            memcpy(place, &text, sizeof(text));
        }
        else if (text)
        {
            const DWORD number = number_wanted(arguments, setting);

            memcpy(place, &number, sizeof(number));
        }
    }
    user->usri4_flags = flags_wanted(arguments, FLAGS_OF_NEW_USER);
}

void user_settings_set(const struct arguments *arguments, DWORD flags, user_setter *set,
                       void *context)
{
    const DWORD wanted = flags_wanted(arguments, flags);

    for (size_t i = 0; i < ARRAYSIZE(value_settings); i++)
    {
        const struct value_setting *setting = &value_settings[i];
        const WCHAR *text = arguments_value(arguments, setting->option);

        if (text && setting->is_text)
        {
            set(context, setting->level, &text, setting->noun);
        }
        else if (text)
        {
            const DWORD number = number_wanted(arguments, setting);

            set(context, setting->level, &number, setting->noun);
        }
    }
    if (flags_are_given(arguments))
    {
        set(context, USER_FLAGS_INFOLEVEL, &wanted, L"the flags");
    }
}
