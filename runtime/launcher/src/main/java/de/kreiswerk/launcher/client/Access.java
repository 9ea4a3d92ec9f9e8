package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the platform is and what opens it. Has no toString that would show the token.
 */
public final class Access {

    private static final String URL = "--url";
    private static final String TOKEN = "--token";

    private static final int HIGHEST_PORT = 65_535;

    /** What RFC 6750 allows in a bearer token; the platform warns of an operator's own that is otherwise. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final URI base;
    private final String token;

    private Access(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * The options that every command knows that speaks with a platform.
     *
     * @param command the command's name, for the sentences about mistakes
     * @param flags its own options without a value
     * @return what it knows
     */
    public static Options.Syntax syntax(String command, Set<String> flags) {
        return new Options.Syntax(command, flags, Set.of(DataDirectory.OPTION, URL, TOKEN));
    }

    /**
     * Finds out where the platform is.
     *
     * @param options what was given
     * @param terminal where the command was given
     * @return the way to the platform
     * @throws Refusal when that cannot be known
     */
    public static Access find(Options options, Terminal terminal) throws Refusal {
        DataDirectory data = DataDirectory.find(options, terminal);
        Optional<String> url = options.value(URL);
        URI base = base(url.isPresent() ? url.get() : writtenUrl(data));
        Optional<String> token = options.value(TOKEN).or(() -> terminal.variable("KREISWERK_TOKEN"));
        return new Access(base, checked(token.isPresent() ? token.get() : writtenToken(data)));
    }

    URI base() {
        return base;
    }

    String authorization() {
        return "Bearer " + token;
    }

    private static URI base(String url) throws Refusal {
        try {
            URI uri = URI.create(url.strip().replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean reachable = uri.getHost() != null && uri.getPort() <= HIGHEST_PORT && uri.getPort() != 0;
            if (web && reachable && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(url);
        }
        throw notAnAddress(url);
    }

    private static Refusal notAnAddress(String url) {
        String shown = Terminal.oneLine(url);
        return Refusal.usage(
                "„" + shown + "“ ist keine Adresse wie http://localhost:8080/.",
                "'" + shown + "' is not an address such as http://localhost:8080/.");
    }

    private static String writtenUrl(DataDirectory data) throws Refusal {
        String url;
        try {
            url = firstLine(data.urlFile());
        } catch (NoSuchFileException e) {
            throw notRunning(data);
        } catch (IOException e) {
            throw unreadable(data.urlFile(), e);
        }
        requireInUse(data);
        return url;
    }

    /** A platform that was killed leaves its address behind: whoever listens there now must not be sent the token. */
    private static void requireInUse(DataDirectory data) throws Refusal {
        try {
            if (!data.isInUse()) {
                throw notRunning(data);
            }
        } catch (IOException e) {
            throw unreadable(data.lockFile(), e);
        }
    }

    private static Refusal notRunning(DataDirectory data) {
        return Refusal.failed(
                "Auf dem Datenverzeichnis " + data.path()
                        + " läuft kein Kreiswerk; starten Sie es mit „kreiswerk run“ oder nennen Sie ein anderes"
                        + " mit --data oder eine Adresse mit --url.",
                "No Kreiswerk is running on the data directory " + data.path()
                        + "; start it with 'kreiswerk run', or name another one with --data or an address with"
                        + " --url.");
    }

    private static String writtenToken(DataDirectory data) throws Refusal {
        try {
            return firstLine(data.tokenFile());
        } catch (NoSuchFileException e) {
            throw Refusal.failed(
                    "In " + data.path() + " gibt es kein operator.token; nennen Sie das Datenverzeichnis der Plattform"
                            + " mit --data oder setzen Sie KREISWERK_TOKEN.",
                    "There is no operator.token in " + data.path() + "; name the platform's data directory with --data"
                            + " or set KREISWERK_TOKEN.");
        } catch (IOException e) {
            throw unreadable(data.tokenFile(), e);
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }

    private static Refusal unreadable(Path file, IOException e) {
        return e instanceof AccessDeniedException
                ? Refusal.failed(
                        "Die Datei " + file + " darf nur der Benutzer lesen, unter dem die Plattform läuft.",
                        "The file " + file + " can be read by the user only under which the platform runs.")
                : Refusal.failed(
                        "Die Datei " + file + " kann nicht gelesen werden.", "The file " + file + " cannot be read.");
    }

    private static String checked(String token) throws Refusal {
        if (!BEARER.matcher(token.strip()).matches()) {
            throw Refusal.usage("Das Token ist leer oder kein Bearer-Token.", "The token is empty or no bearer token.");
        }
        return token.strip();
    }
}
