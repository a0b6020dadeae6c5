/*
 * A program of its own, which does not import netapi32.dll: it loads and unloads it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <windows.h>

#include <dsgetdc.h>
#include <dsrole.h>
#include <lm.h>
#include <lmat.h>
#include <lmdfs.h>
#include <nb30.h>
#include <wchar.h>

#define STANDALONE
#include "wine/test.h"

#define DLL       L"netapi32.dll"
#define NAME_SIZE 260
#define IDLE_TIME 10000 /* ms that connections are kept, and with them the library */
#define PATIENCE  60000 /* ms that a machine may take beyond that */
#define AT_ONCE   5000  /* ms: what is unloaded by then did not wait for the idle time */
#define PAUSE     1
#define EXIT_CODE 42

#define TIMES   20 /* that the library is loaded for each family; NETAPI32_TEST_RELOADS says more */
#define WARM_UP 3
/* What libgcrypt and libgpg-error allocate when they are loaded and when they start, and never release:
 * constants, and the names of folders. */
#define LOST_BLOCKS 20
#define LOST_BYTES  1000

#define THREADS 8
#define ROUNDS  100 /* calls, after which something happens in the middle of more */
#define ENDS    3   /* programs that end so */
#define LOOKS   3

#define HANDLE_STEP 4
#define HANDLE_END  0x4000
#define HEAPS_MAX   32
#define PLACES_MAX  1088

/* A function of the library that is loaded now. Naming it so does not import it. */
#define CALL(module, function) ((__typeof__(function) *)(void *)GetProcAddress(module, #function))

static WCHAR server[NAME_SIZE];   /* which the administrator's password is stored of */
static WCHAR stranger[NAME_SIZE]; /* the same one by a name that no password is stored of */

static void list_sessions(HMODULE library, WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status = CALL(library, NetSessionEnum)(
        of, NULL, NULL, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    /* A stranger may be let in, and yet not list. */
    ok(!status || (of == stranger && status == ERROR_ACCESS_DENIED), "got %lu\n", status);
    CALL(library, NetApiBufferFree)(buffer);
}

/* ---- What programs do with the library ------------------------------------------------------- */

static void do_nothing(HMODULE library)
{
    (void)library;
}

static void use_a_buffer(HMODULE library)
{
    void *buffer = NULL;

    ok(!CALL(library, NetApiBufferAllocate)(100, &buffer), "no buffer\n");
    CALL(library, NetApiBufferFree)(buffer);
}

static void ask_the_server(HMODULE library)
{
    list_sessions(library, server);
}

static void ask_the_server_as_the_user(HMODULE library)
{
    list_sessions(library, stranger);
}

static void ask_nobody(HMODULE library)
{
    WCHAR nobody[] = L"\\\\no-such-host.invalid";
    BYTE *buffer = NULL;
    NET_API_STATUS status = CALL(library, NetServerGetInfo)(nobody, 101, &buffer);

    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
}

static void ask_this_computer(HMODULE library)
{
    BYTE *buffer = NULL;

    ok(!CALL(library, NetServerGetInfo)(NULL, 101, &buffer), "no server\n");
    CALL(library, NetApiBufferFree)(buffer);
    ok(!CALL(library, NetWkstaGetInfo)(NULL, 100, &buffer), "no workstation\n");
    CALL(library, NetApiBufferFree)(buffer);
    ok(!CALL(library, NetWkstaUserGetInfo)(NULL, 1, &buffer), "no user\n");
    CALL(library, NetApiBufferFree)(buffer);
    list_sessions(library, NULL);
}

static void ask_for_accounts(HMODULE library)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;

    ok(!CALL(library, NetUserEnum)(NULL, 1, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, &total,
                                   NULL),
       "no users\n");
    CALL(library, NetApiBufferFree)(buffer);
    ok(!CALL(library, NetUserModalsGet)(NULL, 0, &buffer), "no rules\n");
    CALL(library, NetApiBufferFree)(buffer);
}

