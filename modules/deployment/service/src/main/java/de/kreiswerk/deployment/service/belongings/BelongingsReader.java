package de.kreiswerk.deployment.service.belongings;

import de.kreiswerk.core.api.persistence.BundleTables;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.SettingHistory;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what belongs to a component. */
@Component(service = BelongingsReader.class)
public final class BelongingsReader {

    private final Transactions transactions;
    private final BundleTables tables;
    private final Configurations configurations;
    private final SettingHistory history;

    @Activate
    public BelongingsReader(
            @Reference Transactions transactions,
            @Reference BundleTables tables,
            @Reference ConfigurationAdmin configurations,
            @Reference SettingHistory history) {
        this.transactions = transactions;
        this.tables = tables;
        this.configurations = new Configurations(configurations);
        this.history = history;
    }

    /**
     * Finds it.
     *
     * @param component the name of a component that there is
     * @return what belongs to it
     */
    public Belongings of(String component) {
        record Known(Names names, List<StoredVersion> versions) {}
        Known known = transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            return new Known(Names.of(table, component), table.versions(component));
        });
        BundleTables.Contents contents = tables.of(known.names().bundles());
        return new Belongings(
                component,
                contents.tables().stream()
                        .map(table -> new Belongings.Table(table.name(), table.rows()))
                        .toList(),
                List.copyOf(configurations(known.names())),
                known.versions().size(),
                known.versions().stream().mapToLong(StoredVersion::bytes).sum(),
                contents.dependants().stream().map(BelongingsReader::refusal).toList(),
                notes(known.names()));
    }

    /** Those that there are, and those of which former values are kept. */
    Set<String> configurations(Names names) {
        Set<String> pids = new TreeSet<>(configurations.pids());
        pids.addAll(history.pids());
        pids.removeIf(pid -> !names.haveConfiguration(pid));
        return pids;
    }

    private static Text refusal(BundleTables.Dependant dependant) {
        return new Text(
                "Die Tabelle " + dependant.table()
                        + ", die nicht zu dieser Komponente gehört, verweist auf ihre Tabelle " + dependant.target()
                        + ". Entfernen Sie erst, wozu diese gehört.",
                "The table " + dependant.table() + ", which does not belong to this component, refers to its table "
                        + dependant.target() + ". Remove first what that belongs to.");
    }

    private static List<Text> notes(Names names) {
        List<Text> notes = new ArrayList<>();
        if (!names.shared().isEmpty()) {
            String shared = String.join(", ", names.shared());
            notes.add(new Text(
                    "Was diese Bundles angelegt haben, bleibt, weil eine andere Komponente sie auch hat: " + shared
                            + ".",
                    "What these bundles made stays, because another component has them, too: " + shared + "."));
        }
        return notes;
    }
}
