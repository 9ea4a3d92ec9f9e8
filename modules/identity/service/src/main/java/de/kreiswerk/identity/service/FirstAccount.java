package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@code admin} at the first start, when there is none yet. Its password is random and must be changed;
 * unattended setups state one.
 */
@Component(service = FirstAccount.class, immediate = true)
public final class FirstAccount {

    static final String LOGIN = "admin";
    static final String FILE = "admin.password";
    private static final String VARIABLE = "KREISWERK_ADMIN_PASSWORD";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final Path file;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public FirstAccount(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference PasswordHasher hasher)
            throws IOException {
        this(Path.of(context.getProperty("kreiswerk.data")), transactions, trail, hasher);
        make(System.getenv(VARIABLE)).ifPresent(this::announce);
    }

    FirstAccount(Path data, Transactions transactions, AuditTrail trail, PasswordHasher hasher) {
        this.file = data.resolve(FILE);
        this.transactions = transactions;
        this.trail = trail;
        this.hasher = hasher;
    }

    /** The random password of a new account; empty when there is an account already, or the password was stated. */
    Optional<String> make(String stated) throws IOException {
        if (transactions.call(tx -> hasAccounts(new Sql(tx)))) {
            return Optional.empty();
        }
        String usable = usable(stated);
        String password = usable == null ? new Secrets().password() : usable;
        String hash = hasher.hash(password);
        if (usable == null) {
            // Before the account is there: an account whose password nobody knows would be of no use.
            write(password);
        }
        boolean made = transactions.call(tx -> insert(new Sql(tx), hash, usable == null));
        if (!made && usable == null) {
            // Another node was first.
            Files.deleteIfExists(file);
        }
        return made && usable == null ? Optional.of(password) : Optional.empty();
    }

    private static String usable(String stated) {
        if (stated == null || stated.isEmpty()) {
            return null;
        }
        Optional<Text> objection = PasswordRules.objection(stated, LOGIN);
        objection.ifPresent(
                why -> LOG.error("{} is not used, a random password is made instead: {}", VARIABLE, why.english()));
        return objection.isPresent() ? null : stated;
    }

    private boolean insert(Sql sql, String hash, boolean mustChange) throws java.sql.SQLException {
        sql.rightsChanged();
        if (hasAccounts(sql)) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Account account = new Account(
                UUID.randomUUID().toString(),
                LOGIN,
                "Administration",
                null,
                Account.State.ACTIVE,
                Set.of(),
                mustChange,
                now,
                1);
        new AccountTable(sql).insert(account, hash);
        RolesService.insert(
                sql, new RoleGrant(UUID.randomUUID().toString(), account.id(), Role.ADMINISTRATOR, null), clock);
        trail.record(AuditEvent.success(
                        new Caller("platform-identity", "Kreiswerk", Set.of(), "platform", now, "first-start"),
                        "identity",
                        "account.created",
                        "Account",
                        account.id())
                .with("role", Role.ADMINISTRATOR));
        return true;
    }

    private static boolean hasAccounts(Sql sql) throws java.sql.SQLException {
        return sql.number("select count(*) from identity_account") > 0;
    }

    private void write(String password) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.write(file, (password + "\n").getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }

    /**
     * To the terminal of the person who started the platform, not to the log. Where nobody watches, what is printed is kept by
     * whoever runs the service, so that only says where the password is.
     */
    @SuppressWarnings("java:S106")
    private void announce(String password) {
        System.out.println(announcement(password, isWatched()));
    }

    String announcement(String password, boolean watched) {
        return watched
                ? "The first account is " + LOGIN + ", its password " + password + " (also in " + file
                        + "); it must be changed at the first sign-in."
                : "The first account is " + LOGIN + "; its password is in " + file;
    }

    /** From Java 22 on there may be a console without a terminal, and it can be asked. */
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
