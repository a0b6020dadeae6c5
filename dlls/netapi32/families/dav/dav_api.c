/*
 * Paths of WebDAV servers: DavGetHTTPFromUNCPath, DavGetUNCFromHTTPPath. Documented with davclnt.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     http://host/path          \\host\DavWWWRoot\path
 *     http://host:8080/path     \\host@8080\DavWWWRoot\path
 *     https://host/path         \\host@SSL\DavWWWRoot\path
 *     https://host:8443/path    \\host@SSL@8443\DavWWWRoot\path
 *
 * DavWWWRoot stands for the root of the server and is no part of its paths. What is an error, and
 * which, is what Windows 10 version 1709 and later answer; earlier versions accept more.
 */
#include <windows.h>

#include <davclnt.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define ROOT       L"DavWWWRoot"
#define HTTP_PORT  80
#define HTTPS_PORT 443

/* A part of the caller's string. */
struct span
{
    const WCHAR *start;
    size_t length;
};

/* A place on a WebDAV server. */
struct dav_path
{
    BOOL is_https;
    struct span host;
    unsigned int port; /* 0 is the scheme's own */
    struct span path;  /* without separators around it; may be empty */
};

static BOOL is_separator(WCHAR unit)
{
    return unit == '\\' || unit == '/';
}

static size_t skip_separators(const WCHAR *text)
{
    size_t count = 0;

    while (is_separator(text[count]))
    {
        count++;
    }
    return count;
}

/* Goes on behind `prefix` if it stands there, in whatever case. */
static BOOL take_prefix(const WCHAR **text, const WCHAR *prefix)
{
    size_t length = wcslen(prefix);

    if (_wcsnicmp(*text, prefix, length))
    {
        return FALSE;
    }
    *text += length;
    return TRUE;
}

/* Goes on behind a port number; 1 to 65535. */
static BOOL take_port(const WCHAR **text, unsigned int *port)
{
    const WCHAR *start = *text;

    *port = 0;
    while (**text >= '0' && **text <= '9' && *port <= 65535)
    {
        *port = *port * 10 + (unsigned int)(*(*text)++ - '0');
    }
    return *text != start && *port && *port <= 65535;
}

static void take_span(const WCHAR **text, const WCHAR *end, struct span *span)
{
    span->start = *text;
    span->length = wcscspn(*text, end);
    *text += span->length;
}

/* A host can stand in both forms: no characters that are signs of the other. */
static BOOL is_host(struct span host)
{
    for (size_t i = 0; i < host.length; i++)
    {
        if (host.start[i] <= ' ' || wcschr(L"@:[]?*\"<>|", host.start[i]))
        {
            return FALSE;
        }
    }
    return host.length && !(host.length == 1 && *host.start == '.');
}

/* Names between single separators, none of which holds a character of `forbidden`. */
static BOOL is_path(struct span path, const WCHAR *forbidden)
{
    for (size_t i = 0; i < path.length; i++)
    {
        if (wcschr(forbidden, path.start[i]) ||
            (is_separator(path.start[i]) && is_separator(path.start[i + 1])))
        {
            return FALSE;
        }
    }
    return TRUE;
}

static void drop_last_separators(struct span *path)
{
    while (path->length && is_separator(path->start[path->length - 1]))
    {
        path->length--;
    }
}

/* ---- UNC ------------------------------------------------------------------------------------ */

/* What may follow the host: @SSL, then @port. */
static BOOL take_host_options(const WCHAR **text, struct dav_path *parsed)
{
    parsed->is_https = take_prefix(text, L"@SSL");
    if (**text == '@')
    {
        (*text)++;
        if (!take_port(text, &parsed->port))
        {
            return FALSE;
        }
    }
    return !**text || is_separator(**text);
}

/* Leaves out DavWWWRoot, if that is the first name of the path. */
static void skip_root(struct span *path)
{
    const WCHAR *rest = path->start;

    if (take_prefix(&rest, ROOT) && (!*rest || is_separator(*rest)))
    {
        rest += is_separator(*rest);
        path->length -= (size_t)(rest - path->start);
        path->start = rest;
    }
}

static DWORD parse_unc(const WCHAR *text, struct dav_path *parsed)
{
    BOOL has_options = TRUE;

    *parsed = (struct dav_path){ 0 };
    if (skip_separators(text) != 2)
    {
        return ERROR_BAD_NET_NAME;
    }
    text += 2;
    take_span(&text, L"@\\/", &parsed->host);
    has_options = take_host_options(&text, parsed);
    if (!is_host(parsed->host))
    {
        return ERROR_BAD_NET_NAME;
    }
    if (!has_options)
    {
        return ERROR_INVALID_PARAMETER;
    }
    text += is_separator(*text);
    take_span(&text, L"", &parsed->path);
    if (is_separator(*parsed->path.start) || !is_path(parsed->path, L":*?\"<>|"))
    {
        return ERROR_BAD_NET_NAME;
    }
    skip_root(&parsed->path);
    drop_last_separators(&parsed->path);
    return ERROR_SUCCESS;
}

