package de.kreiswerk.core.persistence.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what migrations make. What a script puts together while it runs is not found, and then is nobody's. */
final class ScriptReader {

    private static final String NAME = "(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String QUALIFIED = "(?:(?<schema>" + NAME + ")\\s*\\.\\s*)?(?<name>" + NAME + ")";
    private static final String KIND = "(?<kind>table|view|sequence)\\s+";
    private static final Pattern NO_STATEMENT =
            Pattern.compile("'(?:[^']|'')*+'|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CREATE = Pattern.compile(
            "\\bcreate\\s+(?:(?:or\\s+replace|cached|memory|global|local|temporary|temp|unlogged|force|recursive)\\s+)*+"
                    + KIND + "(?:if\\s+not\\s+exists\\s+)?" + QUALIFIED,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RENAME = Pattern.compile(
            "\\balter\\s+" + KIND + "(?:if\\s+exists\\s+)?(?:only\\s+)?(?:" + NAME + "\\s*\\.\\s*)?" + NAME
                    + "\\s+rename\\s+to\\s+(?<schema>(?!))?(?<name>" + NAME + ")",
            Pattern.CASE_INSENSITIVE);

    private final String schema;

    /** The schema is the one that names without one belong to. */
    ScriptReader(String schema) {
        this.schema = schema;
    }

    /** In the order in which it is made, whatever becomes of it later. */
    Set<MadeThing> read(List<URL> scripts) {
        Set<MadeThing> things = new LinkedHashSet<>();
        scripts.stream()
                .sorted(Comparator.comparing(ScriptReader::version).thenComparing(URL::getPath))
                .forEach(script -> read(text(script), things));
        return things;
    }

    void read(String script, Set<MadeThing> things) {
        String statements = NO_STATEMENT.matcher(script).replaceAll(" ");
        for (Pattern pattern : List.of(CREATE, RENAME)) {
            Matcher matcher = pattern.matcher(statements);
            while (matcher.find()) {
                if (isHere(matcher.group("schema"))) {
                    things.add(new MadeThing(
                            MadeThing.Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT)),
                            plain(matcher.group("name"))));
                }
            }
        }
    }

    private boolean isHere(String named) {
        return named == null || plain(named).equals(schema.toLowerCase(Locale.ROOT));
    }

    private static String plain(String name) {
        return (name.startsWith("\"") ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }

    /** As Flyway orders them, near enough: two scripts of one number do not run. */
    private static long version(URL script) {
        String digits = script.getPath().replaceFirst(".*/V([0-9]{1,15})[^/]*", "$1");
        return digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    private static String text(URL script) {
        try (InputStream in = script.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
