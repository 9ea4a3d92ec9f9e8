package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.web.console.Ending;
import de.kreiswerk.audit.web.console.Moments;
import de.kreiswerk.audit.web.console.Places;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What a person did.
 *
 * @param language the reader's language
 * @param caller who reads
 * @param base where the request is
 * @param request what was asked
 * @param page what was found
 * @param behind whether newer ones were before
 */
public record ActsView(
        Locale language, Caller caller, String base, PersonRequest request, TrailPage page, boolean behind) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Times in the reader's language. */
    public Moments moments() {
        return new Moments(language);
    }

    /** The page of a record, null for who is no auditor. */
    public String address(TrailRecord record) {
        return caller.may(AuditPermissions.READ, Grant.ALL) ? Places.record(record.sequence()) : null;
    }

    /** How it ended. */
    public Ending ending(TrailRecord record) {
        return Ending.of(record.outcome());
    }

    /** Where the newest are. */
    public String newest() {
        return base + "/anfrage/" + request.id();
    }

    /** Where the older ones are, null when there are none. */
    public String older() {
        return page.next() == null ? null : newest() + "?" + RequestsView.AFTER + "=" + page.next();
    }
}
