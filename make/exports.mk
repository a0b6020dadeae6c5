# What is made from the tables of exported names, dlls/*/exports.tsv: the .def files, the functions
# of names without code, the wrappers that log the others, and the table of the test that calls
# every name.
# SPDX-License-Identifier: LGPL-2.1-or-later

define def_rule

dlls/$(1)/$(1).def: dlls/$(1)/exports.tsv make/def.awk
	$$(AM_V_GEN)$$(MKDIR_P) $$(@D) && \
		$$(AWK) -v library=$(1).dll -f $$(srcdir)/make/def.awk $$< >$$@.tmp && mv $$@.tmp $$@

endef

$(foreach dll,netapi32 $(sibling_dlls),$(eval $(call def_rule,$(dll))))

dlls/netapi32/unimplemented_exports.c: dlls/netapi32/exports.tsv make/unimplemented.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(AWK) -f $(srcdir)/make/unimplemented.awk $< >$@.tmp && mv $@.tmp $@

dlls/netapi32/traced_exports.c: dlls/netapi32/exports.tsv make/traced.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(AWK) -f $(srcdir)/make/traced.awk $< >$@.tmp && mv $@.tmp $@

tests/memory/memory_calls.h: dlls/netapi32/exports.tsv make/memory_calls.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(AWK) -f $(srcdir)/make/memory_calls.awk $< >$@.tmp && mv $@.tmp $@

tests/winetest/exports_table.h: dlls/netapi32/exports.tsv make/exports_table.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(AWK) -f $(srcdir)/make/exports_table.awk $< >$@.tmp && mv $@.tmp $@

tests/callers/functions.h: tests/callers/parameters.tsv dlls/netapi32/exports.tsv make/callers.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(AWK) -f $(srcdir)/make/callers.awk $(filter %.tsv,$^) >$@.tmp && mv $@.tmp $@