static void ask_for_controllers(HMODULE library)
{
    DOMAIN_CONTROLLER_INFOW *controller = NULL;
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *role = NULL;
    DWORD status =
        CALL(library, DsGetDcNameW)(NULL, L"no-such-domain.invalid", NULL, NULL, 0, &controller);

    ok(status == ERROR_NO_SUCH_DOMAIN, "got %lu\n", status);
    status = CALL(library, DsRoleGetPrimaryDomainInformation)(NULL, DsRolePrimaryDomainInfoBasic,
                                                              (BYTE **)&role);
    ok(!status, "got %lu\n", status);
    CALL(library, DsRoleFreeMemory)(role);
}

static void list_jobs(HMODULE library)
{
    DWORD entries = 0, total = 0, resume = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status = CALL(library, NetScheduleJobEnum)(NULL, &buffer, MAX_PREFERRED_LENGTH,
                                                              &entries, &total, &resume);

    ok(!status, "got %lu\n", status);
    CALL(library, NetApiBufferFree)(buffer);
}

static NET_API_STATUS add_use(HMODULE library)
{
    WCHAR resource[NAME_SIZE + 5], user[NAME_SIZE], password[NAME_SIZE], none[] = L"";
    USE_INFO_2 use = { 0 };

    GetEnvironmentVariableW(L"NETAPI32_TEST_ADMIN", user, NAME_SIZE);
    GetEnvironmentVariableW(L"NETAPI32_TEST_PASSWORD", password, NAME_SIZE);
    swprintf(resource, ARRAYSIZE(resource), L"%ls\\IPC$", stranger);
    use.ui2_remote = resource;
    use.ui2_password = password;
    use.ui2_username = user;
    use.ui2_domainname = none;
    use.ui2_asg_type = USE_IPC;
    return CALL(library, NetUseAdd)(NULL, 2, (BYTE *)&use, NULL);
}

static void delete_use(HMODULE library)
{
    WCHAR resource[NAME_SIZE + 5];
    NET_API_STATUS status;

    swprintf(resource, ARRAYSIZE(resource), L"%ls\\IPC$", stranger);
    status = CALL(library, NetUseDel)(NULL, resource, USE_LOTS_OF_FORCE);
    ok(!status, "got %lu\n", status);
}

/* Deleting a use closes its connections, so that nothing is left to wait for. */
static void use_the_server(HMODULE library)
{
    ok(!add_use(library), "it cannot be added\n");
    list_sessions(library, stranger);
    delete_use(library);
}

static void leave_a_use(HMODULE library)
{
    ok(!add_use(library), "it cannot be added\n");
}

static UCHAR run_command(HMODULE library, NCB *ncb)
{
    CALL(library, Netbios)(ncb);
    while (ncb->ncb_cmd_cplt == NRC_PENDING)
    {
        Sleep(PAUSE);
    }
    return ncb->ncb_retcode;
}

static void use_netbios(HMODULE library)
{
    static const UCHAR commands[] = { NCBRESET, NCBADDNAME, NCBASTAT, NCBASTAT | ASYNCH };
    UCHAR buffer[1024];
    LANA_ENUM adapters = { 0 };
    NCB list = { .ncb_command = NCBENUM, .ncb_buffer = (UCHAR *)&adapters };
    unsigned int i;

    list.ncb_length = sizeof(adapters);
    ok(!run_command(library, &list), "got %#x\n", list.ncb_retcode);
    ok(adapters.length > 0, "no adapter\n");
    for (i = 0; i < ARRAYSIZE(commands); i++)
    {
        NCB ncb = { .ncb_command = commands[i], .ncb_lana_num = adapters.lana[0] };

        memset(ncb.ncb_callname, commands[i] == NCBRESET ? 0 : ' ', NCBNAMSZ);
        ncb.ncb_callname[0] = commands[i] == NCBRESET ? 0 : '*';
        memcpy(ncb.ncb_name, "UNLOADING       ", NCBNAMSZ);
        ncb.ncb_buffer = buffer;
        ncb.ncb_length = sizeof(buffer);
        ok(!run_command(library, &ncb), "command %#x: got %#x\n", commands[i], ncb.ncb_retcode);
    }
}

static void list_namespaces(HMODULE library)
{
    DWORD entries = 0, resume = 0;
    BYTE *buffer = NULL;

    CALL(library, NetDfsEnum)(server, 1, MAX_PREFERRED_LENGTH, &buffer, &entries, &resume);
    CALL(library, NetApiBufferFree)(buffer);
}

