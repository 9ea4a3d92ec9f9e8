package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsoleFact;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the console which database this is. */
@Component
public final class DatabaseFact implements ConsoleFact {

    private static final int ORDER = 10;

    private final Database database;

    /**
     * Asks.
     *
     * @param database the database
     */
    @Activate
    public DatabaseFact(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Text label() {
        return new Text("Datenbank", "Database");
    }

    @Override
    public Text value() {
        try (Connection connection = database.connect()) {
            DatabaseMetaData about = connection.getMetaData();
            return Text.same(about.getDatabaseProductName() + " " + about.getDatabaseProductVersion());
        } catch (SQLException e) {
            return new Text("nicht erreichbar", "cannot be reached");
        }
    }

    @Override
    public int order() {
        return ORDER;
    }
}
