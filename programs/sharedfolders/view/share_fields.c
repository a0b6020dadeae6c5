/*
 * The fields of a share that two dialogs have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/share_fields.h"

#include <lm.h>

#include "resource.h"
#include "view/dialogs.h"

void share_fields_limit_chosen(HWND dialog)
{
    EnableWindow(GetDlgItem(dialog, IDC_SHARE_MAXIMUM),
                 IsDlgButtonChecked(dialog, IDC_SHARE_LIMITED) == BST_CHECKED);
}

void share_fields_show_limit(HWND dialog, DWORD maximum)
{
    const bool is_limited = maximum != SHI_USES_UNLIMITED;

    CheckRadioButton(dialog, IDC_SHARE_UNLIMITED, IDC_SHARE_LIMITED,
                     is_limited ? IDC_SHARE_LIMITED : IDC_SHARE_UNLIMITED);
    SendDlgItemMessageW(dialog, IDC_SHARE_MAXIMUM, EM_SETLIMITTEXT, 10, 0);
    if (is_limited)
    {
        SetDlgItemInt(dialog, IDC_SHARE_MAXIMUM, maximum, FALSE);
    }
    share_fields_limit_chosen(dialog);
}

bool share_fields_read_limit(HWND dialog, DWORD *maximum)
{
    BOOL is_number;
    const UINT number = GetDlgItemInt(dialog, IDC_SHARE_MAXIMUM, &is_number, FALSE);

    *maximum = SHI_USES_UNLIMITED;
    if (IsDlgButtonChecked(dialog, IDC_SHARE_LIMITED) != BST_CHECKED)
    {
        return true;
    }
    if (!is_number || !number || number == SHI_USES_UNLIMITED)
    {
        dialog_object(dialog, IDC_SHARE_MAXIMUM, u"How many users at a time: a number from 1.");
        return false;
    }
    *maximum = number;
    return true;
}
