package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/**
 * The sentences about what happens next. Of {@link #NEXT}, {0} is "next" or "today", {1} the article, {2} the committee and {3}
 * when.
 */
final class NextTexts {

    static final Text HEADING = new Text("So geht es weiter", "What happens next");
    static final Text HEADING_PAST = new Text("Stand der Beratung", "Where it stands");
    static final Text HEADING_DECIDED = new Text("So wurde entschieden", "What was decided");

    static final Text NEXT_UP = new Text("Als Nächstes", "Next,");
    static final Text TODAY = new Text("Heute", "Today,");
    static final Text ON = new Text("am", "on");
    static final Text AT = new Text("um", "at");
    static final Text COMMITTEE_UNKNOWN = new Text("ein Gremium", "a committee");
    static final Text DATE_OPEN = new Text("; ein Termin steht noch nicht fest", "; there is no date yet");

    static final Map<String, Text> NEXT = Map.of(
            "CONSULTATION",
                    new Text("{0} berät {1}{2}{3} über diese Vorlage.", "{0} {1}{2} will discuss this paper{3}."),
            "DECISION",
                    new Text(
                            "{0} entscheidet {1}{2}{3} über diese Vorlage.",
                            "{0} {1}{2} will decide on this paper{3}."),
            "RECOMMENDATION",
                    new Text(
                            "{0} berät {1}{2}{3} über eine Beschlussempfehlung zu dieser Vorlage.",
                            "{0} {1}{2} will discuss a recommendation on this paper{3}."),
            "INFORMATION",
                    new Text(
                            "{0} nimmt {1}{2} diese Vorlage{3} zur Kenntnis.",
                            "{0} {1}{2} will take note of this paper{3}."));
    static final Text NEXT_OTHER =
            new Text("{0} befasst sich {1}{2}{3} mit dieser Vorlage.", "{0} {1}{2} will deal with this paper{3}.");

    static final Text DECISION_LATER = new Text("Entscheiden soll {0}{1}{2}.", "After that, {0}{1} is to decide{2}.");
    static final Text UNDATED = new Text(
            "Als Nächstes soll sich {0}{1} mit dieser Vorlage befassen. Ein Termin steht noch nicht fest.",
            "Next, {0}{1} is to deal with this paper. There is no date yet.");
    static final Text CANCELLED =
            new Text("Die Sitzung am {0} ({1}) ist abgesagt.{2}", "The meeting on {0} ({1}) is cancelled.{2}");
    static final Text WAS_CANCELLED =
            new Text("Die Sitzung am {0} ({1}) war abgesagt.{2}", "The meeting on {0} ({1}) was cancelled.{2}");
    static final Text NO_NEW_DATE =
            new Text(" Ein neuer Termin ist noch nicht bekannt.", " A new date is not known yet.");
    static final Text DECIDED =
            new Text("{0}{1} hat{2} über diese Vorlage entschieden: {3}.", "{0}{1} decided on this paper{2}: {3}.");
    static final Text POSTPONED = new Text(
            "{0}{1} ist mit dieser Vorlage{2} nicht zum Ende gekommen: {3}. Ein neuer Termin ist hier noch nicht bekannt.",
            "{0}{1} did not come to an end with this paper{2}: {3}. A new date is not known here yet.");
    static final Text ALL_PAST = new Text(
            "Alle Termine der Beratungsfolge liegen zurück. Eine Entscheidung ist hier noch nicht veröffentlicht.",
            "All dates of the consultations are past. No decision has been published here yet.");
    static final Text DONE = new Text(
            "Alle Beratungen, die diese Vorlage nennt, sind abgeschlossen.",
            "All consultations that this paper names are completed.");
    static final Text DECIDED_IN_PRIVATE = new Text(
            "Alle Termine der Beratungsfolge liegen zurück. Die Entscheidung lag bei einer nichtöffentlichen Sitzung; deren "
                    + "Ergebnisse stehen hier nicht.",
            "All dates of the consultations are past. The decision was up to a meeting that was not public; its results are "
                    + "not shown here.");
    static final Text IN_PRIVATE = new Text(
            "Die Entscheidung lag bei einer nichtöffentlichen Sitzung; deren Ergebnisse stehen hier nicht.",
            "The decision was up to a meeting that was not public; its results are not shown here.");
    static final Text NO_RESULT = new Text(
            "Eine Entscheidung ist hier noch nicht veröffentlicht.", "No decision has been published here yet.");

    private NextTexts() {}
}
