package de.kreiswerk.deployment.service.plan;

import de.kreiswerk.core.api.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one sentence which package would come from two sides. Only the resolver's own words tell. */
final class Conflict {

    private static final Pattern WORDS = Pattern.compile(
            "resource (\\S+) \\[.*?exposed to package '([^']+)' from resources (\\S+) \\[.*? and (\\S+) \\[");

    private Conflict() {}

    static Text sentence(String words) {
        Matcher said = WORDS.matcher(String.valueOf(words));
        return said.find()
                ? new Text(
                        "Das Paket " + said.group(2) + " käme für " + said.group(1) + " von zwei Seiten: von "
                                + said.group(3) + " und von " + said.group(4)
                                + ". Die Versionen, die importiert werden, passen nicht zueinander.",
                        "The package " + said.group(2) + " would come to " + said.group(1) + " from two sides: from "
                                + said.group(3) + " and from " + said.group(4)
                                + ". The versions that are imported do not go together.")
                : new Text(
                        "Die Bundles passen nicht mit dem zusammen, was hier läuft. Der Resolver sagt: " + words,
                        "The bundles do not fit together with what runs here. The resolver says: " + words);
    }
}
