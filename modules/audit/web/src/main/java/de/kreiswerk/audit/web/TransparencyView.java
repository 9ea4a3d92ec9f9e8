package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows.
 *
 * @param language the reader's language
 * @param checkpoint the newest, null when nothing is sealed yet
 * @param minimum how many records at the beginning were removed when their time was over
 * @param keys the keys of the trail
 * @param isVouched whether an older key vouches for a newer one: for one that replaced a lost one none does
 * @param verdict what came of a proof, null when none was sent
 * @param base the public address of the platform
 * @param programHash the SHA-256 of the program with which people verify, null when it is not to be had here
 */
record TransparencyView(
        Locale language,
        Checkpoint checkpoint,
        long minimum,
        List<LogKey> keys,
        boolean isVouched,
        Verdict verdict,
        String base,
        String programHash) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    TransparencyView {
        keys = List.copyOf(keys);
    }

    String in(Text text) {
        return text.in(language);
    }

    boolean isRefused() {
        return verdict != null && verdict.isRefused();
    }

    /** What is wrong at the field. */
    String mistake() {
        return in(
                switch (verdict.kind()) {
                    case NO_FILE -> TransparencyTexts.NO_FILE;
                    case NO_KEY -> TransparencyTexts.NO_KEY;
                    case NOTHING_SEALED -> TransparencyTexts.NOTHING;
                    case WITHOUT_RECORD -> TransparencyTexts.WITHOUT_RECORD;
                    default -> TransparencyTexts.UNREADABLE;
                });
    }

    String time(Instant instant) {
        boolean english = "en".equals(language.getLanguage());
        String pattern = english ? "d MMMM uuuu, HH:mm:ss" : "dd.MM.uuuu, HH:mm:ss 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, english ? Locale.UK : Locale.GERMANY)
                .format(instant.atZone(ZONE));
    }
}
