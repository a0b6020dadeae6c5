/*
 * Tests of the conversion between WebDAV and UNC paths
 *
 * Expected is what Windows 10 version 1709 and later answer; for earlier versions a second error
 * is broken().
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <davclnt.h>

#include "wine/test.h"

typedef DWORD(WINAPI *conversion)(LPCWSTR, LPWSTR, LPDWORD);

struct sample
{
    const WCHAR *from;
    const WCHAR *to; /* or NULL and */
    DWORD error;
    DWORD earlier_error; /* ERROR_SUCCESS too */
};

static const struct sample http_from_unc[] = {
    { L"\\\\host", L"http://host", 0, 0 },
    { L"\\\\host\\", L"http://host", 0, 0 },
    { L"\\\\host\\path", L"http://host/path", 0, 0 },
    { L"\\\\host\\path\\", L"http://host/path", 0, 0 },
    { L"\\\\host\\one\\two", L"http://host/one/two", 0, 0 },
    { L"\\\\host/one/two", L"http://host/one/two", 0, 0 },
    { L"\\\\host@SSL\\path", L"https://host/path", 0, 0 },
    { L"\\\\host@ssl\\path", L"https://host/path", 0, 0 },
    { L"\\\\host@SSL@443\\path", L"https://host/path", 0, 0 },
    { L"\\\\host@SSL@8443\\path", L"https://host:8443/path", 0, 0 },
    { L"\\\\host@80\\path", L"http://host/path", 0, 0 },
    { L"\\\\host@443\\path", L"http://host:443/path", 0, 0 },
    { L"\\\\host@8080\\path", L"http://host:8080/path", 0, 0 },
    { L"\\\\host@8080", L"http://host:8080", 0, 0 },
    { L"\\\\host.\\path", L"http://host./path", 0, 0 },
    { L"//host/path", L"http://host/path", 0, ERROR_INVALID_PARAMETER },
    { L"\\\\host\\DavWWWRoot", L"http://host", 0, 0 },
    { L"\\\\host\\DavWWWRoot\\path", L"http://host/path", 0, 0 },
    { L"\\\\host@SSL@8443\\davwwwroot\\path", L"https://host:8443/path", 0, 0 },
    { L"\\\\host\\DavWWWRoots\\path", L"http://host/DavWWWRoots/path", 0, 0 },
    { L"\\\\host\\path\\DavWWWRoot", L"http://host/path/DavWWWRoot", 0, 0 },
    { L"", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"c:\\path", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"\\\\", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"\\host\\path", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"\\\\\\host\\", NULL, ERROR_BAD_NET_NAME, ERROR_SUCCESS },
    { L"\\\\host\\\\", NULL, ERROR_BAD_NET_NAME, ERROR_SUCCESS },
    { L"\\\\host\\path\\\\", NULL, ERROR_BAD_NET_NAME, ERROR_SUCCESS },
    { L"\\\\.\\path", NULL, ERROR_BAD_NET_NAME, ERROR_SUCCESS },
    { L"\\\\host\\path:", NULL, ERROR_BAD_NET_NAME, ERROR_SUCCESS },
    { L"\\\\host@TLS\\path", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"\\\\host@8080@SSL\\path", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"\\\\host@0\\path", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
};

static const struct sample unc_from_http[] = {
    { L"http://host", L"\\\\host\\DavWWWRoot", 0, 0 },
    { L"http://host/", L"\\\\host\\DavWWWRoot", 0, 0 },
    { L"http://host/path", L"\\\\host\\DavWWWRoot\\path", 0, 0 },
    { L"http://host/path/", L"\\\\host\\DavWWWRoot\\path", 0, 0 },
    { L"http://host/path//", L"\\\\host\\DavWWWRoot\\path", 0, ERROR_BAD_NET_NAME },
    { L"http://host/one/two", L"\\\\host\\DavWWWRoot\\one\\two", 0, 0 },
    { L"HTTP://host/path", L"\\\\host\\DavWWWRoot\\path", 0, 0 },
    { L"http://host:80", L"\\\\host\\DavWWWRoot", 0, 0 },
    { L"http://host:81", L"\\\\host@81\\DavWWWRoot", 0, 0 },
    { L"https://host/path", L"\\\\host@SSL\\DavWWWRoot\\path", 0, 0 },
    { L"https://host:443", L"\\\\host@SSL\\DavWWWRoot", 0, 0 },
    { L"https://host:80", L"\\\\host@SSL@80\\DavWWWRoot", 0, 0 },
    { L"", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"http", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"ftp://host/path", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"\\\\host", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"\\\\http://host/path", NULL, ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
    { L"http:", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"http:host", NULL, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER },
    { L"http://", NULL, ERROR_BAD_NETPATH, ERROR_BAD_NET_NAME },
    { L"http://host:/path", NULL, ERROR_BAD_NETPATH, ERROR_SUCCESS },
    { L"http://host:65537", NULL, ERROR_BAD_NETPATH, ERROR_SUCCESS },
};

static void conversion_succeeds(conversion convert, const struct sample *sample)
{
    WCHAR text[64] = L"untouched";
    DWORD needed = (DWORD)wcslen(sample->to) + 1;
    DWORD size = ARRAYSIZE(text);
    DWORD status = convert(sample->from, text, &size);

    ok(status == ERROR_SUCCESS || broken(status == sample->earlier_error), "got %lu\n", status);
    if (status)
    {
        return;
    }
    ok(!wcscmp(text, sample->to), "got %s\n", wine_dbgstr_w(text));
    ok(size == needed, "got size %lu\n", size);

    size = needed;
    status = convert(sample->from, text, &size);
    ok(status == ERROR_SUCCESS, "got %lu with just enough\n", status);
    wcscpy(text, L"untouched");
    size = needed - 1;
    status = convert(sample->from, text, &size);
    ok(status == ERROR_INSUFFICIENT_BUFFER, "got %lu with one too few\n", status);
    ok(size == needed, "got size %lu\n", size);
    ok(!wcscmp(text, L"untouched"), "got %s\n", wine_dbgstr_w(text));
    size = 0;
    status = convert(sample->from, NULL, &size);
    ok(status == ERROR_INSUFFICIENT_BUFFER, "got %lu without a buffer\n", status);
    ok(size == needed, "got size %lu\n", size);
}

static void conversion_fails(conversion convert, const struct sample *sample)
{
    WCHAR text[64] = L"untouched";
    DWORD size = ARRAYSIZE(text);
    DWORD status = convert(sample->from, text, &size);

    ok(status == sample->error || broken(status == sample->earlier_error), "got %lu\n", status);
    ok(size == ARRAYSIZE(text) || broken(!status), "got size %lu\n", size);
}

static void convert_all(conversion convert, const struct sample *samples, unsigned int count)
{
    unsigned int i;

    for (i = 0; i < count; i++)
    {
        winetest_push_context("%s", wine_dbgstr_w(samples[i].from));
        if (samples[i].to)
        {
            conversion_succeeds(convert, &samples[i]);
        }
        else
        {
            conversion_fails(convert, &samples[i]);
        }
        winetest_pop_context();
    }
}

static void size_is_needed(void)
{
    WCHAR text[64];
    DWORD status;

    status = DavGetHTTPFromUNCPath(L"", text, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DavGetUNCFromHTTPPath(L"", text, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

START_TEST(dav)
{
    convert_all(DavGetHTTPFromUNCPath, http_from_unc, ARRAYSIZE(http_from_unc));
    convert_all(DavGetUNCFromHTTPPath, unc_from_http, ARRAYSIZE(unc_from_http));
    size_is_needed();
}
