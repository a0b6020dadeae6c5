/*
 * Begins an NTLM logon through secur32, whose NTLM package asks netapi32 for the user's name and
 * domain. Prints "NTLM: N bytes" if the first token is one, else which call failed how.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#define SECURITY_WIN32
#include <windows.h>

#include <security.h>
#include <stdio.h>
#include <string.h>

static int fail(const char *what, SECURITY_STATUS status)
{
    printf("%s failed with %08lx\n", what, (unsigned long)status);
    return 1;
}

int main(void)
{
    static const char signature[] = "NTLMSSP";
    unsigned char token[4096];
    SecBuffer buffer = { sizeof(token), SECBUFFER_TOKEN, token };
    SecBufferDesc buffers = { SECBUFFER_VERSION, 1, &buffer };
    WCHAR package[] = L"NTLM", target[] = L"cifs/server";
    CredHandle credentials;
    CtxtHandle context;
    TimeStamp expiry;
    ULONG attributes;
    SECURITY_STATUS status;

    status = AcquireCredentialsHandleW(NULL, package, SECPKG_CRED_OUTBOUND, NULL, NULL, NULL, NULL,
                                       &credentials, &expiry);
    if (status != SEC_E_OK)
    {
        return fail("AcquireCredentialsHandle", status);
    }
    status = InitializeSecurityContextW(&credentials, NULL, target, 0, 0, SECURITY_NETWORK_DREP,
                                        NULL, 0, &context, &buffers, &attributes, &expiry);
    if (status != SEC_I_CONTINUE_NEEDED)
    {
        return fail("InitializeSecurityContext", status);
    }
    if (buffer.cbBuffer < 16 || memcmp(token, signature, sizeof(signature)) || token[8] != 1)
    {
        return fail("The token", status);
    }
    printf("NTLM: %lu bytes\n", buffer.cbBuffer);
    DeleteSecurityContext(&context);
    FreeCredentialsHandle(&credentials);
    return 0;
}
