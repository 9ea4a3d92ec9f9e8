package de.kreiswerk.core.persistence.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the database is, and as whom. Comes from the environment only: everything else is kept in the database itself.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param user the user, empty when the address needs none
 * @param password the password; never logged
 * @param owner to whom the tables belong when that is somebody else; on PostgreSQL only
 */
record DatabaseSettings(String url, String user, String password, Optional<Owner> owner) {

    static final String URL = "KREISWERK_DB_URL";
    static final String USER = "KREISWERK_DB_USER";
    static final String PASSWORD = "KREISWERK_DB_PASSWORD";
    static final String OWNER_USER = "KREISWERK_DB_OWNER_USER";
    static final String OWNER_PASSWORD = "KREISWERK_DB_OWNER_PASSWORD";

    /** One role for everything. */
    DatabaseSettings(String url, String user, String password) {
        this(url, user, password, Optional.empty());
    }

    static DatabaseSettings from(Map<String, String> environment, Path data) {
        String url = environment.getOrDefault(URL, "").strip();
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException(
                    URL + " must start with jdbc:postgresql: or jdbc:h2:. Kreiswerk knows no other database.");
        }
        DatabaseSettings one = url.isEmpty()
                ? new DatabaseSettings(embedded(data), "kreiswerk", "")
                : new DatabaseSettings(url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""));
        return new DatabaseSettings(one.url, one.user, one.password, owner(environment, one));
    }

    /** Half of it, or where it protects nothing, is refused: whoever set it relies on it. */
    private static Optional<Owner> owner(Map<String, String> environment, DatabaseSettings other) {
        String user = environment.getOrDefault(OWNER_USER, "");
        String password = environment.getOrDefault(OWNER_PASSWORD, "");
        if (user.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException(
                    OWNER_USER + " and " + OWNER_PASSWORD + " belong together. Set both or none.");
        }
        if (!other.postgresql()) {
            throw new IllegalArgumentException(OWNER_USER + " is for PostgreSQL. H2 is a file, and whoever may write it"
                    + " may change all that is in it.");
        }
        if (user.equals(other.user)) {
            throw new IllegalArgumentException(
                    OWNER_USER + " must be another one than " + USER + ": else it protects nothing.");
        }
        return Optional.of(new Owner(user, password));
    }

    boolean postgresql() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** The same database as the one sees it to whom the tables belong. */
    DatabaseSettings asOwner() {
        return owner.map(role -> new DatabaseSettings(url, role.user, role.password))
                .orElse(this);
    }

    /**
     * H2 keeps 8 statements of a connection by default, fewer than an import has, and would parse most of them anew each
     * time. Texts of up to 64 KB, which are nearly all, stay in their rows: apart from them, each would cost a search of its
     * own to read.
     */
    private static String embedded(Path data) {
        return "jdbc:h2:file:" + data.resolve("db").resolve("kreiswerk").toAbsolutePath()
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=100"
                + ";MAX_LENGTH_INPLACE_LOB=65536";
    }

    /** The address without what might be secret in it. */
    String publicUrl() {
        int parameters = url.indexOf(postgresql() ? '?' : ';');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return publicUrl();
    }

    /**
     * Who makes the tables, changes them, and takes rows out that are there for good.
     *
     * @param user the role
     * @param password its password; never logged
     */
    record Owner(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
