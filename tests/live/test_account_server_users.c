/*
 * The users of a server, beside what Samba's own tools say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/accounts/account_source.h"
#include "remote/pool.h"
#include "support/live.h"

static void show(const char*l, struct utf16_slice t){ char b[300]; utf16_to_utf8(t,b,sizeof b); printf("%s='%s' ",l,b);}
static void dump(const struct user*u){
 show("name",u->name);show("full",u->full_name);show("comment",u->comment);show("home",u->home_folder);show("script",u->script_path);show("profile",u->profile);show("drive",u->home_drive);
 printf("rid %u pg %u flags %#x priv %u af %u age %u exp %u ll %u lo %u expires %u units %u hours %zu bad %u count %u sid %zu\n",u->relative_id,u->primary_group,u->flags,u->privilege,u->auth_flags,u->password_age,u->password_expired,u->last_logon,u->last_logoff,u->expires,u->units_per_week,u->logon_hours.size,u->bad_password_count,u->logon_count,u->sid.size);
}

static void everything(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);
    struct account_call call;
    struct info_rows rows;
    (void)state;
    assert_int_equal(account_call_begin(&call, utf16_from_name(&name), ACCOUNTS_READ), 0);
    assert_int_equal(call.source->list_users(&call, 0x3B00, &rows), 0);
    struct user*u=rows.rows;
    assert_int_equal(call.source->describe_users(&call, USER_ALL, rows.rows, rows.count), 0);
    for(size_t i=0;i<rows.count;i++) dump(&u[i]);
    assert_int_equal(call.source->list_users(&call, 0x200, &rows), 0);
    assert_int_equal(call.source->describe_users(&call, USER_DISPLAY, rows.rows, rows.count), 0);
    u=rows.rows;
    for(size_t i=0;i<rows.count;i++) dump(&u[i]);
    struct user one;
    const struct utf16_name admin = utf16_name_from_ascii("ADMIN");
    assert_int_equal(call.source->find_user(&call, utf16_from_name(&admin), USER_ALL, &one), 0);
    dump(&one);
    account_call_end(&call);
    char out[4000]="";
    bed_run(bed, "pdbedit -v -u admin; pdbedit -L -w; rpcclient -V; net groupmap list", out, sizeof out); puts(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
