/*
 * Published NTLM messages for the tests, in hexadecimal.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_NTLM_EXAMPLES_H
#define NETAPI32_TESTS_SUPPORT_NTLM_EXAMPLES_H

/* The server's AV pairs in [MS-NLMP] 4.2.4 */
#define TARGET_INFO                                                                                \
    "02000c0044006f006d00610069006e00"                                                             \
    "01000c0053006500720076006500720000000000"

/* A Windows client and server: the SMB 3.1.1 example in "SMB 2 and SMB 3 security in Windows 10:
 * the anatomy of signing and cryptographic keys". */
#define WINDOWS_SESSION_KEY "270e1ba896585eeb7af3472d3b4c75a7"
#define WINDOWS_MIC         "ecac77a5f385a8bf9c38c706eeeddcd3"
#define WINDOWS_NEGOTIATE                                                                          \
    "4e544c4d5353500001000000978208e200000000000000000000000000000000060380250000000f"
#define WINDOWS_CHALLENGE                                                                          \
    "4e544c4d53535000020000000c000c003800000015828ae20d1d8ba31179d0080000000000000000"             \
    "50005000440000000a0092270000000f530055005400330031003100"                                     \
    "02000c00530055005400330031003100"                                                             \
    "01000c00530055005400330031003100"                                                             \
    "04000c00530055005400330031003100"                                                             \
    "03000c00530055005400330031003100"                                                             \
    "07000800a1a1f5adcbaed00100000000"
#define WINDOWS_NT_RESPONSE                                                                        \
    "63078eb639fe03e20a231c3ae3bf23080101000000000000a1a1f5adcbaed001bc4ad05f223cc90f00000000"     \
    "02000c00530055005400330031003100"                                                             \
    "01000c00530055005400330031003100"                                                             \
    "04000c00530055005400330031003100"                                                             \
    "03000c00530055005400330031003100"                                                             \
    "07000800a1a1f5adcbaed001060004000200000008003000300000000000000000000000003000"               \
    "00b61fefcaa857ea57bf1edcebf8974b8e0eba5a6dfd9d07a31d11b548f8c9d0cc"                           \
    "0a00100000000000000000000000000000000000"                                                     \
    "090016006300690066007300"                                                                     \
    "2f00530055005400330031003100000000000000000000000000"
#define WINDOWS_ENCRYPTED_SESSION_KEY "3b9bdff38f5ee8f9663f11a0f4c03a78"
#define WINDOWS_AUTHENTICATE(mic)                                                                  \
    "4e544c4d53535000030000001800180090000000ee00ee00a80000000c000c00580000001a001a00640000"       \
    "00120012007e0000001000100096010000158288e2060380250000000f" mic "530055005400330031003100"    \
    "610064006d0069006e006900730074007200610074006f007200"                                         \
    "440052004900560045005200330031003100"                                                         \
    "000000000000000000000000000000000000000000000000" WINDOWS_NT_RESPONSE                         \
        WINDOWS_ENCRYPTED_SESSION_KEY
#define NO_MIC "00000000000000000000000000000000"

#endif
