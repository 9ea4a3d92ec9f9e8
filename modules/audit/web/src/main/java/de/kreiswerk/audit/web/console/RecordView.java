package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What the page of a record shows.
 *
 * @param language the reader's language
 * @param record the record
 * @param department the department's name, null when there is none
 * @param proof whether it is proven
 * @param persons whether the reader may read what it says of persons
 * @param newest how many records are sealed: the page of none behind them is linked
 * @param canAsk whether everything by a person can be asked for
 */
public record RecordView(
        Locale language,
        TrailRecord record,
        String department,
        Proof proof,
        boolean persons,
        long newest,
        boolean canAsk) {

    /** How the ids of the platform's own parts begin, which are no persons. */
    private static final String PLATFORM = "platform-";

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Times in the reader's language. */
    public Moments moments() {
        return new Moments(language);
    }

    /** How it ended. */
    public Ending ending() {
        return Ending.of(record.outcome());
    }

    /** What the page is about. */
    public String title() {
        return in(AuditTexts.RECORD) + " " + number(record.sequence());
    }

    /** A number with its separators. */
    public String number(long number) {
        return String.format("en".equals(language.getLanguage()) ? Locale.UK : Locale.GERMANY, "%,d", number);
    }

    /** How whoever did it had signed in, in words; null when there are none for it. */
    public String method() {
        return words(DetailWords.method(record.method()), record.method());
    }

    /** What a detail is about, in words; null when there are none for it. */
    public String key(String key) {
        return words(DetailWords.key(key), key);
    }

    /** What a detail says, in words; null when there are none for it. */
    public String value(String key, String value) {
        return words(DetailWords.value(key, value), value);
    }

    /** What stands there anyway is not said twice. */
    private String words(Text text, String raw) {
        return text == null || in(text).equalsIgnoreCase(raw) ? null : in(text);
    }

    /** What is proven, in words. */
    public String proven() {
        long size = proof.checkpoint().size();
        String made = moments().of(proof.checkpoint().made());
        return in(new Text(
                "Bewiesen: Dieser Eintrag ist Nummer " + number(record.sequence()) + " von " + number(size)
                        + " versiegelten Einträgen, Stand vom " + made + ".",
                "Proven: this record is number " + number(record.sequence()) + " of " + number(size)
                        + " sealed records, as of " + made + "."));
    }

    /** Whom something that it says is about. */
    public String whom(TrailRecord.Personal personal) {
        return personal.subject().equals(record.actor())
                ? in(AuditTexts.WHO_DID_IT)
                : in(AuditTexts.PERSON) + " " + personal.subject();
    }

    /** What it says, or why that cannot be read. */
    public String says(TrailRecord.Personal personal) {
        if (personal.erased() != null) {
            return in(AuditTexts.ERASED) + " " + moments().of(personal.erased());
        }
        if (personal.value() != null) {
            return personal.value();
        }
        return in(persons ? AuditTexts.NOT_READABLE : AuditTexts.NOT_ALLOWED);
    }

    /** Whether it is the value that is shown. */
    public boolean isReadable(TrailRecord.Personal personal) {
        return personal.erased() == null && personal.value() != null;
    }

    /** Where everything by whoever did it is asked for, null when it cannot be. */
    public String ask() {
        return canAsk && !record.actor().isEmpty() && !record.actor().startsWith(PLATFORM)
                ? Places.person(record.actor())
                : null;
    }

    /** The record before it, null when it is the first. */
    public String previous() {
        return record.sequence() > 1 ? Places.record(record.sequence() - 1) : null;
    }

    /** The record behind it, null when none is known. */
    public String next() {
        return record.sequence() < newest ? Places.record(record.sequence() + 1) : null;
    }
}
