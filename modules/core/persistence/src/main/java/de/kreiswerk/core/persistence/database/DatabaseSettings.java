package de.kreiswerk.core.persistence.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the database is. Comes from the environment only: everything else is kept in the database itself.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param user the user, empty when the address needs none
 * @param password the password; never logged
 */
record DatabaseSettings(String url, String user, String password) {

    static final String URL = "KREISWERK_DB_URL";
    static final String USER = "KREISWERK_DB_USER";
    static final String PASSWORD = "KREISWERK_DB_PASSWORD";

    static DatabaseSettings from(Map<String, String> environment, Path data) {
        String url = environment.getOrDefault(URL, "").strip();
        if (url.isEmpty()) {
            return new DatabaseSettings(embedded(data), "kreiswerk", "");
        }
        if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException(
                    URL + " must start with jdbc:postgresql: or jdbc:h2:. Kreiswerk knows no other database.");
        }
        return new DatabaseSettings(url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""));
    }

    boolean postgresql() {
        return url.startsWith("jdbc:postgresql:");
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
}
