/*
 * What servers are asked while somebody watches.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/asking.h"

enum asking_wanted asking_for_page(enum page page)
{
    return page == PAGE_CONNECTIONS ? ASKING_WITH_CONNECTIONS : ASKING_WITHOUT_CONNECTIONS;
}

struct answer *asking_ask(const WCHAR *server, size_t place, unsigned int wanted)
{
    return answer_make(server, place, page_asked,
                       wanted == ASKING_WITH_CONNECTIONS ? PAGE_COUNT : PAGE_CONNECTIONS);
}
