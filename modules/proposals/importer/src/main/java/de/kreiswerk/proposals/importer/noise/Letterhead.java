package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two lines in capitals that a page break puts into the text: the county (or town), and below it the office of its head.
 * It names nobody and signs nothing.
 */
final class Letterhead implements NoiseRule {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:LANDKREIS|KREIS|HANSESTADT|STADT|SAMTGEMEINDE|GEMEINDE|REGION) .{1,60}");
    private static final Pattern OFFICE = Pattern.compile(
            "(?:DER|DIE) (?:LANDR|OBERBÜRGERMEISTER|BÜRGERMEISTER|SAMTGEMEINDEBÜRGERMEISTER|REGIONSPRÄSIDENT).{0,30}");

    @Override
    public List<Line> noiseIn(List<Line> text) {
        List<Line> found = new ArrayList<>();
        for (int i = 1; i < text.size(); i++) {
            if (isOffice(text.get(i)) && isAuthority(text.get(i - 1))) {
                found.add(text.get(i - 1));
                found.add(text.get(i));
            }
        }
        return found;
    }

    static List<Line> firstLines(List<Line> letterheads) {
        return letterheads.stream().filter(Letterhead::isAuthority).toList();
    }

    private static boolean isAuthority(Line line) {
        return inCapitals(line.text()) && AUTHORITY.matcher(line.text()).matches();
    }

    private static boolean isOffice(Line line) {
        return line.text().startsWith("D")
                && inCapitals(line.text())
                && OFFICE.matcher(line.text()).matches();
    }

    private static boolean inCapitals(String words) {
        return words.length() <= 80 && words.equals(words.toUpperCase(Locale.GERMAN));
    }
}
