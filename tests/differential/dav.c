/*
 * Paths of WebDAV servers: DavGetHTTPFromUNCPath, DavGetUNCFromHTTPPath.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

#include <davclnt.h>

static const WCHAR *const unc_paths[] = {
    NULL,
    L"",
    L"a",
    L"c:\\",
    L"\\",
    L"\\a\\b",
    L"\\\\",
    L"\\\\a",
    L"\\\\a\\",
    L"\\\\a\\b",
    L"\\\\a\\b\\",
    L"\\\\a\\b\\c",
    L"\\\\a\\b/c",
    L"\\\\a/b",
    L"//a/b",
    L"\\\\a\\b c",
    L"\\\\a@ssl\\b",
    L"\\\\a@SSL",
    L"\\\\a@tls\\b",
    L"\\\\a@80\\b",
    L"\\\\a@080\\b",
    L"\\\\a@443\\b",
    L"\\\\a@8080",
    L"\\\\a@0\\b",
    L"\\\\a@65536\\b",
    L"\\\\a@\\b",
    L"\\\\a@80x\\b",
    L"\\\\a@SSL@443\\b",
    L"\\\\a@SSL@8443\\b",
    L"\\\\a@8080@SSL\\b",
    L"\\\\a@SSL@\\b",
    L"\\\\@SSL\\b",
    L"\\\\a\\DavWWWRoot",
    L"\\\\a\\DavWWWRoot\\b",
    L"\\\\a\\DavWWWRoots\\b",
    L"\\\\a\\b\\DavWWWRoot",
    L"\\\\.\\b",
    L"\\\\.a\\b",
    L"\\\\a.\\b",
    L"\\\\?\\b",
    L"\\\\a\\\\b",
    L"\\\\a\\b\\\\",
    L"\\\\a:80\\b",
    L"\\\\a\\b:",
    L"\\\\2001-db8--1.ipv6-literal.net\\b",
};

static const WCHAR *const http_paths[] = {
    NULL,
    L"",
    L"a",
    L"http",
    L"http:",
    L"http:a",
    L"http://",
    L"https://",
    L"http:///",
    L"http://a",
    L"http://a/",
    L"http://a/b",
    L"http://a/b/",
    L"http://a/b//",
    L"http://a/b//c",
    L"http://a//b",
    L"http://a/b\\c",
    L"HTTP://a/b",
    L"Https://a/b",
    L"https://a",
    L"http://a:80/b",
    L"http://a:443/b",
    L"http://a:8080",
    L"https://a:443/b",
    L"https://a:80/b",
    L"https://a:8443/b",
    L"http://a:/b",
    L"http://a:x/b",
    L"http://a:0/b",
    L"http://a:65537",
    L"http://a/b?c",
    L"http://a/%20b",
    L"http://a/DavWWWRoot",
    L"http://.",
    L"http://u@a/b",
    L"http://[::1]/b",
    L"ftp://a/b",
    L"\\\\a",
    L"\\\\a\\b",
    L"\\\\http://a/b",
    L"\\\\https://a",
};

static void line_path(DWORD status, const WCHAR *text, DWORD size)
{
    line_print("%lu, %s, %lu", status, quoted(text), size);
}

static void http_from_unc(const WCHAR *path)
{
    WCHAR text[64] = L"untouched";
    DWORD size = ARRAYSIZE(text);
    DWORD status = CALL(DavGetHTTPFromUNCPath, path, text, &size);

    line_key("DavGetHTTPFromUNCPath(%s)", quoted(path));
    line_path(status, text, size);
    wcscpy(text, L"untouched");
    size = 4;
    status = CALL(DavGetHTTPFromUNCPath, path, text, &size);
    line_key("DavGetHTTPFromUNCPath(%s, 4 characters)", quoted(path));
    line_path(status, text, size);
}

static void unc_from_http(const WCHAR *path)
{
    WCHAR text[64] = L"untouched";
    DWORD size = ARRAYSIZE(text);
    DWORD status = CALL(DavGetUNCFromHTTPPath, path, text, &size);

    line_key("DavGetUNCFromHTTPPath(%s)", quoted(path));
    line_path(status, text, size);
    wcscpy(text, L"untouched");
    size = 4;
    status = CALL(DavGetUNCFromHTTPPath, path, text, &size);
    line_key("DavGetUNCFromHTTPPath(%s, 4 characters)", quoted(path));
    line_path(status, text, size);
}

void dump_dav(void)
{
    for (size_t i = 0; i < ARRAYSIZE(unc_paths); i++)
    {
        http_from_unc(unc_paths[i]);
    }
    for (size_t i = 0; i < ARRAYSIZE(http_paths); i++)
    {
        unc_from_http(http_paths[i]);
    }
}
