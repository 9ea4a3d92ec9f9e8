package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.view.ActiveFilter;
import de.kreiswerk.proposals.web.view.Choice;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.FieldError;
import de.kreiswerk.proposals.web.view.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the view of the list. A pure function of what was read, the filter, the language and the day. */
final class MeetingListViews {

    static final String LATER = "nach";
    static final String EARLIER = "vor";

    private final Locale language;
    private final Phrases phrases;
    private final MeetingViews meetings;
    private final MeetingFilter filter;

    MeetingListViews(Locale language, Today today, MeetingFilter filter) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.meetings = new MeetingViews(language, today);
        this.filter = filter;
    }

    /** A page with these lists. */
    MeetingListView view(List<MeetingListView.Part> parts, boolean first) {
        return new MeetingListView(
                language,
                filter.committees().all().stream().map(this::choice).toList(),
                filter.committee().map(this::active).map(List::of).orElse(List.of()),
                filter.isRight()
                        ? List.of()
                        : List.of(new FieldError(MeetingFilter.COMMITTEE, MeetingTexts.ERROR_COMMITTEE.in(language))),
                parts,
                first ? null : filter.query().at(MeetingsServlet.BASE),
                filter.isRight() ? filter.query().at(CalendarServlet.PATH) : CalendarServlet.PATH);
    }

    /** Meetings still to come. */
    MeetingListView.Part upcoming(List<PublicObject> found, boolean more) {
        Text none = filter.query().isEmpty() ? MeetingTexts.NO_UPCOMING : MeetingTexts.NO_UPCOMING_OF_COMMITTEE;
        return part("kommende", MeetingTexts.UPCOMING, found, none, more ? LATER : null, MeetingTexts.LATER);
    }

    /** Meetings that are over. */
    MeetingListView.Part past(List<PublicObject> found, boolean more) {
        return part(
                "vergangene",
                MeetingTexts.PAST,
                found,
                MeetingTexts.NO_PAST,
                more ? EARLIER : null,
                MeetingTexts.EARLIER);
    }

    private MeetingListView.Part part(
            String id, Text heading, List<PublicObject> found, Text none, String direction, Text moreLabel) {
        Map<String, List<MeetingListView.Entry>> months = new LinkedHashMap<>();
        for (PublicObject meeting : found) {
            months.computeIfAbsent(meetings.month(meeting), name -> new ArrayList<>())
                    .add(meetings.entry(meeting));
        }
        return new MeetingListView.Part(
                id,
                heading.in(language),
                months.entrySet().stream()
                        .map(month -> new MeetingListView.Month(month.getKey(), month.getValue()))
                        .toList(),
                none.in(language),
                direction == null
                        ? null
                        : filter.query()
                                .with(direction, found.get(found.size() - 1).key())
                                .at(MeetingsServlet.BASE),
                moreLabel.in(language));
    }

    private Choice choice(Committees.Committee committee) {
        return new Choice(
                committee.id(),
                phrases.document(committee.name()),
                committee.id().equals(filter.query().get(MeetingFilter.COMMITTEE)));
    }

    private ActiveFilter active(Committees.Committee committee) {
        return new ActiveFilter(
                CommonTexts.ORGANIZATION.in(language),
                phrases.document(committee.name()),
                filter.query().without(MeetingFilter.COMMITTEE).at(MeetingsServlet.BASE));
    }
}
