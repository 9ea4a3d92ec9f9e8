package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.core.api.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile in its level as C2SP tlog-tiles writes it: {@code x001/x234/067}, with {@code .p/5} behind it when the tile
 * is not full. What is not written so is not there.
 *
 * @param number from 0
 * @param width 1 to 256
 */
record TilePath(long number, int width) {

    /** Six groups of three digits are more than there will ever be. */
    private static final Pattern FORM = Pattern.compile("((?:x\\d{3}/){0,5})(\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    static TilePath parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches() || matcher.group(1).startsWith("x000/")) {
            throw notFound();
        }
        long number = Long.parseLong((matcher.group(1) + matcher.group(2)).replaceAll("[x/]", ""));
        int width = matcher.group(3) == null ? AuditLog.TILE : Integer.parseInt(matcher.group(3));
        if (matcher.group(3) != null && width >= AuditLog.TILE) {
            throw notFound();
        }
        return new TilePath(number, width);
    }

    static RuntimeException notFound() {
        return Answers.notFound(
                "tile-not-found",
                new Text(
                        "Diesen Teil des Prüfpfads gibt es nicht, oder noch nicht. Welche es gibt, folgt aus der Größe im Checkpoint.",
                        "There is no such part of the trail, or not yet. Which there are follows from the size in the checkpoint."));
    }
}
