package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.core.api.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A signed state as mail, in words for somebody who looks after it beside other work. */
final class CopyMail {

    private static final Duration OF_USE = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm 'Uhr'", Locale.GERMANY)
            .withZone(ZoneId.of("Europe/Berlin"));

    private CopyMail() {}

    static Mail of(String to, Checkpoint checkpoint, Instant now) {
        String text = """
                Guten Tag,

                bitte heben Sie diese Nachricht auf. Sie enthält den Stand des Prüfpfads vom %s mit %d Einträgen, \
                als signierte Prüfsumme. Mit ihr lässt sich später nachweisen, ob einer dieser Einträge \
                verändert oder entfernt wurde, auch wenn jemand die Datenbank und den Schlüssel hat. Über Personen sagt sie nichts.

                Zum Prüfen speichern Sie die Zeilen zwischen den Strichen als Datei „checkpoint“ (mit der leeren Zeile darin):

                    java -jar kreiswerk-verify.jar checkpoint checkpoint --key SCHLÜSSEL

                -----
                %s-----

                Diese Nachricht kommt einmal am Tag, solange der Prüfpfad wächst. Bleibt sie aus, fragen Sie nach.
                """.formatted(TIME.format(checkpoint.made()), checkpoint.size(), checkpoint.note());
        return new Mail(
                to,
                "Prüfpfad: Stand vom " + TIME.format(checkpoint.made()) + ", " + checkpoint.size() + " Einträge",
                text,
                "audit.checkpoint",
                String.valueOf(checkpoint.size()),
                now.plus(OF_USE));
    }
}
