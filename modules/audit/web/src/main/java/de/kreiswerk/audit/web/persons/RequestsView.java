package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequest.Decision;
import de.kreiswerk.audit.web.console.Moments;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the pages of requests show.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param caller who reads
 * @param base where the page is
 * @param on whether requests are switched on
 * @param requests those of the list
 * @param typed what was sent, by the field's id; empty where nothing was
 * @param errors why nothing was changed
 */
public record RequestsView(
        Locale language,
        String token,
        Caller caller,
        String base,
        boolean on,
        List<PersonRequest> requests,
        Map<String, String> typed,
        FormErrors errors) {

    public static final String PERSON = "person";
    public static final String REASON = "grund";
    public static final String FIRST = "von";
    public static final String LAST = "bis";

    /** The position behind which a page of records begins. */
    static final String AFTER = "nach";

    /** Where a decision stands on the page. */
    static String decision(String id) {
        return "entscheidung-" + id;
    }

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Times in the reader's language. */
    public Moments moments() {
        return new Moments(language);
    }

    /** Whether it is the page on which one asks. */
    public boolean asks() {
        return base.equals(AskingServlet.BASE);
    }

    /** What the page is about. */
    public String title() {
        return in(asks() ? PersonTexts.TITLE : PersonTexts.TITLE_DECIDING);
    }

    /** Whether the reader decides on it. */
    public boolean mayDecide(PersonRequest request) {
        return on
                && !asks()
                && request.decision() == Decision.OPEN
                && !request.askedBy().equals(caller.subject());
    }

    /** Whether the reader waits for somebody else. */
    public boolean isOwn(PersonRequest request) {
        return !asks()
                && request.decision() == Decision.OPEN
                && request.askedBy().equals(caller.subject());
    }

    /** Whether the reader may see the records. */
    public boolean mayLook(PersonRequest request) {
        return on
                && request.decision() == Decision.APPROVED
                && caller.subject().equals(asks() ? request.askedBy() : request.decidedBy());
    }

    /** Where the records are. */
    public String records(PersonRequest request) {
        return base + "/anfrage/" + request.id();
    }

    /** How far it is, in words. */
    public String progress(PersonRequest request) {
        return switch (request.decision()) {
            case OPEN -> in(PersonTexts.OPEN);
            case LAPSED -> in(PersonTexts.LAPSED);
            case REFUSED -> in(PersonTexts.REFUSED);
            case APPROVED -> in(PersonTexts.APPROVED_UNTIL) + " " + moments().of(request.ends());
            case ENDED -> in(PersonTexts.ENDED) + " " + moments().of(request.ends());
        };
    }

    /** How the state looks. */
    public String look(PersonRequest request) {
        return switch (request.decision()) {
            case OPEN -> "warning";
            case APPROVED -> "success";
            case LAPSED, REFUSED, ENDED -> "info";
        };
    }

    /** Who did something. */
    public String by(String subject) {
        return subject.equals(caller.subject()) ? in(PersonTexts.BY_YOU) : in(PersonTexts.BY) + " " + subject;
    }

    /** A field with what was typed. */
    public Field field(String id) {
        return new Field(id, typed.getOrDefault(id, ""), errors.at(id), null);
    }

    /** The buttons of one request of several. */
    public Field decisionOn(PersonRequest request) {
        return field(decision(request.id()));
    }
}
