/*
 * What a man in the middle changes: functions for struct middle, on requests or on replies.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_ATTACKS_H
#define NETAPI32_TESTS_SUPPORT_ATTACKS_H

#include "support/middle.h"

/* On NEGOTIATE replies */
middle_change lower_reply_to_0x0302;
middle_change lower_reply_to_0x0300;
middle_change lower_reply_to_0x0210;
middle_change lower_reply_to_0x0202;
middle_change
    lower_reply_and_strip_signatures; /* the reply says 3.0.2, and no later reply is signed */
middle_change clear_reply_security_mode;
middle_change clear_reply_capabilities;
middle_change change_reply_guid;
middle_change change_reply_start_time;
middle_change remove_reply_signing;
middle_change weaken_reply_signing;
middle_change remove_reply_cipher;
middle_change weaken_reply_cipher;
middle_change deny_reply_cipher; /* cipher 0: none in common */

/* On NEGOTIATE requests */
middle_change cut_request_to_0x0302;
middle_change cut_request_to_0x0300;
middle_change cut_request_to_0x0210;
middle_change cut_request_to_0x0202;
middle_change
    spoil_latest_dialect; /* 3.1.1 becomes something unknown, the rest of the offer stays */
middle_change clear_request_security_mode;
middle_change clear_request_capabilities;
middle_change change_request_guid;
middle_change remove_request_signing;
middle_change remove_request_cipher;

/* On SESSION_SETUP replies */
middle_change change_first_session_setup_reply; /* where nothing but the hash notices */
middle_change strip_final_signature;
middle_change spoil_final_signature;
middle_change make_guest;
middle_change make_anonymous;
middle_change clear_session_flags; /* unsigned, since the signature would show it */

/* On what comes after */
middle_change strip_tree_signature;
middle_change spoil_tree_signature;
middle_change deny_validation; /* as if the server did not know FSCTL_VALIDATE_NEGOTIATE_INFO */
middle_change spoil_encrypted;

/* On every reply of an open connection */
middle_change remember; /* no attack yet: keeps the latest reply */
middle_change replay;   /* the reply that was kept, in place of each */
middle_change strip_signature;
middle_change spoil_last_byte;
middle_change answer_plainly; /* a refusal in plain text, which anybody could make up */

#endif
