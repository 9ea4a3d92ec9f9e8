package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.metatype.AttributeDefinition;

/** Settings of two components and a factory, what was recorded, and what components heard of. */
final class SettingsFixture {

    static final String PID = "de.kreiswerk.mail";
    static final String FACTORY = "de.kreiswerk.relay";
    /** Takes a permission more. */
    static final String GUARDED = "de.kreiswerk.receiver";

    static final String SIGN_IN = "de.kreiswerk.signin";

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Overrides NONE = new Overrides(Map.of(), Map.of());
    static final Caller ADMINISTRATOR = caller(Settings.PERMISSION);

    final List<AuditEvent> recorded = Collections.synchronizedList(new ArrayList<>());
    final List<String> announced = Collections.synchronizedList(new ArrayList<>());

    static Caller caller(String... permissions) {
        Set<Grant> grants = Arrays.stream(permissions)
                .map(permission -> new Grant(permission, Grant.ALL))
                .collect(Collectors.toSet());
        return new Caller("subject", "Name", grants, "test", NOW, "request");
    }

    Settings on(TestPlatform platform, Overrides overrides) {
        DatabaseSettingsStore store = new DatabaseSettingsStore(platform.transactions, overrides);
        Announcer announcer = new Announcer(store, null) {
            @Override
            synchronized void announce(String pid) {
                announced.add(pid);
            }
        };
        return new SettingsService(
                platform.transactions, trail(), definitions(), store, announcer, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private AuditTrail trail() {
        return new AuditTrail() {
            @Override
            public void record(AuditEvent event) {
                recorded.add(event);
            }

            @Override
            public List<AuditRecord> read(long afterSequence, int limit) {
                return List.of();
            }
        };
    }

    private static Definitions definitions() {
        List<Attribute> attributes = List.of(
                Described.as("port", AttributeDefinition.INTEGER, "25").attribute(),
                Described.as("hosts", AttributeDefinition.STRING).listOf(5).attribute(),
                Described.as("password", AttributeDefinition.PASSWORD).attribute());
        return new Definitions(null, null) {
            @Override
            List<Definition> all(Locale language) {
                return List.of(
                        new Definition(PID, true, "Mail", "", "", attributes),
                        new Definition(Database.class.getName(), true, "Datenbank", "", "", attributes));
            }

            @Override
            List<Definition> factories(Locale language) {
                return List.of(
                        new Definition(FACTORY, true, "Relais", "", "", attributes),
                        new Definition(GUARDED, true, "Empfänger", "", "trail.read", attributes),
                        new Definition(SIGN_IN, true, "Anbieter", "", Grant.ALL, attributes));
            }
        };
    }
}
