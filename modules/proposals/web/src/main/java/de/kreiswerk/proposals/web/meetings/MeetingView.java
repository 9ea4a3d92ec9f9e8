package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.Fact;
import de.kreiswerk.proposals.web.view.OpenData;
import de.kreiswerk.proposals.web.view.Words;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a meeting shows.
 *
 * @param language the reader's language
 * @param preline committee
 * @param name the meeting's name
 * @param date its day in words
 * @param cancelled whether it is cancelled
 * @param facts time, place, state
 * @param agenda the public items
 * @param hasResults whether one of them has a result
 * @param calendar where the appointment is
 * @param openData where programs get the same
 */
record MeetingView(
        Locale language,
        Words preline,
        Words name,
        String date,
        boolean cancelled,
        List<Fact> facts,
        List<Item> agenda,
        boolean hasResults,
        String calendar,
        OpenData openData) {

    /** Name and day. */
    String title() {
        return date.isEmpty() ? name.text() : name.text() + " " + in(MeetingTexts.ON) + " " + date;
    }

    String in(Text text) {
        return text.in(language);
    }

    /**
     * An item of the agenda.
     *
     * @param number its number, null when it has none
     * @param name its subject
     * @param paper the reference of its paper, null when there is none
     * @param paperAddress the paper's page, null when there is none
     * @param result the result, null when there is none
     * @param resolution the resolution's paragraphs
     */
    record Item(Words number, Words name, Words paper, String paperAddress, Words result, List<Words> resolution) {}
}
