/*
 * The project's half of the comparison with somebody else's NDR; tests/oracle/run is the other.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   ndr_oracle make SEED ROUNDS   for each operation, ROUNDS times, random values encoded: a line
 *                                 of interface, operation's number and name, request, response
 *                                 (hexadecimal), and the values of both (JSON), between tabs
 *   ndr_oracle read               reads lines of interface, number, request and response, and
 *                                 answers each with the same line as above, of what was decoded
 *                                 and encoded again; or with "failed", the direction and the code
 *   ndr_oracle seeds SEED FOLDER  writes a request and a response of each operation as inputs of
 *                                 tests/fuzz/fuzz_ndr.c
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rpc/interfaces.h"
#include "support/ndr_dump.h"
#include "support/ndr_values.h"

#define LINE_SIZE (8u << 20)

static void print_hex(struct bytes bytes)
{
    printf("%s", bytes.size ? "" : "-"); /* no empty field in a line */
    for (size_t i = 0; i < bytes.size; i++)
    {
        printf("%02x", bytes.data[i]);
    }
}

static void print_stub(const struct ndr_operation *operation, enum ndr_direction direction,
                       const void *parameters)
{
    struct writer stub = { 0 };
    const uint32_t status = ndr_encode(operation, direction, parameters, &stub);

    if (status)
    {
        printf("failed to encode: %" PRIu32, status);
    }
    else
    {
        print_hex((struct bytes){ stub.data, stub.size });
    }
    writer_free(&stub);
}

static void print_values(const struct ndr_operation *operation, enum ndr_direction direction,
                         const void *parameters)
{
    struct writer text = { 0 };

    ndr_dump(operation, direction, parameters, &text);
    printf("%.*s", (int)text.size, (const char *)text.data);
    writer_free(&text);
}

static void print_line(const struct rpc_interface *interface, const struct ndr_operation *operation,
                       const void *parameters)
{
    printf("%s\t%u\t%s\t", interface->name, operation->number, operation->name);
    print_stub(operation, NDR_IN, parameters);
    printf("\t");
    print_stub(operation, NDR_OUT, parameters);
    printf("\t");
    print_values(operation, NDR_IN, parameters);
    printf("\t");
    print_values(operation, NDR_OUT, parameters);
    printf("\n");
}

/* The structure of an operation's parameters. */
static void *make_parameters(struct arena *arena, const struct ndr_operation *operation)
{
    void *parameters = arena_allocate(arena, operation->size);

    if (!parameters)
    {
        abort();
    }
    return parameters;
}

static void make(uint64_t seed, unsigned long rounds)
{
    struct arena arena = { 0 };
    struct ndr_values values = { .arena = &arena, .state = seed };

    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        for (size_t k = 0; k < rpc_interfaces[i]->count * rounds; k++)
        {
            const struct ndr_operation *operation = &rpc_interfaces[i]->operations[k / rounds];
            void *parameters = make_parameters(&arena, operation);

            ndr_values_fill(&values, operation, parameters);
            print_line(rpc_interfaces[i], operation, parameters);
            arena_free(&arena);
        }
    }
}

/* ---- Reading --------------------------------------------------------------------------------- */

static const struct rpc_interface *find_interface(const char *name)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        if (strcmp(rpc_interfaces[i]->name, name) == 0)
        {
            return rpc_interfaces[i];
        }
    }
    return NULL;
}

static const struct ndr_operation *find_operation(const struct rpc_interface *interface,
                                                  unsigned long number)
{
    for (size_t i = 0; interface && i < interface->count; i++)
    {
        if (interface->operations[i].number == number)
        {
            return &interface->operations[i];
        }
    }
    return NULL;
}

static void read_hex(const char *digits, struct writer *bytes)
{
    for (; digits[0] && digits[1]; digits += 2)
    {
        const char pair[] = { digits[0], digits[1], 0 };

        writer_u8(bytes, (uint8_t)strtoul(pair, NULL, 16));
    }
}

static uint32_t decode(const struct ndr_operation *operation, enum ndr_direction direction,
                       const char *digits, struct writer *stub, void *parameters,
                       struct arena *arena)
{
    uint32_t status = 0;

