package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.seal.PackageWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Records as a table for spreadsheets (RFC 4180, with semicolons: what German ones expect). Who did what is not in it: sorted by that, it
 * would say everything that somebody did, for which two people are needed.
 */
public final class CsvTable implements PackageWriter.Table {

    private static final String HEAD = line(List.of(
            "Nummer",
            "Zeit",
            "Zeitzone",
            "Bereich",
            "Aktion",
            "Objekttyp",
            "Objekt",
            "Fachbereich",
            "Ausgang",
            "Anmeldung",
            "Anfrage",
            "Einzelheiten"));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    /** In autumn an hour comes twice. In a column of its own, so that the time stays one for a spreadsheet. */
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    @Override
    public String head() {
        return HEAD;
    }

    @Override
    public String row(long sequence, String canonical) {
        return row(RecordText.of(sequence, Instant.EPOCH, canonical).listed());
    }

    private static String row(TrailRecord record) {
        return line(List.of(
                String.valueOf(record.sequence()),
                TIME.format(record.time()),
                OFFSET.format(record.time()),
                record.area(),
                record.action(),
                record.objectType(),
                record.objectId(),
                record.department() == null ? "" : record.department(),
                switch (record.outcome()) {
                    case SUCCESS -> "erfolgreich";
                    case DENIED -> "abgelehnt";
                    case FAILED -> "gescheitert";
                },
                record.method(),
                record.request(),
                record.details().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "))));
    }

    /** Every cell in quotes: none of its signs ends it. */
    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> '"' + harmless(cell).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";"))
                + "\r\n";
    }

    /**
     * What begins like a formula would be carried out by a spreadsheet. A cell begins also behind a comma or a line's end within a text: one
     * that splits at commas takes no account of quotes that do not stand right behind one.
     */
    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        boolean begins = true;
        for (char c : text.toCharArray()) {
            if (begins && "=+-@".indexOf(c) >= 0) {
                harmless.append('\'');
            }
            begins = ",;\t\r\n".indexOf(c) >= 0
                    || begins && (c == '"' || Character.isWhitespace(c) || Character.isSpaceChar(c));
            harmless.append(c);
        }
        return harmless.toString();
    }
}
