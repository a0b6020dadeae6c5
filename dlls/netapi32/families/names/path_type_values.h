/*
 * The types of paths: [MS-SRVS] 2.2.2.9.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PATH_TYPE_VALUES_H
#define NETAPI32_PATH_TYPE_VALUES_H

enum path_type
{
    ITYPE_UNC_COMPNAME = 4144,  /* \\server */
    ITYPE_UNC_WC = 4145,        /* \\* */
    ITYPE_UNC = 4096,           /* \\server\share\path */
    ITYPE_UNC_WC_PATH = 4097,   /* \\server\share\* */
    ITYPE_UNC_SYS_SEM = 6400,   /* \\server\SEM\path */
    ITYPE_UNC_SYS_SHMEM = 6656, /* \\server\SHAREMEM\path */
    ITYPE_UNC_SYS_MSLOT = 6144, /* \\server\MAILSLOT\path */
    ITYPE_UNC_SYS_PIPE = 6912,  /* \\server\PIPE\path */
    ITYPE_UNC_SYS_QUEUE = 7680, /* \\server\QUEUES\path */
    ITYPE_PATH_ABSND = 8194,    /* \path */
    ITYPE_PATH_ABSD = 8198,     /* X:\path, \\.\path */
    ITYPE_PATH_RELND = 8192,    /* path */
    ITYPE_PATH_RELD = 8196,     /* X:path */
    ITYPE_PATH_ABSND_WC = 8195, /* the same, with * or ? in the last part */
    ITYPE_PATH_ABSD_WC = 8199,
    ITYPE_PATH_RELND_WC = 8193,
    ITYPE_PATH_RELD_WC = 8197,
    ITYPE_PATH_SYS_SEM = 10498, /* \SEM\path, and so on */
    ITYPE_PATH_SYS_SHMEM = 10754,
    ITYPE_PATH_SYS_MSLOT = 10242,
    ITYPE_PATH_SYS_PIPE = 11010,
    ITYPE_PATH_SYS_COMM = 11266,
    ITYPE_PATH_SYS_PRINT = 11522,
    ITYPE_PATH_SYS_QUEUE = 11778,
    ITYPE_PATH_SYS_SEM_M = 43266, /* \SEM itself, and so on */
    ITYPE_PATH_SYS_SHMEM_M = 43522,
    ITYPE_PATH_SYS_MSLOT_M = 43010,
    ITYPE_PATH_SYS_PIPE_M = 43778,
    ITYPE_PATH_SYS_COMM_M = 44034,
    ITYPE_PATH_SYS_PRINT_M = 44290,
    ITYPE_PATH_SYS_QUEUE_M = 44546,
    ITYPE_DEVICE_DISK = 16384, /* X: */
    ITYPE_DEVICE_LPT = 16400,  /* LPT1, LPT1:, \DEV\LPT1 */
    ITYPE_DEVICE_COM = 16416,  /* COM1, COM1:, \DEV\COM1 */
    ITYPE_DEVICE_CON = 16448,
    ITYPE_DEVICE_NUL = 16464,
};

#endif
