package de.kreiswerk.core.mail.page;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.mail.outbox.MailEntry;
import de.kreiswerk.core.mail.outbox.MailState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The outbox.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param objection why nothing is sent, null when something is
 * @param settings where that is mended, null when the reader may not
 * @param server where mail is sent to
 * @param sender whom it comes from
 * @param success what was done just now, null when nothing was
 * @param error why nothing was, null when nothing went wrong
 * @param addressError what is wrong with the address of the test, null when nothing is
 * @param address what stands in the form
 * @param only the state that is asked for, null for all
 * @param mails what there is
 * @param more whether there is more
 */
public record PostView(
        Locale language,
        String token,
        Text objection,
        String settings,
        String server,
        String sender,
        Text success,
        Text error,
        Text addressError,
        String address,
        MailState only,
        List<MailEntry> mails,
        boolean more) {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** A time as the county's clocks show it. */
    public String moment(Instant time) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy, HH:mm:ss" : "dd.MM.yyyy, HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }

    /** What a mail is called. */
    public String subject(MailEntry mail) {
        return mail.subject() == null ? in(PostTexts.SEALED) : mail.subject();
    }

    /** How it stands with it. */
    public String state(MailEntry mail) {
        return in(mail.sending() ? PostTexts.ON_ITS_WAY : PostTexts.state(mail.state()));
    }

    /** How that looks. */
    public String look(MailEntry mail) {
        return switch (mail.state()) {
            case SENT -> "success";
            case FAILED -> "danger";
            case WAITING -> mail.fault() == null ? "info" : "warning";
            case CANCELLED, EXPIRED -> "warning";
        };
    }

    /** What went wrong last. */
    public String fault(MailEntry mail) {
        return in(PostTexts.fault(mail.fault()));
    }

    /** What tells a mail's buttons from those of the others. */
    public String name(MailEntry mail) {
        return subject(mail) + ", " + moment(mail.created());
    }
}