static const struct
{
    const char *name;
    void (*run)(HMODULE library);
    BOOL keeps_a_connection;
    BOOL is_for_one; /* who does it changes what others rely on */
} families[] = {
    { "nothing", do_nothing, FALSE, FALSE },
    { "buffer", use_a_buffer, FALSE, FALSE },
    { "server", ask_the_server, TRUE, FALSE },
    { "user", ask_the_server_as_the_user, TRUE, FALSE },
    { "nobody", ask_nobody, FALSE, FALSE },
    { "computer", ask_this_computer, FALSE, FALSE },
    { "accounts", ask_for_accounts, FALSE, FALSE },
    { "controllers", ask_for_controllers, FALSE, FALSE },
    { "jobs", list_jobs, FALSE, FALSE },
    { "use", use_the_server, FALSE, TRUE },
    { "left_use", leave_a_use, TRUE, TRUE },
    { "netbios", use_netbios, FALSE, TRUE },
    { "dfs", list_namespaces, TRUE, FALSE },
};

/* ---- Each in a program of its own ------------------------------------------------------------ */

static BOOL goes_within(ULONGLONG patience)
{
    const ULONGLONG start = GetTickCount64();

    while (GetModuleHandleW(DLL) && GetTickCount64() - start < patience)
    {
        Sleep(PAUSE);
    }
    return !GetModuleHandleW(DLL);
}

static void the_library_goes_after(unsigned int family)
{
    HMODULE library = LoadLibraryW(DLL);
    ULONGLONG start;

    ok(library != NULL, "LoadLibraryW failed with %lu\n", GetLastError());
    families[family].run(library);
    FreeLibrary(library);
    start = GetTickCount64();
    ok(goes_within(families[family].keeps_a_connection ? IDLE_TIME + PATIENCE : AT_ONCE),
       "%s: it is still loaded\n", families[family].name);
    trace("%s: it goes after %u ms\n", families[family].name,
          (unsigned int)(GetTickCount64() - start));
}

