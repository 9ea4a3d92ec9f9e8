package de.kreiswerk.core.persistence.unit;

import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Where a script stands until it is let through. */
public final class Turnstile implements AutoCloseable {

    private static final long LOCK = 117;
    private static final Map<String, Turnstile> CLOSED = new ConcurrentHashMap<>();

    private final Engine engine;
    private final TestPlatform platform;
    private final Connection connection;
    private final CountDownLatch somebody = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    public Turnstile(Engine engine, TestPlatform platform) throws SQLException {
        this.engine = engine;
        this.platform = platform;
        this.connection = platform.database.connect();
        if (engine == Engine.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
        } else {
            CLOSED.put(key(), this);
            platform.execute("create alias turnstile for '" + Turnstile.class.getName() + ".pass'");
        }
    }

    /** What a script says that stands here. */
    public String sql() {
        return engine == Engine.POSTGRESQL
                ? "select pg_advisory_xact_lock(" + LOCK + ");"
                : "call turnstile('" + key() + "');";
    }

    private String key() {
        return Integer.toHexString(System.identityHashCode(this));
    }

    /** Called by H2. */
    public static boolean pass(String key) throws InterruptedException {
        Turnstile turnstile = CLOSED.get(key);
        turnstile.somebody.countDown();
        turnstile.open.await();
        return true;
    }

    public void awaitSomebody() throws InterruptedException {
        if (engine == Engine.POSTGRESQL) {
            PersistenceExtenderTest.until(() -> platform.number(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = "
                                    + LOCK)
                    > 0);
        } else {
            somebody.await();
        }
    }

    /** Lets everybody through. */
    @Override
    public void close() throws SQLException {
        open.countDown();
        CLOSED.remove(key());
        connection.rollback();
        connection.close();
    }
}
