package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Notes what a bundle's scripts make. Before they run, so that it is known after a crash whose the half of it is: what is not there now
 * and they create is theirs. And afterwards once more, in case somebody else meant to make the same and failed.
 */
final class Making {

    private static final int LONGEST_NAME = 200;

    private final DataSource source;
    private final String bundle;
    private final List<MadeThing> things;
    private final List<MadeThing> noted = new ArrayList<>();

    private Making(DataSource source, String bundle, List<MadeThing> things) {
        this.source = source;
        this.bundle = bundle;
        this.things = things;
    }

    static Making begin(DataSource source, String bundle, String history, List<URL> scripts) {
        try (Connection connection = source.getConnection()) {
            Set<MadeThing> wanted = new LinkedHashSet<>();
            wanted.add(MadeThing.history(history));
            wanted.addAll(new ScriptReader(connection.getSchema()).read(scripts));
            Making making = new Making(source, bundle, List.copyOf(wanted));
            Map<MadeThing, String> present = new MadeThings(connection).present();
            making.note(connection, thing -> !present.containsKey(thing));
            return making;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void done() {
        try (Connection connection = source.getConnection()) {
            Map<MadeThing, String> present = new MadeThings(connection).present();
            Set<MadeThing> mine = new LinkedHashSet<>(noted);
            note(connection, thing -> mine.contains(thing) && present.containsKey(thing));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void note(Connection connection, Predicate<MadeThing> which) throws SQLException {
        MadeThings made = new MadeThings(connection);
        for (int i = 0; i < things.size(); i++) {
            MadeThing thing = things.get(i);
            if (thing.name().length() <= LONGEST_NAME && which.test(thing)) {
                made.note(thing, i, bundle);
                noted.add(thing);
            }
        }
        connection.commit();
    }

    private static PersistenceFailure failed(SQLException cause) {
        return new PersistenceFailure("What migrations make cannot be noted: " + cause.getMessage(), cause);
    }
}