    read_hex(digits, stub);
    status = ndr_decode(operation, direction, (struct bytes){ stub->data, stub->size }, parameters,
                        arena);
    if (status)
    {
        printf("failed\t%s\t%" PRIu32 "\n", direction == NDR_IN ? "request" : "response", status);
    }
    return status;
}

static void read_stubs(const struct rpc_interface *interface, const struct ndr_operation *operation,
                       const char *request, const char *response)
{
    struct arena arena = { 0 };
    struct writer request_stub = { 0 };
    struct writer response_stub = { 0 };
    void *parameters = make_parameters(&arena, operation);

    if (!decode(operation, NDR_IN, request, &request_stub, parameters, &arena) &&
        !decode(operation, NDR_OUT, response, &response_stub, parameters, &arena))
    {
        /* The values of the request once more, where those of the response are in their place. */
        print_line(interface, operation, parameters);
    }
    arena_free(&arena);
    writer_free(&request_stub);
    writer_free(&response_stub);
}

static int read_lines(void)
{
    char *line = malloc(LINE_SIZE);

    while (line && fgets(line, LINE_SIZE, stdin))
    {
        const char *interface = strtok(line, "\t\n");
        const char *number = strtok(NULL, "\t\n");
        const char *request = strtok(NULL, "\t\n");
        const char *response = strtok(NULL, "\t\n");
        const struct rpc_interface *found = interface ? find_interface(interface) : NULL;
        const struct ndr_operation *operation =
            number ? find_operation(found, strtoul(number, NULL, 10)) : NULL;

        if (!operation || !request || !response)
        {
            free(line);
            return EXIT_FAILURE;
        }
        read_stubs(found, operation, request, response);
    }
    free(line);
    return EXIT_SUCCESS;
}

/* ---- Seeds ----------------------------------------------------------------------------------- */

/* A request, or a response with its request before it. */
static void write_seed(FILE *file, const struct rpc_interface *interface,
                       const struct ndr_operation *operation, const void *parameters,
                       bool is_response)
{
    struct writer request = { 0 };
    struct writer response = { 0 };
    struct writer seed = { 0 };

    if (ndr_encode(operation, NDR_IN, parameters, &request) ||
        (is_response && ndr_encode(operation, NDR_OUT, parameters, &response)))
    {
        abort();
    }
    writer_u8(&seed, interface->uuid[sizeof(interface->uuid) - 1]);
    writer_u8(&seed, (uint8_t)operation->number);
    writer_u8(&seed, is_response);
    writer_u8(&seed, UINT8_MAX); /* the preferred length */
    writer_u16(&seed, (uint16_t)request.size);
    writer_bytes(&seed, request.data, request.size);
    writer_bytes(&seed, response.data, response.size);
    if (fwrite(seed.data, 1, seed.size, file) != seed.size)
    {
        abort();
    }
    writer_free(&request);
    writer_free(&response);
    writer_free(&seed);
}

static void write_seeds(const char *folder, uint64_t state)
{
    struct arena arena = { 0 };
    struct ndr_values values = { .arena = &arena, .state = state };

    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        for (size_t k = 0; k < 2 * rpc_interfaces[i]->count; k++)
        {
            const struct ndr_operation *operation = &rpc_interfaces[i]->operations[k / 2];
            void *parameters = make_parameters(&arena, operation);
            char path[4096];
            FILE *file = NULL;

            snprintf(path, sizeof(path), "%s/%s_%s", folder, operation->name,
                     k % 2 ? "response" : "request");
            file = fopen(path, "wb");
            if (!file)
            {
                abort();
            }
            ndr_values_fill(&values, operation, parameters);
            write_seed(file, rpc_interfaces[i], operation, parameters, k % 2);
            fclose(file);
            arena_free(&arena);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "seeds") == 0)
    {
        write_seeds(argv[3], strtoull(argv[2], NULL, 10));
        return EXIT_SUCCESS;
    }
    if (argc == 4 && strcmp(argv[1], "make") == 0)
    {
        make(strtoull(argv[2], NULL, 10), strtoul(argv[3], NULL, 10));
        return EXIT_SUCCESS;
    }
    if (argc == 2 && strcmp(argv[1], "read") == 0)
    {
        return read_lines();
    }
    fprintf(stderr, "usage: ndr_oracle make SEED ROUNDS | read | seeds SEED FOLDER\n");
    return EXIT_FAILURE;
}