static HANDLE start_program(const char *test, const char *argument)
{
    STARTUPINFOA startup = { .cb = sizeof(startup) };
    PROCESS_INFORMATION process;
    char command[2 * MAX_PATH];
    char **argv;

    winetest_get_mainargs(&argv);
    snprintf(command, sizeof(command), "\"%s\" %s %s", argv[0], test, argument);
    if (!CreateProcessA(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
    {
        ok(FALSE, "CreateProcessA failed with %lu\n", GetLastError());
        return NULL;
    }
    CloseHandle(process.hThread);
    return process.hProcess;
}

static BOOL get_server(const WCHAR *variable, WCHAR unc[NAME_SIZE])
{
    wcscpy(unc, L"\\\\");
    return GetEnvironmentVariableW(variable, unc + 2, NAME_SIZE - 2) != 0;
}

static BOOL get_servers(void)
{
    return get_server(L"NETAPI32_TEST_SERVER", server) &&
           get_server(L"NETAPI32_TEST_STRANGER", stranger);
}

START_TEST(unloading)
{
    HANDLE programs[ARRAYSIZE(families)];
    unsigned int i;
    char **argv;
    int argc = winetest_get_mainargs(&argv);

    if (!get_servers())
    {
        skip("no test server\n");
        return;
    }
    for (i = 0; i < ARRAYSIZE(families); i++)
    {
        if (argc < 3)
        {
            programs[i] = start_program("unloading", families[i].name);
        }
        else if (!strcmp(argv[2], families[i].name))
        {
            the_library_goes_after(i);
        }
    }
    for (i = 0; argc < 3 && i < ARRAYSIZE(families); i++)
    {
        wait_child_process(programs[i]);
        CloseHandle(programs[i]);
    }
}

/* ---- What is left ---------------------------------------------------------------------------- */

/* What the process has of the system. Wine does not tell of private bytes, nor of the number of handles. */
struct usage
{
    unsigned int handles;
    unsigned int blocks; /* of all heaps */
    size_t bytes;        /* in them */
};

static unsigned int count_handles(DWORD wanted)
{
    unsigned int count = 0;
    UINT_PTR handle;
    DWORD flags;

    for (handle = HANDLE_STEP; handle < HANDLE_END; handle += HANDLE_STEP)
    {
        count += GetHandleInformation((HANDLE)handle, &flags) && (flags & wanted) == wanted;
    }
    return count;
}

static void count_blocks(HANDLE heap, struct usage *usage)
{
    PROCESS_HEAP_ENTRY entry = { 0 };

    HeapLock(heap);
    while (HeapWalk(heap, &entry))
    {
        if (entry.wFlags & PROCESS_HEAP_ENTRY_BUSY)
        {
            usage->blocks++;
            usage->bytes += entry.cbData;
        }
    }
    HeapUnlock(heap);
}

static struct usage usage_now(void)
{
    HANDLE heaps[HEAPS_MAX];
    const DWORD count = GetProcessHeaps(HEAPS_MAX, heaps);
    struct usage usage = { 0 };
    DWORD i;

    usage.handles = count_handles(0);
    for (i = 0; i < count; i++)
    {
        count_blocks(heaps[i], &usage);
    }
    return usage;
}

/* A place in the storage of each thread, of which a process has about a thousand. */
static unsigned int count_free_places(void)
{
    DWORD places[PLACES_MAX];
    unsigned int count = 0, i;

    while (count < PLACES_MAX && (places[count] = TlsAlloc()) != TLS_OUT_OF_INDEXES)
    {
        count++;
    }
    for (i = 0; i < count; i++)
    {
        TlsFree(places[i]);
    }
    return count;
}

/* ---- Again and again ------------------------------------------------------------------------- */

/* What Wine's own lose when they are unloaded is not of interest. */
static void keep_the_systems_libraries(void)
{
    static const WCHAR *const libraries[] = { L"advapi32.dll", L"ws2_32.dll", L"iphlpapi.dll" };
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(libraries); i++)
    {
        ok(LoadLibraryW(libraries[i]) != NULL, "there is no %s\n", wine_dbgstr_w(libraries[i]));
    }
}

static BOOL use_and_free(unsigned int family)
{
    HMODULE library = LoadLibraryW(DLL);

    families[family].run(library);
    FreeLibrary(library);
    return families[family].keeps_a_connection || goes_within(AT_ONCE);
}

/* With a connection, all the times fall into the time for which that is kept. */
static void the_library_may_come_and_go(unsigned int family, unsigned int times)
{
    struct usage before, after;
    unsigned int i, places;

    for (i = 0; i < WARM_UP && use_and_free(family); i++)
    {
    }
    places = count_free_places();
    before = usage_now();
    for (; i < WARM_UP + times && use_and_free(family); i++)
    {
    }
    after = usage_now();
    ok(i == WARM_UP + times, "it is still loaded, the %uth time\n", i);
    ok(after.handles <= before.handles, "%u handles became %u\n", before.handles, after.handles);
    ok(after.blocks <= before.blocks + times * LOST_BLOCKS, "%u blocks became %u\n", before.blocks,
       after.blocks);
    ok(after.bytes <= before.bytes + times * LOST_BYTES, "%u bytes became %u\n",
       (unsigned int)before.bytes, (unsigned int)after.bytes);
    ok(count_free_places() == places, "%u free places became %u\n", places, count_free_places());
    trace("%u times: %u to %u handles, %u to %u blocks, %u to %u bytes\n", times, before.handles,
          after.handles, before.blocks, after.blocks, (unsigned int)before.bytes,
          (unsigned int)after.bytes);
}

/* With the families that keep a connection, or the others. */
static void reload(BOOL keeps_a_connection, unsigned int times)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(families); i++)
    {
        /* Each NetUseAdd logs on anew, to see whether it can. */
        if (families[i].keeps_a_connection == keeps_a_connection && families[i].run != leave_a_use)
        {
            winetest_push_context("%s", families[i].name);
            the_library_may_come_and_go(i, times);
            winetest_pop_context();
        }
    }
}

