package de.kreiswerk.proposals.demo;

import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Visibility;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform's council in memory. What was asked of it is written down, with ids that depend on nothing else. */
final class MemoryCouncil {

    private static final Pattern NUMBER = Pattern.compile("\\d{4}/\\d{3}");

    final List<Council.Organization> organizations = new ArrayList<>();
    final List<Council.Person> persons = new ArrayList<>();
    final List<Council.Meeting> meetings = new ArrayList<>();
    final Map<String, List<Council.AgendaItem>> agendas = new LinkedHashMap<>();
    final Map<String, Paper> papers = new LinkedHashMap<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    /** All changes so far. */
    List<String> calls() {
        return calls;
    }

    Council council() {
        return proxy(Council.class, (self, method, args) -> switch (method.getName()) {
            case "organizations" -> List.copyOf(organizations);
            case "persons" -> List.copyOf(persons);
            case "meetings" -> List.copyOf(meetings);
            case "agenda" -> new Council.Agenda((String) args[1], 1, agendas.getOrDefault(args[1], List.of()));
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    PaperReader reader() {
        return proxy(
                PaperReader.class,
                (self, method, args) -> papers.values().stream()
                        .map(paper -> new PaperSummary(
                                paper.id(),
                                paper.reference(),
                                paper.slug(),
                                null,
                                null,
                                null,
                                Visibility.PUBLIC,
                                paper.state(),
                                paper.version(),
                                paper.modified()))
                        .toList());
    }

    CouncilOffice office() {
        return proxy(CouncilOffice.class, (self, method, args) -> {
            String id = method.getName() + "-" + calls.size();
            calls.add(method.getName() + " " + Arrays.asList(args).subList(1, args.length));
            return switch (method.getName()) {
                case "addOrganization" -> add((CouncilOffice.OrganizationEntry) args[1], id);
                case "addPerson" -> add((CouncilOffice.PersonEntry) args[1], id);
                case "schedule" -> add((CouncilOffice.MeetingEntry) args[1], id);
                case "replaceAgenda" -> replace((String) args[1], (List<?>) args[2]);
                default -> null;
            };
        });
    }

    Papers importer() {
        return proxy(Papers.class, (self, method, args) -> {
            switch (method.getName()) {
                case "importText" -> {
                    calls.add("import " + args[1].hashCode() + args[2]);
                    return take((String) args[1]);
                }
                case "attach" -> {
                    calls.add("attach " + args[1] + args[2]);
                    files.add((String) args[3]);
                }
                default -> {
                    calls.add(method.getName() + args[1]);
                    withdrawn.add((String) args[1]);
                }
            }
            return null;
        });
    }

    private Papers.ImportResult take(String text) {
        Matcher number = NUMBER.matcher(text);
        number.find();
        String reference = number.group();
        Paper before = papers.get(reference);
        Paper paper = new Paper(
                "paper-" + reference,
                reference,
                "slug",
                Paper.State.PUBLISHED,
                1,
                before == null ? 1 : before.version() + 1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                List.of());
        papers.put(reference, paper);
        return new Papers.ImportResult(Papers.ImportResult.Outcome.CREATED, paper, List.of());
    }

    private Council.Organization add(CouncilOffice.OrganizationEntry entry, String id) {
        Council.Organization added =
                new Council.Organization(id, 1, entry.name(), entry.shortName(), null, null, null, null);
        organizations.add(added);
        return added;
    }

    private Council.Person add(CouncilOffice.PersonEntry entry, String id) {
        Council.Person added = new Council.Person(id, 1, entry.familyName(), entry.givenName(), List.of(), List.of());
        persons.add(added);
        return added;
    }

    private Council.Meeting add(CouncilOffice.MeetingEntry entry, String id) {
        Council.Meeting added = new Council.Meeting(
                id,
                1,
                entry.organizationId(),
                null,
                entry.name(),
                entry.start(),
                entry.end(),
                entry.place(),
                entry.visibility(),
                entry.state(),
                entry.cancelled(),
                null);
        meetings.add(added);
        return added;
    }

    private Council.Agenda replace(String meetingId, List<?> entries) {
        List<Council.AgendaItem> items = new ArrayList<>();
        for (Object each : entries) {
            CouncilOffice.AgendaItemEntry entry = (CouncilOffice.AgendaItemEntry) each;
            items.add(new Council.AgendaItem(
                    null, entry.number(), entry.name(), entry.visibility(), null, entry.paperId(), null, null));
        }
        agendas.put(meetingId, items);
        return new Council.Agenda(meetingId, 2, items);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
