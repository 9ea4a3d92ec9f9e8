package de.kreiswerk.core.persistence.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a backup, its connection goes back. */
class SnapshotSessionTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConnectionThatCannotBeRolledBackGoesBackToThePool(Engine engine) throws SQLException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            SnapshotSession session =
                    new SnapshotSession(failing(platform, "rollback"), platform.database.postgresql());
            assertThat(taken(platform)).isOne();

            assertThatThrownBy(session::close).isInstanceOf(SQLException.class).hasMessage("away");

            assertThat(taken(platform)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotEvenBeginHoldsNoConnection(Engine engine) throws SQLException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            assertThatThrownBy(() -> new SnapshotSession(
                            failing(platform, "setTransactionIsolation"), platform.database.postgresql()))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("away");

            assertThat(taken(platform)).isZero();
        }
    }

    private static int taken(TestPlatform platform) throws SQLException {
        return platform.database
                .pool()
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .getActiveConnections();
    }

    private static Connection failing(TestPlatform platform, String method) throws SQLException {
        Connection real = platform.database.connect();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw new SQLException("away");
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
