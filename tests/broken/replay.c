/*
 * Breaks the network at every byte of what a server says, in a recorded conversation of each family.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     replay [--every N] [--whole CALL]... [--call CALL]... [--fault NAME] [--position N] [--jobs N] [--bits]
 *
 * Records the calls of calls.c with a private Samba server, signed and encrypted, and has each
 * conversation again for each byte and each fault of support/recording.h: the clock, chance and the
 * network are made of memory, so that nothing takes time.
 *
 * --every     only every so many-th byte, --whole CALL: but every byte of this call
 * --call      only this call; --fault: only this fault; --position: only this byte, with what happens
 * --bits      each bit of a byte is flipped; else one of them
 * --jobs      so many processes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "broken/conversations.h"
#include "platform/posix.h"
#include "support/live.h"

#define CALLS_MAX      16
#define JOBS_MAX       64
#define CODES_MAX      24
#define COMMAND_SIZE   1024
#define COMPLAINTS_MAX 5 /* of a process; more are counted */
#define BITS           8

static struct
{
    size_t every;
    const char *whole[CALLS_MAX];
    size_t whole_count;
    const char *only[CALLS_MAX];
    size_t only_count;
    const char *fault;
    size_t position; /* SIZE_MAX: all */
    unsigned int jobs;
    bool all_bits;
} options = { .every = 1, .position = SIZE_MAX, .jobs = 1 };

/* What came of the conversations of one process, for each fault. */
struct tally
{
    struct
    {
        uint64_t conversations;
        uint64_t went_well;
        struct
        {
            uint32_t code;
            uint64_t count;
        } codes[CODES_MAX];
    } of[FAULT_KIND_COUNT];
    uint64_t wrong;
};

static struct conversation *conversations;
static size_t conversation_count;

/* ---- Recording ------------------------------------------------------------------------------- */

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (!strcmp(names[i], name))
        {
            return true;
        }
    }
    return false;
}

static bool is_wanted(unsigned int call)
{
    return !options.only_count ||
           is_among(broken_call_name(call), options.only, options.only_count);
}

/* Calls change what they ask about, so that each manner has a server of its own. */
static bool start_server_of(const struct manner *manner)
{
    const char *const arguments[] = { "--dfs-root", "dfs", manner->option ? "--option" : NULL,
                                      manner->option, NULL };
    char command[COMMAND_SIZE];

    if (start_server_with(arguments))
    {
        return false;
    }
    bed_configure(bed, SERVER, "admin");
    posix_config_set(NULL, "CallTimeout", CALL_TIMEOUT_TEXT);
    snprintf(command, sizeof(command),
             "ln -s 'msdfs:a.example\\share,b.example\\other' %s/dfs/link", bed_folder(bed));
    hold_session("alice", "hello.txt", "127.0.0.1");
    return !bed_run(bed, command, NULL, 0);
}

static bool record_in(const struct manner *manner)
{
    bool fine = start_server_of(manner);

    for (unsigned int i = 0; fine && i < broken_call_count(); i++)
    {
        struct conversation *conversation = &conversations[conversation_count];

        if (is_wanted(i) && i % manner->every == 0)
        {
            conversation->call = i;
            conversation->manner = manner;
            snprintf(conversation->password, sizeof(conversation->password), "%s",
                     bed_password(bed, "admin"));
            fine = conversation_record(conversation);
            conversation_count++;
        }
    }
    stop_server(NULL);
    return fine;
}

static bool record_all(void)
{
    bool fine = true;

    conversations = calloc((size_t)manner_count * broken_call_count(), sizeof(*conversations));
    conversations_start();
    for (unsigned int i = 0; conversations && i < manner_count; i++)
    {
        fine = record_in(&manners[i]) && fine;
    }
    return conversations && fine;
}

/* ---- Telling --------------------------------------------------------------------------------- */

