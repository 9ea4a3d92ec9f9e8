package de.kreiswerk.core.persistence.backup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In which order tables are filled: what others refer to comes first. Only references within a table and round in circles
 * have to be taken away meanwhile. Not all of them, since H2 has many whole rows in memory when it adds one to a full table.
 *
 * @param tables in this order
 * @param apart the references that cannot hold on the way
 */
record LoadOrder(List<Table> tables, List<ForeignKey> apart) {

    static LoadOrder of(Collection<Table> tables, List<ForeignKey> keys) {
        List<Table> waiting = new ArrayList<>(tables);
        waiting.sort(Comparator.comparing(Table::name));
        List<Table> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<ForeignKey> apart = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.stream()
                    .filter(table -> keys.stream()
                            .allMatch(key -> !key.table().equals(table.name())
                                    || key.target().equals(table.name())
                                    || done.contains(key.target())))
                    .findFirst()
                    .orElse(waiting.get(0));
            keys.stream()
                    .filter(key -> key.table().equals(next.name()) && !done.contains(key.target()))
                    .forEach(apart::add);
            waiting.remove(next);
            order.add(next);
            done.add(next.name());
        }
        return new LoadOrder(order, apart);
    }
}
