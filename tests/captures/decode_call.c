/*
 * Shows what this project's tables read in the parameters of remote calls. For scripts; no test
 * itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     decode_call list     a line for each operation that has a table: interface, number, name
 *     decode_call read     reads lines of interface, number, request and response, the stubs in
 *                          hexadecimal, "-" for a request that is not known; answers each with a
 *                          line of two fields, the values of the request and of the response, as
 *                          JSON or as "refused CODE"
 *
 * Fields are between tabs. Values are those right after decoding, as support/ndr_dump.h has them.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "captures/hex_bytes.h"
#include "rpc/interfaces.h"
#include "support/ndr_dump.h"

static void list_operations(void)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        for (size_t k = 0; k < rpc_interfaces[i]->count; k++)
        {
            const struct ndr_operation *operation = &rpc_interfaces[i]->operations[k];

            printf("%s\t%u\t%s\n", rpc_interfaces[i]->name, operation->number, operation->name);
        }
    }
}

static const struct ndr_operation *find_operation(const char *interface_name, unsigned long number)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        for (size_t k = 0; k < rpc_interfaces[i]->count; k++)
        {
            const struct ndr_operation *operation = &rpc_interfaces[i]->operations[k];

            if (strcmp(rpc_interfaces[i]->name, interface_name) == 0 && operation->number == number)
            {
                return operation;
            }
        }
    }
    return NULL;
}

static void show_stub(const struct ndr_operation *operation, enum ndr_direction direction,
                      struct bytes stub, void *parameters, struct arena *arena)
{
    uint32_t status = ndr_decode(operation, direction, stub, parameters, arena);
    struct writer text = { 0 };

    if (status)
    {
        printf("refused %" PRIu32, status);
        return;
    }
    ndr_dump(operation, direction, parameters, &text);
    printf("%.*s", (int)text.size, (const char *)text.data);
    writer_free(&text);
}

static void show_call(const struct ndr_operation *operation, const char *request,
                      const char *response)
{
    const struct bytes stubs[] = { bytes_from_hex(request), bytes_from_hex(response) };
    struct arena arena = { 0 };
    void *parameters = arena_allocate(&arena, operation->size);

    if (!parameters)
    {
        abort();
    }
    if (strcmp(request, "-") != 0)
    {
        show_stub(operation, NDR_IN, stubs[0], parameters, &arena);
    }
    putchar('\t');
    show_stub(operation, NDR_OUT, stubs[1], parameters, &arena);
    putchar('\n');
    arena_free(&arena);
    free((void *)(uintptr_t)stubs[0].data);
    free((void *)(uintptr_t)stubs[1].data);
}

static bool answer_question(char *line)
{
    char *rest = NULL;
    const char *interface_name = strtok_r(line, "\t\n", &rest);
    const char *number = strtok_r(NULL, "\t\n", &rest);
    const char *request = strtok_r(NULL, "\t\n", &rest);
    const char *response = strtok_r(NULL, "\t\n", &rest);
    const struct ndr_operation *operation =
        response ? find_operation(interface_name, strtoul(number, NULL, 10)) : NULL;

    if (operation)
    {
        show_call(operation, request, response);
    }
    return operation != NULL;
}

static int read_questions(void)
{
    char *line = NULL;
    size_t capacity = 0;
    bool understood = true;

    while (understood && getline(&line, &capacity, stdin) > 0)
    {
        understood = answer_question(line);
    }
    free(line);
    return understood ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "list") == 0)
    {
        list_operations();
        return EXIT_SUCCESS;
    }
    if (argc == 2 && strcmp(argv[1], "read") == 0)
    {
        return read_questions();
    }
    fputs("usage: decode_call list | decode_call read\n", stderr);
    return EXIT_FAILURE;
}