static void complain(const struct conversation *conversation, const struct fault *fault,
                     const struct retold *retold, const char *complaint)
{
    fprintf(stderr, "%s, %s, %s at %zu.%u of %zu: %s; codes", broken_call_name(conversation->call),
            conversation->manner->name, fault_name(fault->kind), fault->position, fault->bit,
            conversation->recording.received.size, complaint);
    for (size_t i = 0; i <= conversation->calls; i++)
    {
        fprintf(stderr, " %u (%llu ms)", retold->outcomes[i].status,
                (unsigned long long)retold->took[i]);
    }
    fprintf(stderr, ", as recorded %u, %u connections\n", conversation->outcomes[0].status,
            retold->connections);
}

static void count_code(struct tally *tally, enum fault_kind kind, uint32_t code)
{
    size_t i = 0;

    while (i + 1 < CODES_MAX && tally->of[kind].codes[i].count &&
           tally->of[kind].codes[i].code != code)
    {
        i++;
    }
    tally->of[kind].codes[i].code = code;
    tally->of[kind].codes[i].count++;
}

static void retell(const struct conversation *conversation, const struct fault *fault,
                   struct tally *tally)
{
    struct retold retold;
    const char *complaint = NULL;
    unsigned int failed = 0;

    conversation_retell(conversation, fault, &retold);
    complaint = conversation_judge(conversation, fault, &retold);
    failed = conversation_failed_call(conversation, &retold);
    tally->of[fault->kind].conversations++;
    if (failed <= conversation->calls)
    {
        count_code(tally, fault->kind, retold.outcomes[failed].status);
    }
    else
    {
        tally->of[fault->kind].went_well++;
    }
    if ((complaint && tally->wrong++ < COMPLAINTS_MAX) || options.position != SIZE_MAX)
    {
        complain(conversation, fault, &retold, complaint ? complaint : "as it should be");
    }
}

static bool is_told(const struct conversation *conversation, enum fault_kind kind, size_t position)
{
    const struct recorded_message *message =
        recording_message_at(&conversation->recording, position);

    if (fault_is_of_message(kind) && message && message->offset != position)
    {
        return false;
    }
    if (options.position != SIZE_MAX)
    {
        return position == options.position;
    }
    return fault_is_of_message(kind) || position % options.every == 0 ||
           is_among(broken_call_name(conversation->call), options.whole, options.whole_count);
}

/* Every so many-th of all, from the first on. */
static void retell_share(unsigned int first, unsigned int step, struct tally *tally)
{
    uint64_t number = 0;

    for (size_t i = 0; i < conversation_count; i++)
    {
        for (size_t position = 0; position < conversations[i].recording.received.size; position++)
        {
            for (int kind = FAULT_CUT; kind < FAULT_KIND_COUNT; kind++)
            {
                const bool is_flip = kind == FAULT_FLIPPED;
                struct fault fault = { (enum fault_kind)kind, position, 0 };

                if ((options.fault && strcmp(options.fault, fault_name(fault.kind)) != 0) ||
                    !is_told(&conversations[i], fault.kind, position) || number++ % step != first)
                {
                    continue;
                }
                fault.bit = is_flip && !options.all_bits ? (unsigned int)(position % BITS) : 0;
                do
                {
                    retell(&conversations[i], &fault, tally);
                } while (is_flip && options.all_bits && ++fault.bit < BITS);
            }
        }
    }
}

static bool retell_in_processes(struct tally *tallies)
{
    bool fine = true;
    pid_t processes[JOBS_MAX];

    fflush(NULL);
    for (unsigned int i = 0; i < options.jobs; i++)
    {
        processes[i] = fork();
        if (processes[i] == 0)
        {
            retell_share(i, options.jobs, &tallies[i]);
            for (size_t j = 0; j < conversation_count; j++)
            {
                recording_free(&conversations[j].recording);
            }
            free(conversations);
            exit(0); /* where a sanitizer looks for leaks */
        }
    }
    for (unsigned int i = 0; i < options.jobs; i++)
    {
        int status = 0;

        if (processes[i] < 0 || waitpid(processes[i], &status, 0) < 0 || status)
        {
            fprintf(stderr, "process %u ended with 0x%x\n", i, (unsigned int)status);
            fine = false;
        }
    }
    return fine;
}

/* ---- The report ------------------------------------------------------------------------------ */

