/*
 * Files of a host that are what the input of a fuzz target says.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For targets that are linked with FUZZED_FILES. The input is a row of files: the first is found where
 * a file is first asked for, and so on; each is a byte, 0 for a file that is not there, and its size in two
 * bytes before its content. A folder is a byte, how many names it has, and the names (fuzz_text()). Whether a
 * file exists, and when it was last used, is a byte each. A file whose byte is 0xFD is slow.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FUZZED_FILES_H
#define NETAPI32_TESTS_SUPPORT_FUZZED_FILES_H

#include "support/fuzz_input.h"

void fuzzed_files_set(struct fuzz_input *input);

#endif
