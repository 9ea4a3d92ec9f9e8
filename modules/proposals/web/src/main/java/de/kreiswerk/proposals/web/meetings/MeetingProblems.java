package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;

/** What can go wrong on these pages, in words for citizens. */
final class MeetingProblems {

    private MeetingProblems() {}

    static ProblemException notFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "meeting-not-found",
                new Text("Sitzung nicht gefunden", "Meeting not found"),
                new Text(
                        "Unter dieser Adresse gibt es keine öffentliche Sitzung. Die Liste der Sitzungen führt zu allen, die "
                                + "öffentlich sind.",
                        "There is no public meeting at this address. The list of meetings leads to all that are public."));
    }

    static ProblemException withdrawn() {
        return new ProblemException(
                Problem.Kind.GONE,
                "meeting-withdrawn",
                new Text("Sitzung zurückgezogen", "Meeting withdrawn"),
                new Text(
                        "Diese Sitzung war hier öffentlich und wurde von der Verwaltung zurückgezogen.",
                        "This meeting was public here and has been withdrawn by the administration."));
    }

    static ProblemException badKey() {
        return new ProblemException(
                Problem.Kind.MALFORMED,
                "list-key-invalid",
                new Text("Diese Seite der Liste gibt es nicht", "There is no such page of the list"),
                new Text(
                        "Der Wert hinter „nach=“ oder „vor=“ in der Adresse ist kein Schlüssel aus dieser Liste. Beginnen Sie "
                                + "bitte am Anfang der Liste und blättern Sie von dort weiter.",
                        "The value after 'nach=' or 'vor=' in the address is not a key of this list. Please begin at the "
                                + "start of the list and go on from there."));
    }

    static ProblemException badCommittee() {
        return new ProblemException(
                Problem.Kind.MALFORMED,
                "filter-invalid",
                new Text("Dieser Filter passt nicht", "This filter does not fit"),
                MeetingTexts.ERROR_COMMITTEE);
    }
}
