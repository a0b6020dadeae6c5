/*
 * Names of devices as paths: X:, LPT1, COM1, CON, NUL.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PATH_DEVICE_H
#define NETAPI32_PATH_DEVICE_H

#include "base/utf16.h"

/* The ITYPE_DEVICE_* of a path that names a device, or 0. *name is the device without \DEV\ and
 * without the colon of ports, as a part of the path. */
uint32_t path_device(struct utf16_slice path, struct utf16_slice *name);

#endif
