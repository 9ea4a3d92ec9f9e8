package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Fact;
import de.kreiswerk.proposals.web.view.Formats;
import de.kreiswerk.proposals.web.view.Phrases;
import de.kreiswerk.proposals.web.view.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes views of meetings. A pure function of the snapshot, the reader's language and the day. */
final class MeetingViews {

    private static final Snapshots<MeetingSnapshot> MEETINGS = Snapshots.as(MeetingSnapshot.class);

    private final Locale language;
    private final Phrases phrases;
    private final Formats formats;
    private final LocalDate today;

    MeetingViews(Locale language, Today today) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.formats = new Formats(language);
        this.today = today.date();
    }

    MeetingView view(PublicObject object, PublicBody body) {
        MeetingSnapshot meeting = MEETINGS.read(object);
        String committee = String.join(", ", meeting.organizationName());
        List<MeetingView.Item> agenda = meeting.items().stream()
                .sorted(Comparator.comparingInt(MeetingSnapshot.Item::order))
                .map(this::item)
                .toList();
        return new MeetingView(
                language,
                committee.equals(meeting.name()) || committee.isBlank()
                        ? phrases.own(CommonTexts.MEETING)
                        : phrases.document(committee),
                name(meeting),
                meeting.start() == null ? "" : formats.longDate(meeting.start()),
                meeting.cancelled(),
                facts(meeting),
                agenda,
                agenda.stream().anyMatch(item -> item.result() != null),
                object.address() + MeetingsServlet.CALENDAR,
                body.openData(object.path(), language));
    }

    MeetingListView.Entry entry(PublicObject object) {
        MeetingSnapshot meeting = MEETINGS.read(object);
        Instant start = meeting.start();
        String committee = String.join(", ", meeting.organizationName());
        return new MeetingListView.Entry(
                object.address(),
                name(meeting),
                start.toString(),
                formats.shortDay(start),
                Integer.toString(start.atZone(Formats.ZONE).getDayOfMonth()),
                formats.longDate(start) + ", " + formats.times(start, meeting.end()),
                isToday(start),
                meeting.location() == null
                        ? null
                        : phrases.document(String.join(", ", meeting.location().lines())),
                committee.equals(meeting.name()) ? null : phrases.document(committee),
                meeting.cancelled());
    }

    /** The month of a meeting in words. */
    String month(PublicObject object) {
        return formats.month(MEETINGS.read(object).start());
    }

    private Words name(MeetingSnapshot meeting) {
        return Phrases.present(meeting.name()) ? phrases.document(meeting.name()) : phrases.own(CommonTexts.MEETING);
    }

    private List<Fact> facts(MeetingSnapshot meeting) {
        List<Fact> facts = new ArrayList<>();
        Instant start = meeting.start();
        if (start != null) {
            String date = formats.longDate(start);
            facts.add(phrases.fact(
                    MeetingTexts.DATE,
                    phrases.own(isToday(start) ? date + " (" + MeetingTexts.TODAY.in(language) + ")" : date)));
            facts.add(phrases.fact(MeetingTexts.TIME, phrases.own(formats.times(start, meeting.end()))));
        }
        List<String> place =
                meeting.location() == null ? List.of() : meeting.location().lines();
        facts.add(new Fact(
                MeetingTexts.PLACE.in(language),
                place.isEmpty() ? List.of(phrases.own(MeetingTexts.NO_PLACE)) : phrases.documents(place)));
        facts.add(new Fact(CommonTexts.ORGANIZATION.in(language), phrases.documents(meeting.organizationName())));
        facts.add(phrases.fact(
                MeetingTexts.STATE,
                meeting.cancelled()
                        ? phrases.own(CommonTexts.CANCELLED)
                        : phrases.coded(MeetingTexts.STATES, meeting.state(), null)));
        return facts;
    }

    private boolean isToday(Instant start) {
        return LocalDate.ofInstant(start, Formats.ZONE).equals(today);
    }

    private MeetingView.Item item(MeetingSnapshot.Item item) {
        return new MeetingView.Item(
                phrases.document(item.number()),
                Phrases.present(item.name()) ? phrases.document(item.name()) : phrases.own(CommonTexts.NO_ANSWER),
                phrases.document(item.paperReference()),
                item.paperAddress(),
                phrases.document(item.result()),
                item.resolutionText() == null ? List.of() : phrases.paragraphs(item.resolutionText()));
    }
}
