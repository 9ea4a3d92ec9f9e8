package de.kreiswerk.audit.log.persons;

import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/** What people are told who ask about a person. */
final class RequestProblems {

    private static final Text TITLE = new Text("Personenanfrage", "Request about a person");

    private RequestProblems() {}

    static ProblemException off() {
        return new ProblemException(
                Kind.CONFLICT,
                "person-search-off",
                TITLE,
                new Text(
                        "Personenanfragen sind ausgeschaltet. Einschalten lassen sie sich unter „Einstellungen“, „Prüfpfad: Suche nach Personen“.",
                        "Requests about persons are switched off. They can be switched on among the settings, 'Prüfpfad: Suche nach Personen'."));
    }

    static ProblemException notFound() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "request-not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text(
                        "Diese Anfrage gibt es nicht, oder sie geht nur andere an.",
                        "There is no such request, or it is a matter of others."));
    }

    static ProblemException invalid(Map<String, Text> errors) {
        return new InvalidEntry(Kind.UNPROCESSABLE, "request-invalid", TITLE, errors);
    }

    static ProblemException alreadyOpen() {
        return new ProblemException(
                Kind.CONFLICT,
                "request-open",
                TITLE,
                new Text(
                        "Sie haben zu dieser Person schon angefragt. Warten Sie die Entscheidung ab.",
                        "You have asked about this person already. Await the decision."));
    }

    static ProblemException own() {
        return new ProblemException(
                Kind.FORBIDDEN,
                "own-request",
                TITLE,
                new Text(
                        "Über diese Anfrage entscheidet jemand anderes: weder wer sie gestellt hat, noch um wen es geht.",
                        "Somebody else decides on this request: neither who asked nor whom it is about."));
    }

    static ProblemException decided() {
        return new ProblemException(
                Kind.CONFLICT,
                "request-decided",
                TITLE,
                new Text("Über diese Anfrage ist schon entschieden.", "This request is decided already."));
    }

    static ProblemException lapsed() {
        return new ProblemException(
                Kind.CONFLICT,
                "request-lapsed",
                TITLE,
                new Text(
                        "Über diese Anfrage wurde " + PersonRequests.DAYS_UNDECIDED
                                + " Tage nicht entschieden, sie ist verfallen. Wer die Einträge noch braucht, fragt neu an.",
                        "Nobody decided on this request for " + PersonRequests.DAYS_UNDECIDED
                                + " days, so it has lapsed. Whoever still needs the records asks again."));
    }

    static ProblemException notApproved() {
        return new ProblemException(
                Kind.CONFLICT,
                "request-not-approved",
                TITLE,
                new Text(
                        "Die Einträge lassen sich erst sehen, wenn eine zweite Person zugestimmt hat.",
                        "The records can be seen once a second person has approved."));
    }

    static ProblemException ended() {
        return new ProblemException(
                Kind.GONE,
                "request-ended",
                TITLE,
                new Text(
                        "Die sieben Tage dieser Anfrage sind vorbei. Fragen Sie neu an, wenn es noch einen Grund gibt.",
                        "The seven days of this request are over. Ask anew if there still is a reason."));
    }
}