START_TEST(reloading)
{
    char text[16];
    unsigned int times = TIMES;

    if (!get_servers())
    {
        skip("no test server\n");
        return;
    }
    if (GetEnvironmentVariableA("NETAPI32_TEST_RELOADS", text, sizeof(text)))
    {
        times = (unsigned int)atoi(text);
    }
    keep_the_systems_libraries();
    reload(FALSE, times);
    reload(TRUE, times);
}

/* ---- In the middle of calls ------------------------------------------------------------------ */

static LONG rounds;
static LONG is_over;

static DWORD WINAPI go_round(void *first)
{
    HMODULE library = LoadLibraryW(DLL);
    size_t i;

    for (i = (size_t)first; !InterlockedCompareExchange(&is_over, 0, 0); i++)
    {
        if (!families[i % ARRAYSIZE(families)].is_for_one)
        {
            families[i % ARRAYSIZE(families)].run(library);
            InterlockedIncrement(&rounds);
        }
    }
    FreeLibrary(library);
    return 0;
}

static void start_threads(HANDLE threads[THREADS])
{
    size_t i;

    for (i = 0; i < THREADS; i++)
    {
        threads[i] = CreateThread(NULL, 0, go_round, (void *)i, 0, NULL);
    }
    /* Not while threads are being made: Wine itself does not stand that. */
    while (InterlockedCompareExchange(&rounds, 0, 0) < ROUNDS)
    {
        Sleep(PAUSE);
    }
}

static void a_program_may_end_in_the_middle_of_calls(void)
{
    const HANDLE program = start_program("ending", "now");
    DWORD code = 0;

    ok(WaitForSingleObject(program, PATIENCE) == WAIT_OBJECT_0, "it does not end\n");
    GetExitCodeProcess(program, &code);
    ok(code == EXIT_CODE, "got exit code %#lx\n", code);
    TerminateProcess(program, 1);
    CloseHandle(program);
}

START_TEST(ending)
{
    HANDLE threads[THREADS];
    unsigned int i;
    char **argv;

    if (!get_servers())
    {
        skip("no test server\n");
    }
    else if (winetest_get_mainargs(&argv) > 2)
    {
        start_threads(threads);
        ExitProcess(EXIT_CODE);
    }
    else
    {
        for (i = 0; i < ENDS; i++)
        {
            a_program_may_end_in_the_middle_of_calls();
        }
    }
}

/* ---- What a child would inherit -------------------------------------------------------------- */

/* Waits for an answer that does not come, so that its socket can be seen. */
static void ask_for_a_remote_status(HMODULE library, NCB *ncb, UCHAR buffer[1024])
{
    memset(ncb, 0, sizeof(*ncb));
    ncb->ncb_command = NCBASTAT | ASYNCH;
    memcpy(ncb->ncb_callname, "LOCALHOST       ", NCBNAMSZ);
    ncb->ncb_buffer = buffer;
    ncb->ncb_length = 1024;
    CALL(library, Netbios)(ncb);
}

static void look_at_the_handles(unsigned int expected)
{
    unsigned int i;

    for (i = 0; i < LOOKS; i++)
    {
        const unsigned int count = count_handles(HANDLE_FLAG_INHERIT);

        ok(count == expected, "%u handles would be inherited, not %u\n", count, expected);
    }
}

START_TEST(inheriting)
{
    const unsigned int before = count_handles(HANDLE_FLAG_INHERIT);
    UCHAR buffer[1024];
    HANDLE threads[THREADS];
    HMODULE library;
    NCB ncb;

    if (!get_servers())
    {
        skip("no test server\n");
        return;
    }
    library = LoadLibraryW(DLL);
    start_threads(threads);
    ask_for_a_remote_status(library, &ncb, buffer);
    look_at_the_handles(before);
    while (ncb.ncb_cmd_cplt == NRC_PENDING)
    {
        look_at_the_handles(before);
    }
    InterlockedExchange(&is_over, 1);
    WaitForMultipleObjects(THREADS, threads, TRUE, PATIENCE);
    FreeLibrary(library);
}

const struct test winetest_testlist[] = {
    { "unloading", func_unloading },
    { "reloading", func_reloading },
    { "ending", func_ending },
    { "inheriting", func_inheriting },
    { 0, 0 },
};
