package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import org.springframework.stereotype.Component;

/**
 * Every row that identity keeps of a person, table by table, as it is. A feature has to contribute only what is
 * sealed or stored elsewhere: a table that somebody adds is in the archive by itself.
 */
@Component
class RowExport implements PersonalExport {

    private final RowStore store;

    RowExport(RowStore store) {
        this.store = store;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        store.tables().forEach(table -> {
            var rows = store.rows(table, account);
            if (!rows.isEmpty()) {
                archive.json(
                        "identity/" + table.name() + ".json",
                        "What identity keeps of you in \"%s\", without secrets".formatted(table.name()),
                        rows);
            }
        });
    }
}
