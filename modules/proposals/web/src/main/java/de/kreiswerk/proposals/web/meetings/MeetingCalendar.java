package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.proposals.web.calendar.CalendarEvent;
import de.kreiswerk.proposals.web.calendar.CalendarWriter;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes calendars of meetings. A pure function of their snapshots, the language and the public address. */
final class MeetingCalendar {

    private static final Snapshots<MeetingSnapshot> MEETINGS = Snapshots.as(MeetingSnapshot.class);

    private final Locale language;
    private final String baseUrl;

    MeetingCalendar(Locale language, String baseUrl) {
        this.language = language;
        this.baseUrl = baseUrl;
    }

    String of(String name, List<PublicObject> meetings) {
        return CalendarWriter.write(name, meetings.stream().map(this::event).toList());
    }

    private CalendarEvent event(PublicObject object) {
        MeetingSnapshot meeting = MEETINGS.read(object);
        String name = Phrases.present(meeting.name()) ? meeting.name() : CommonTexts.MEETING.in(language);
        return new CalendarEvent(
                object.path().substring(object.path().lastIndexOf('/') + 1),
                object.revision() - 1,
                object.created(),
                object.modified(),
                meeting.start(),
                meeting.end(),
                // Not every calendar shows the status.
                meeting.cancelled() ? MeetingTexts.CANCELLED_PREFIX.in(language) + name : name,
                agenda(meeting),
                meeting.location() == null
                        ? null
                        : String.join(", ", meeting.location().lines()),
                object.address() == null ? null : baseUrl + object.address(),
                meeting.organizationName(),
                meeting.cancelled());
    }

    private String agenda(MeetingSnapshot meeting) {
        if (meeting.items().isEmpty()) {
            return null;
        }
        return meeting.items().stream()
                .sorted(Comparator.comparingInt(MeetingSnapshot.Item::order))
                .map(item -> Stream.of(item.number(), item.name())
                        .filter(Phrases::present)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", MeetingTexts.AGENDA.in(language) + ":\n", ""));
    }
}
