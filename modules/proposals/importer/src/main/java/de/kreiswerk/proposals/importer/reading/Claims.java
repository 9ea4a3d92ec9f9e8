package de.kreiswerk.proposals.importer.reading;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Which lines were understood. What nobody claims is kept as it is: nothing of a text is lost. */
public final class Claims {

    private final Set<Line> taken = new HashSet<>();
    private final Map<Line, StringJoiner> rests = new HashMap<>();

    /** Says that a line was understood in full. */
    public void take(Line line) {
        taken.add(line);
    }

    /** Says that lines were understood in full. */
    public void takeAll(Collection<Line> lines) {
        taken.addAll(lines);
    }

    /** Says that a line was understood but for some words. */
    public void takeAllBut(String rest, Line line) {
        taken.add(line);
        if (rest != null && rest.codePoints().anyMatch(Character::isLetterOrDigit)) {
            rests.computeIfAbsent(line, first -> new StringJoiner(" ")).add(rest);
        }
    }

    /** Whether somebody understood a line, in full or in part. */
    public boolean isTaken(Line line) {
        return taken.contains(line);
    }

    /** The words of a line that nobody understood, empty when there are none. */
    public String rest(Line line) {
        if (!taken.contains(line)) {
            return line.hasWords() ? line.text() : "";
        }
        StringJoiner rest = rests.get(line);
        return rest == null ? "" : rest.toString();
    }
}
