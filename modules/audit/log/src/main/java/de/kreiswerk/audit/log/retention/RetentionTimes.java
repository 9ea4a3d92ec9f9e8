package de.kreiswerk.audit.log.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long records are kept, by area. Years are the county's, because that is how laws count. */
@Component(service = RetentionTimes.class)
@Designate(ocd = RetentionTimes.Config.class)
public final class RetentionTimes {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");
    private static final int LONGEST = 200;
    private static final String FORM = "[a-z][a-z0-9.-]{0,59}=[0-9]{1,3}";

    private final int otherwise;
    private final Map<String, Integer> years = new LinkedHashMap<>();
    private String wrong;

    /** How long. */
    @ObjectClassDefinition(
            name = "Prüfpfad: Aufbewahrung",
            description =
                    "Wie lange Einträge des Prüfpfads bleiben. Entfernt wird nur vom Anfang her, und erst nach einem Angebot an das Archiv: Ein Eintrag mit langer Frist hält alle jüngeren.")
    public @interface Config {

        /**
         * For areas without a time of their own.
         *
         * @return years, 0 for ever
         */
        @AttributeDefinition(
                name = "Jahre",
                description = "Für alle Bereiche, die unten nicht stehen. 0: für immer.",
                min = "0",
                max = "200")
        int years() default 10;

        /**
         * For single areas.
         *
         * @return lines such as {@code proposals=30}
         */
        @AttributeDefinition(
                name = "Eigene Fristen",
                description =
                        "Durch Komma getrennt BEREICH=JAHRE, etwa proposals=30, identity=2. 0: für immer. Bereiche sind die aus der Suche im Prüfpfad.",
                required = false)
        String areas() default "";
    }

    /**
     * Takes over what was set up.
     *
     * @param config how long
     */
    @Activate
    public RetentionTimes(Config config) {
        this(config.years(), config.areas());
    }

    RetentionTimes(int otherwise, String areas) {
        this.otherwise = otherwise;
        if (otherwise < 0 || otherwise > LONGEST) {
            wrong = String.valueOf(otherwise);
        }
        for (String part : areas.strip().isEmpty() ? new String[0] : areas.split(",", -1)) {
            add(part.strip().replaceAll("\\s*=\\s*", "="));
        }
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        if (!line.matches(FORM) || Integer.parseInt(line.substring(equals + 1)) > LONGEST) {
            wrong = line;
        } else if (years.putIfAbsent(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1))) != null) {
            wrong = line;
        }
    }

    /** Years by area. */
    Map<String, Integer> years() {
        return years;
    }

    /** Years of all other areas. */
    int otherwise() {
        return otherwise;
    }

    /** The part that cannot be read, null when all can: then nothing may go, because nobody knows what was meant. */
    String wrong() {
        return wrong;
    }

    /**
     * What is older may go.
     *
     * @param years how many years are kept, more than 0
     * @param now the time
     * @return the time of the oldest record that stays
     */
    static Instant oldest(int years, Instant now) {
        return now.atZone(COUNTY).minusYears(years).toInstant();
    }
}
