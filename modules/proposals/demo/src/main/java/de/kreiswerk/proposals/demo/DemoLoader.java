package de.kreiswerk.proposals.demo;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Council.MeetingState;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the demonstration in, in the transaction of its caller. */
final class DemoLoader {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");

    private final Papers papers;
    private final CouncilOffice office;
    private final Caller caller;
    private final LocalDate today;
    private final Dates dates;
    private final Map<String, String> organizationIds = new HashMap<>();
    private final Map<String, String> paperIds = new HashMap<>();

    DemoLoader(Papers papers, CouncilOffice office, Caller caller, LocalDate today) {
        this.papers = papers;
        this.office = office;
        this.caller = caller;
        this.today = today;
        this.dates = new Dates(today);
    }

    void load(DemoFile file) throws IOException {
        for (DemoFile.Term term : file.terms()) {
            office.addLegislativeTerm(
                    caller,
                    new CouncilOffice.LegislativeTermEntry(
                            term.name(), LocalDate.parse(term.startDate()), LocalDate.parse(term.endDate())));
        }
        file.organizations().forEach(this::load);
        LocalDate start = presentTerm(file.terms());
        file.persons().forEach(person -> load(person, start));
        for (DemoFile.Location place : file.locations()) {
            office.addLocation(
                    caller,
                    new CouncilOffice.LocationEntry(
                            place.description(),
                            place.streetAddress(),
                            place.room(),
                            place.postalCode(),
                            place.locality()));
        }
        // Before the papers, which then find their meetings at once.
        List<String> meetingIds = new ArrayList<>();
        file.meetings().forEach(meeting -> meetingIds.add(schedule(meeting)));
        for (DemoFile.Paper paper : file.papers()) {
            load(paper);
        }
        for (int i = 0; i < meetingIds.size(); i++) {
            loadAgenda(meetingIds.get(i), file.meetings().get(i));
        }
    }

    private LocalDate presentTerm(List<DemoFile.Term> terms) {
        DemoFile.Term present =
                terms.stream().filter(term -> term.isOn(today)).findFirst().orElse(terms.get(terms.size() - 1));
        return LocalDate.parse(present.startDate());
    }

    private void load(DemoFile.Organization organization) {
        Council.Organization added = office.addOrganization(
                caller,
                new CouncilOffice.OrganizationEntry(
                        organization.name(),
                        organization.shortName(),
                        organization.classification(),
                        organization.type(),
                        null,
                        null));
        organizationIds.put(organization.name(), added.id());
    }

    private void load(DemoFile.Person person, LocalDate start) {
        String id = office.addPerson(
                        caller, new CouncilOffice.PersonEntry(person.familyName(), person.givenName(), person.title()))
                .id();
        for (DemoFile.Membership membership : person.memberships()) {
            office.addMembership(
                    caller,
                    new CouncilOffice.MembershipEntry(
                            id,
                            organizationIds.get(membership.organization()),
                            membership.role(),
                            membership.votingRight(),
                            start,
                            null,
                            organizationIds.get(membership.onBehalfOf())));
        }
    }

    private String schedule(DemoFile.Meeting meeting) {
        Instant start = dates.day(meeting.day())
                .atTime(LocalTime.parse(meeting.time()))
                .atZone(LOCAL)
                .toInstant();
        return office.schedule(
                        caller,
                        new CouncilOffice.MeetingEntry(
                                organizationIds.get(meeting.organization()),
                                meeting.name(),
                                start,
                                start.plus(Duration.ofMinutes(meeting.minutes())),
                                meeting.place(),
                                meeting.open() ? Visibility.PUBLIC : Visibility.NON_PUBLIC,
                                MeetingState.valueOf(meeting.state()),
                                meeting.cancelled()))
                .id();
    }

    private void load(DemoFile.Paper entry) throws IOException {
        String text = dates.fill(new String(bytes(entry.text()), StandardCharsets.UTF_8));
        boolean toPublish = !entry.state().equals("draft");
        Paper paper = papers.importText(caller, text, toPublish).paper();
        paperIds.put(entry.text(), paper.id());
        if (entry.files() != null) {
            for (DemoFile.AttachedFile file : entry.files()) {
                try (InputStream in = open(file.fileName())) {
                    papers.attach(caller, paper.id(), file.number(), file.fileName(), file.mediaType(), in, null);
                }
            }
        }
        if (entry.state().equals("withdrawn")) {
            papers.withdraw(caller, paper.id(), null);
        }
    }

    private void loadAgenda(String meetingId, DemoFile.Meeting meeting) {
        if (meeting.agenda() == null) {
            return;
        }
        List<CouncilOffice.AgendaItemEntry> items = new ArrayList<>();
        for (DemoFile.Item item : meeting.agenda()) {
            boolean open = item.open() == null ? meeting.open() : item.open();
            items.add(new CouncilOffice.AgendaItemEntry(
                    null,
                    String.valueOf(items.size() + 1),
                    item.name(),
                    open ? Visibility.PUBLIC : Visibility.NON_PUBLIC,
                    null,
                    paperIds.get(item.paper()),
                    item.result(),
                    item.resolutionText()));
        }
        office.replaceAgenda(caller, meetingId, items, null);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = DemoLoader.class.getResourceAsStream("/demo/" + name);
        if (in == null) {
            throw new IOException("demo/" + name + " is missing");
        }
        return in;
    }
}
