package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class OpeningTest {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Database> registered = new ArrayBlockingQueue<>(2);
    private final BlockingQueue<String> unregistered = new ArrayBlockingQueue<>(2);

    @TempDir
    private Path folder;

    @Test
    void theDatabaseIsAServiceUntilTheBundleStops() throws Exception {
        Opening opening = new Opening(context(), Engine.H2.empty(), PoolSettings.DEFAULT);

        Database database = registered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(database.connect().isValid(1)).isTrue();

        opening.close();
        assertThat(unregistered).hasSize(1);
        assertThat(database.pool()
                        .unwrap(com.zaxxer.hikari.HikariDataSource.class)
                        .isClosed())
                .isTrue();
    }

    @Test
    void aDatabaseThatComesLaterIsFound() throws Exception {
        int port = freePort();
        Opening opening = new Opening(
                context(),
                new DatabaseSettings("jdbc:h2:tcp://localhost:" + port + "/./late", "kreiswerk", ""),
                PoolSettings.DEFAULT);
        Server server =
                Server.createTcpServer("-tcpPort", String.valueOf(port), "-baseDir", folder.toString(), "-ifNotExists");
        try {
            assertThat(registered.poll(1, TimeUnit.MILLISECONDS)).isNull();

            server.start();

            assertThat(registered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        } finally {
            opening.close();
            server.stop();
        }
    }

    @Test
    void stoppingDoesNotWaitForADatabaseThatIsNotThere() throws Exception {
        Opening opening = new Opening(
                context(),
                new DatabaseSettings("jdbc:h2:tcp://localhost:" + freePort() + "/./never", "kreiswerk", ""),
                PoolSettings.DEFAULT);

        opening.close();

        assertThat(registered).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("kreiswerk-database");
    }

    private static int freePort() throws java.io.IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    registered.add((Database) arguments[1]);
                    return registration();
                });
    }

    private ServiceRegistration<?> registration() {
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (proxy, method, arguments) -> unregistered.add(method.getName()) ? null : null);
    }
}