static void add_up(struct tally *sum, const struct tally *tally)
{
    for (int kind = 0; kind < FAULT_KIND_COUNT; kind++)
    {
        sum->of[kind].conversations += tally->of[kind].conversations;
        sum->of[kind].went_well += tally->of[kind].went_well;
        for (size_t i = 0; i < CODES_MAX; i++)
        {
            for (size_t j = 0; tally->of[kind].codes[i].count && j < CODES_MAX; j++)
            {
                if (!sum->of[kind].codes[j].count ||
                    sum->of[kind].codes[j].code == tally->of[kind].codes[i].code)
                {
                    sum->of[kind].codes[j].code = tally->of[kind].codes[i].code;
                    sum->of[kind].codes[j].count += tally->of[kind].codes[i].count;
                    break;
                }
            }
        }
    }
    sum->wrong += tally->wrong;
}

static void report(const struct tally *tally, double seconds)
{
    uint64_t total = 0;

    printf("%-14s %12s %12s  failed, by code\n", "fault", "conversations", "as recorded");
    for (int kind = FAULT_CUT; kind < FAULT_KIND_COUNT; kind++)
    {
        total += tally->of[kind].conversations;
        printf("%-14s %12llu %12llu ", fault_name((enum fault_kind)kind),
               (unsigned long long)tally->of[kind].conversations,
               (unsigned long long)tally->of[kind].went_well);
        for (size_t i = 0; i < CODES_MAX && tally->of[kind].codes[i].count; i++)
        {
            printf(" %u: %llu", tally->of[kind].codes[i].code,
                   (unsigned long long)tally->of[kind].codes[i].count);
        }
        printf("\n");
    }
    printf("%zu conversations were recorded and had again %llu times, each three calls, in %.1f s; "
           "wrong: %llu\n",
           conversation_count, (unsigned long long)total, seconds,
           (unsigned long long)tally->wrong);
    printf("%llu passed, %llu failed\n", (unsigned long long)(total - tally->wrong),
           (unsigned long long)tally->wrong);
}

static double now_in_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int retell_all(void)
{
    const double start = now_in_seconds();
    struct tally sum = { .wrong = 0 };
    struct tally *tallies = mmap(NULL, sizeof(*tallies) * JOBS_MAX, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    bool fine = false;

    if (tallies == MAP_FAILED)
    {
        return 1;
    }
    fine = retell_in_processes(tallies);
    for (unsigned int i = 0; i < options.jobs; i++)
    {
        add_up(&sum, &tallies[i]);
    }
    report(&sum, now_in_seconds() - start);
    return fine && !sum.wrong ? 0 : 1;
}

/* ---- The program ----------------------------------------------------------------------------- */

static bool read_options(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
    {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;

        if (!strcmp(argv[i], "--bits"))
        {
            options.all_bits = true;
            continue;
        }
        if (!value)
        {
            return false;
        }
        i++;
        if (!strcmp(argv[i - 1], "--every"))
        {
            options.every = strtoul(value, NULL, 10);
        }
        else if (!strcmp(argv[i - 1], "--whole") && options.whole_count < CALLS_MAX)
        {
            options.whole[options.whole_count++] = value;
        }
        else if (!strcmp(argv[i - 1], "--call") && options.only_count < CALLS_MAX)
        {
            options.only[options.only_count++] = value;
        }
        else if (!strcmp(argv[i - 1], "--fault"))
        {
            options.fault = value;
        }
        else if (!strcmp(argv[i - 1], "--position"))
        {
            options.position = strtoul(value, NULL, 10);
        }
        else if (!strcmp(argv[i - 1], "--jobs"))
        {
            options.jobs = (unsigned int)strtoul(value, NULL, 10);
        }
        else
        {
            return false;
        }
    }
    return options.every && options.jobs && options.jobs <= JOBS_MAX;
}

int main(int argc, char **argv)
{
    int result = 1;

    if (!read_options(argc, argv))
    {
        fprintf(stderr,
                "usage: replay [--every N] [--whole CALL]... [--call CALL]... [--fault NAME]"
                " [--position N] [--jobs N] [--bits]\n");
        return 2;
    }
    if (record_all())
    {
        result = retell_all();
    }
    for (size_t i = 0; i < conversation_count; i++)
    {
        recording_free(&conversations[i].recording);
    }
    free(conversations);
    return result;
}
