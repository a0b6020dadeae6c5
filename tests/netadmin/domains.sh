# Domains: membership, controllers, trusts. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

netadmin domain
check "domain_of_a_computer_in_a_workgroup" printed_exactly << 'END'
Member of   WORKGROUP
Which is a  workgroup
Site
END
NETADMIN_MEMBER=1 netadmin domain
check "domain_of_a_member" printed_exactly << 'END'
Member of          CORP
Which is a         domain
Site               Lab
Domain             corp.example
Forest             forest.example
GUID               00112233-4455-6677-8899-aabbccdd0102
Controller         \\dc1.corp.example
Address            \\192.0.2.1
Roles              PDC, LDAP, writable, 0x10000000
Controller's site  Lab
Nearest site       Office
END
for name in CORP corp.example
do
    netadmin domain "$name"
    check "domain_of_the_name_$name" printed_exactly << 'END'
Domain             corp.example
Forest             forest.example
GUID               00112233-4455-6677-8899-aabbccdd0102
Controller         \\dc1.corp.example
Address            \\192.0.2.1
Roles              PDC, LDAP, writable, 0x10000000
Controller's site  Lab
Nearest site       Office
END
done
netadmin domain CORP /rediscover
check "domain_anew" printed '<rediscover>' 'Forest             forest.example'
netadmin domain CORP /format:json
check "domain_as_json" printed '"DomainControllerName": "\\\\dc1.corp.example",' '"Flags": 1342177545,'
netadmin domain nowhere
check "domain_that_is_not" error '(1355, ERROR_NO_SUCH_DOMAIN) Hint: check the name'
netadmin domain //CORP
check "domain_is_no_server" error ERROR_NO_SUCH_DOMAIN
for name in CORP corp.example
do
    netadmin domain "$name" /controllers
    check "domain_controllers_of_the_name_$name" printed_exactly << 'END'
Controller        Addresses
dc1.corp.example
dc2.corp.example  192.0.2.2, 2001::2
2 controllers
END
done
NETADMIN_MEMBER=1 netadmin domain /controllers /format:csv
check "domain_controllers_of_a_member_as_csv" printed 'dc2.corp.example,"192.0.2.2, 2001::2"'
netadmin domain /controllers
check "domain_controllers_of_a_workgroup" error ERROR_NO_SUCH_DOMAIN
netadmin domain nowhere.example /controllers
check "domain_controllers_of_a_domain_that_is_not" error ERROR_NO_SUCH_DOMAIN
netadmin domain CORP /trusts
check "domain_trusts" printed_exactly << 'END'
Domain  DNS name      Trust                      Type              Attributes            SID
CORP    corp.example  own, in forest, tree root  Active Directory                        S-1-5-21-7-8-9
OLD                   trusted, trusting          NT                SIDs filtered, 0x100
2 domains
END
NETADMIN_MEMBER=1 netadmin domain /trusts
check "domain_trusts_of_a_member" printed '2 domains'
netadmin domain CORP /trusts /controllers
check "domain_one_thing_at_a_time" usage_error 'say /controllers or /trusts, not both'
