package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.ActiveFilter;
import de.kreiswerk.proposals.web.view.Choice;
import de.kreiswerk.proposals.web.view.FieldError;
import de.kreiswerk.proposals.web.view.Words;
import java.util.List;
import java.util.Locale;

/**
 * What a page of the list shows.
 *
 * @param language the reader's language
 * @param committees what the form offers
 * @param active the filters that are active
 * @param errors what is wrong in the form; nothing is listed then
 * @param parts the lists: upcoming and past on the first page, else one of them
 * @param start the address of the first page, null on it
 * @param calendar the address of the calendar with the same filter
 */
record MeetingListView(
        Locale language,
        List<Choice> committees,
        List<ActiveFilter> active,
        List<FieldError> errors,
        List<Part> parts,
        String start,
        String calendar) {

    String in(Text text) {
        return text.in(language);
    }

    /** What is wrong with the committee, null when nothing is. */
    String committeeError() {
        return errors.isEmpty() ? null : errors.get(0).message();
    }

    /**
     * A list of meetings.
     *
     * @param id for links within the page
     * @param heading what they are
     * @param months the meetings by month
     * @param none what is said when there are none
     * @param more the address of the next page, null on the last
     * @param moreLabel what leads there
     */
    record Part(String id, String heading, List<Month> months, String none, String more, String moreLabel) {}

    /**
     * The meetings of a month.
     *
     * @param name the month
     * @param meetings its meetings
     */
    record Month(String name, List<Entry> meetings) {}

    /**
     * A meeting.
     *
     * @param address its page, null when it has none
     * @param name its name
     * @param machineTime its beginning for machines
     * @param weekday the day of the week, shortened
     * @param day the day of the month
     * @param date date and times in words
     * @param today whether it is today
     * @param place where it is, null when not known
     * @param organization the committee, null when the name says it
     * @param cancelled whether it is cancelled
     */
    record Entry(
            String address,
            Words name,
            String machineTime,
            String weekday,
            String day,
            String date,
            boolean today,
            Words place,
            Words organization,
            boolean cancelled) {}
}
