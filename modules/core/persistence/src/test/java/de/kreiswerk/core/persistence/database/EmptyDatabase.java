package de.kreiswerk.core.persistence.database;

/** A database that nobody has used, and that stays when nobody is connected. */
public final class EmptyDatabase {

    private static final long PATIENCE = 10_000;

    private final DatabaseSettings settings;

    public EmptyDatabase(Engine engine) {
        DatabaseSettings empty = engine.empty();
        this.settings = engine == Engine.H2
                ? new DatabaseSettings(empty.url() + ";DB_CLOSE_DELAY=-1", empty.user(), empty.password())
                : empty;
    }

    /** As a restore opens it. */
    public BareDatabase bare() {
        return new BareDatabase(settings, PATIENCE);
    }

    /** As a node opens it. */
    public TestPlatform start() {
        return TestPlatform.on(settings);
    }
}
