package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.SettingHistory;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Former settings, in the table {@code core_setting_change}. */
@Component
public final class SettingHistoryService implements SettingHistory {

    private final Transactions transactions;

    @Activate
    public SettingHistoryService(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void forget(Collection<String> pids) {
        transactions.call(tx -> {
            for (String pid : Set.copyOf(pids)) {
                ChangeTable.forget(tx.connection(), pid);
            }
            return null;
        });
    }

    @Override
    public Collection<String> pids() {
        return transactions.call(tx -> ChangeTable.pids(tx.connection()));
    }
}
