/*
 * Figures of servers in a text that both the format of OpenMetrics 1.0 and that of Prometheus (0.0.4)
 * know: gauges only, HELP and TYPE before each, UNIT where it has one, and # EOF.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_METRICS_H
#define NETADMIN_METRICS_H

#include "base/text.h"
#include "monitoring/figures.h"

/* Appends the figures of all servers, metric by metric; what no server told is left out. */
void metrics_append(struct text *text, const struct figures *figures, size_t count);

#endif