/* ---- HTTP ----------------------------------------------------------------------------------- */

static DWORD parse_http(const WCHAR *text, struct dav_path *parsed)
{
    *parsed = (struct dav_path){ 0 };
    if (take_prefix(&text, L"https:"))
    {
        parsed->is_https = TRUE;
    }
    else if (!take_prefix(&text, L"http:"))
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (!take_prefix(&text, L"//"))
    {
        return ERROR_BAD_NET_NAME;
    }
    take_span(&text, L":\\/", &parsed->host);
    if (!is_host(parsed->host))
    {
        return ERROR_BAD_NETPATH;
    }
    if (*text == ':')
    {
        text++;
        if (!take_port(&text, &parsed->port) || (*text && !is_separator(*text)))
        {
            return ERROR_BAD_NETPATH;
        }
    }
    text += is_separator(*text);
    take_span(&text, L"", &parsed->path);
    drop_last_separators(&parsed->path);
    if ((parsed->path.length && is_separator(*parsed->path.start)) || !is_path(parsed->path, L""))
    {
        return ERROR_BAD_NET_NAME;
    }
    return ERROR_SUCCESS;
}

/* ---- Writing -------------------------------------------------------------------------------- */

/* Writes as much as fits and counts all, like snprintf. */
struct output
{
    WCHAR *buffer;
    size_t size;
    size_t length;
};

static void put_unit(struct output *output, WCHAR unit)
{
    if (output->length < output->size)
    {
        output->buffer[output->length] = unit;
    }
    output->length++;
}

static void put_text(struct output *output, const WCHAR *text)
{
    while (*text)
    {
        put_unit(output, *text++);
    }
}

static void put_span(struct output *output, struct span span, WCHAR separator)
{
    for (size_t i = 0; i < span.length; i++)
    {
        put_unit(output, is_separator(span.start[i]) ? separator : span.start[i]);
    }
}

/* A port that is not the scheme's own, behind `sign`. */
static void put_port(struct output *output, const struct dav_path *path, WCHAR sign)
{
    WCHAR digits[8];

    if (path->port && path->port != (path->is_https ? HTTPS_PORT : HTTP_PORT))
    {
        snwprintf(digits, ARRAYSIZE(digits), L"%u", path->port);
        put_unit(output, sign);
        put_text(output, digits);
    }
}

static void write_http(struct output *output, const struct dav_path *path)
{
    put_text(output, path->is_https ? L"https://" : L"http://");
    put_span(output, path->host, '/');
    put_port(output, path, ':');
    if (path->path.length)
    {
        put_unit(output, '/');
        put_span(output, path->path, '/');
    }
    put_unit(output, 0);
}

static void write_unc(struct output *output, const struct dav_path *path)
{
    put_text(output, L"\\\\");
    put_span(output, path->host, '\\');
    put_text(output, path->is_https ? L"@SSL" : L"");
    put_port(output, path, '@');
    put_text(output, L"\\" ROOT);
    if (path->path.length)
    {
        put_unit(output, '\\');
        put_span(output, path->path, '\\');
    }
    put_unit(output, 0);
}

/* Both directions; a buffer that is too small stays untouched. */
static DWORD convert(const WCHAR *text, WCHAR *buffer, DWORD *size,
                     DWORD (*parse)(const WCHAR *text, struct dav_path *parsed),
                     void (*write)(struct output *output, const struct dav_path *path))
{
    struct output output = { 0 };
    struct dav_path path;
    DWORD capacity = 0;
    DWORD status = ERROR_INVALID_PARAMETER;

    if (text && size)
    {
        status = parse(text, &path);
    }
    if (status)
    {
        return status;
    }
    write(&output, &path);
    capacity = buffer ? *size : 0;
    *size = (DWORD)output.length;
    if (output.length > capacity)
    {
        return ERROR_INSUFFICIENT_BUFFER;
    }
    output = (struct output){ buffer, capacity, 0 };
    write(&output, &path);
    return ERROR_SUCCESS;
}

DWORD WINAPI DavGetHTTPFromUNCPath(LPCWSTR UncPath, LPWSTR HttpPath, LPDWORD lpSize)
{
    return convert(UncPath, HttpPath, lpSize, parse_unc, write_http);
}

DWORD WINAPI DavGetUNCFromHTTPPath(LPCWSTR HttpPath, LPWSTR UncPath, LPDWORD lpSize)
{
    return convert(HttpPath, UncPath, lpSize, parse_http, write_unc);
}
