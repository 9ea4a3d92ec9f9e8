package de.kreiswerk.proposals.demo;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Council.MeetingState;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings the demonstration in, one piece in each transaction of its caller, so that others can write between them. What is missing is
 * told from what is there: a start after a crash goes on where the last one stopped, and nothing comes twice. Papers are never
 * deleted, and one of them comes last of all; as soon as all are there the demonstration is whole, whatever people make of it.
 */
final class DemoLoader {

    /** What a call did. */
    enum Step {
        /** It brought a piece in, and there is more. */
        LOADED,
        /** Everything is there. */
        WHOLE,
        /** The platform has a council of its own, or somebody made the demonstration into one. */
        NOT_OURS
    }

    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{year}}/\\d{1,4}");
    private static final int MANY = 100;
    private static final int LONGEST_PAUSE_DAYS = 400;

    private final Papers papers;
    private final PaperReader reader;
    private final Council council;
    private final CouncilOffice office;
    private final Caller caller;
    private final LocalDate today;
    private final DemoFile file;
    /** The number of each paper, its year not filled in. */
    private final List<String> references;

    DemoLoader(
            Papers papers,
            PaperReader reader,
            Council council,
            CouncilOffice office,
            Caller caller,
            LocalDate today,
            DemoFile file)
            throws IOException {
        this.papers = papers;
        this.reader = reader;
        this.council = council;
        this.office = office;
        this.caller = caller;
        this.today = today;
        this.file = file;
        this.references = references(file);
    }

    /** Brings the next piece in. */
    Step next() throws IOException {
        Map<String, String> organizationIds = organizations();
        Map<String, PaperSummary> present = papers();
        if (organizationIds.isEmpty() && present.isEmpty()) {
            loadBodies();
            return Step.LOADED;
        }
        if (!isOurs(organizationIds)) {
            return Step.NOT_OURS;
        }
        if (present.size() >= new HashSet<>(references).size()) {
            return Step.WHOLE;
        }
        List<Council.Meeting> meetings = council.meetings(caller);
        if (meetings.isEmpty()) {
            // Before the papers, which then find their meetings at once.
            file.meetings().forEach(meeting -> schedule(meeting, organizationIds, new Dates(today)));
            return Step.LOADED;
        }
        Optional<Begun> begun = begun(meetings, organizationIds);
        return begun.isEmpty() ? Step.NOT_OURS : next(begun.get(), present);
    }

    private Step next(Begun begun, Map<String, PaperSummary> present) throws IOException {
        int last = file.papers().size() - 1;
        for (int i = 0; i < last; i++) {
            if (!isPresent(references.subList(0, i + 1), begun.dates(), present)) {
                load(file.papers().get(i), begun.dates());
                return Step.LOADED;
            }
        }
        for (int i = 0; i < begun.meetingIds().size(); i++) {
            DemoFile.Meeting meeting = file.meetings().get(i);
            String id = begun.meetingIds().get(i);
            if (meeting.agenda() != null && council.agenda(caller, id).items().isEmpty()) {
                loadAgenda(id, meeting, paperIds(begun.dates(), present));
                return Step.LOADED;
            }
        }
        load(file.papers().get(last), begun.dates());
        return Step.WHOLE;
    }

    /**
     * Where an earlier piece was put.
     *
     * @param dates those of the day on which it began
     * @param meetingIds in the order of the file
     */
    private record Begun(Dates dates, List<String> meetingIds) {}

    /** On which day it began, so that the rest fits to it. */
    private Optional<Begun> begun(List<Council.Meeting> meetings, Map<String, String> organizationIds) {
        for (int ago = 0; ago < LONGEST_PAUSE_DAYS; ago++) {
            Dates dates = new Dates(today.minusDays(ago));
            List<String> ids = new ArrayList<>();
            for (DemoFile.Meeting wanted : file.meetings()) {
                Instant start = start(wanted, dates);
                meetings.stream()
                        .filter(meeting -> start.equals(meeting.start())
                                && wanted.name().equals(meeting.name())
                                && meeting.organizationId().equals(organizationIds.get(wanted.organization())))
                        .findFirst()
                        .ifPresent(meeting -> ids.add(meeting.id()));
            }
            if (ids.size() == file.meetings().size()) {
                return Optional.of(new Begun(dates, ids));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> organizations() {
        Map<String, String> ids = new HashMap<>();
        council.organizations(caller).forEach(organization -> ids.putIfAbsent(organization.name(), organization.id()));
        return ids;
    }

    private Map<String, PaperSummary> papers() {
        Map<String, PaperSummary> present = new HashMap<>();
        reader.list(caller, new PaperQuery(null, null, null, null, null, MANY))
                .forEach(paper -> present.put(paper.reference(), paper));
        return present;
    }

    /** Its persons are invented: no other council has all of them. */
    private boolean isOurs(Map<String, String> organizationIds) {
        Set<String> names = council.persons(caller).stream()
                .map(person -> person.familyName() + ", " + person.givenName())
                .collect(Collectors.toSet());
        return file.organizations().stream().allMatch(each -> organizationIds.containsKey(each.name()))
                && file.persons().stream()
                        .allMatch(person -> names.contains(person.familyName() + ", " + person.givenName()));
    }

    /** Whether the last one of some papers is there. A number that comes again is another version of its paper. */
    private static boolean isPresent(List<String> references, Dates dates, Map<String, PaperSummary> present) {
        String reference = references.get(references.size() - 1);
        PaperSummary paper = present.get(dates.fill(reference));
        return paper != null && paper.version() >= Collections.frequency(references, reference);
    }

    private static List<String> references(DemoFile file) throws IOException {
        List<String> references = new ArrayList<>();
        for (DemoFile.Paper paper : file.papers()) {
            references.add(reference(paper));
        }
        return references;
    }

    /** The number of a paper, its year not filled in. */
    static String reference(DemoFile.Paper paper) throws IOException {
        Matcher reference = REFERENCE.matcher(text(paper.text()));
        if (!reference.find()) {
            throw new IOException("demo/" + paper.text() + " has no number");
        }
        return reference.group();
    }

    private void loadBodies() {
        for (DemoFile.Term term : file.terms()) {
            office.addLegislativeTerm(
                    caller,
                    new CouncilOffice.LegislativeTermEntry(
                            term.name(), LocalDate.parse(term.startDate()), LocalDate.parse(term.endDate())));
        }
        Map<String, String> organizationIds = new HashMap<>();
        file.organizations().forEach(organization -> organizationIds.put(organization.name(), load(organization)));
        LocalDate start = presentTerm(file.terms());
        file.persons().forEach(person -> load(person, start, organizationIds));
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
    }

    private LocalDate presentTerm(List<DemoFile.Term> terms) {
        DemoFile.Term present =
                terms.stream().filter(term -> term.isOn(today)).findFirst().orElse(terms.get(terms.size() - 1));
        return LocalDate.parse(present.startDate());
    }

    private String load(DemoFile.Organization organization) {
        return office.addOrganization(
                        caller,
                        new CouncilOffice.OrganizationEntry(
                                organization.name(),
                                organization.shortName(),
                                organization.classification(),
                                organization.type(),
                                null,
                                null))
                .id();
    }

    private void load(DemoFile.Person person, LocalDate start, Map<String, String> organizationIds) {
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

    private void schedule(DemoFile.Meeting meeting, Map<String, String> organizationIds, Dates dates) {
        Instant start = start(meeting, dates);
        office.schedule(
                caller,
                new CouncilOffice.MeetingEntry(
                        organizationIds.get(meeting.organization()),
                        meeting.name(),
                        start,
                        start.plus(Duration.ofMinutes(meeting.minutes())),
                        meeting.place(),
                        meeting.open() ? Visibility.PUBLIC : Visibility.NON_PUBLIC,
                        MeetingState.valueOf(meeting.state()),
                        meeting.cancelled()));
    }

    private static Instant start(DemoFile.Meeting meeting, Dates dates) {
        return dates.day(meeting.day())
                .atTime(LocalTime.parse(meeting.time()))
                .atZone(LOCAL)
                .toInstant();
    }

    private void load(DemoFile.Paper entry, Dates dates) throws IOException {
        String text = dates.fill(text(entry.text()));
        boolean toPublish = !entry.state().equals("draft");
        Paper paper = papers.importText(caller, text, toPublish).paper();
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

    private Map<String, String> paperIds(Dates dates, Map<String, PaperSummary> present) {
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < references.size(); i++) {
            PaperSummary paper = present.get(dates.fill(references.get(i)));
            if (paper != null) {
                ids.put(file.papers().get(i).text(), paper.id());
            }
        }
        return ids;
    }

    private void loadAgenda(String meetingId, DemoFile.Meeting meeting, Map<String, String> paperIds) {
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

    private static String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
