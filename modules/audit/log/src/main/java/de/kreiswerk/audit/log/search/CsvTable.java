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

    private static final String HEAD =
            "Nummer;Zeit;Bereich;Aktion;Objekttyp;Objekt;Fachbereich;Ausgang;Anmeldung;Anfrage;Einzelheiten\r\n";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    @Override
    public String head() {
        return HEAD;
    }

    @Override
    public String row(long sequence, String canonical) {
        return row(RecordText.of(sequence, Instant.EPOCH, canonical).listed());
    }

    private static String row(TrailRecord record) {
        return List.of(
                                String.valueOf(record.sequence()),
                                time(record.time()),
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
                                        .collect(Collectors.joining(", ")))
                        .stream()
                        .map(CsvTable::cell)
                        .collect(Collectors.joining(";"))
                + "\r\n";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    /** What begins like a formula would be carried out by a spreadsheet. */
    private static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
