package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Council.MeetingState;
import de.kreiswerk.proposals.api.CouncilOffice.MeetingEntry;
import de.kreiswerk.proposals.api.Paper;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Schedules meetings, moves and withdraws them. What the public sees of a meeting it sees in the papers that are planned for
 * it as well. Rows are held in the order papers by id, organization, meetings by id, as imports do.
 */
final class MeetingOffice {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Ids ids = new Ids();
    private final Consultations consultations;
    private final MeetingPublisher meetings;
    private final PaperPublisher papers;
    private final CouncilPublisher council;

    MeetingOffice(Publishers publishers) {
        this.consultations = publishers.consultations();
        this.meetings = publishers.meetings();
        this.papers = publishers.papers();
        this.council = publishers.council();
    }

    MeetingEntity schedule(PaperStore store, MeetingEntry entry, Instant now) {
        EntityManager em = store.em();
        MeetingEntity meeting = new MeetingEntity();
        meeting.id = ids.next(now.toEpochMilli());
        meeting.organizationId = Entries.mandatory("organizationId", entry.organizationId(), 36);
        meeting.created = now;
        meeting.revision = 1;
        fill(meeting, entry, now);
        Map<String, PaperEntity> affected = new TreeMap<>();
        holdPapers(store, consultations.papersPlannedFor(em, meeting), affected);
        OrganizationOffice.lock(em, meeting.organizationId);
        em.persist(meeting);
        em.flush();
        gather(store, meeting, affected);
        publish(store, meeting, affected.values());
        return meeting;
    }

    MeetingEntity change(PaperStore store, String id, MeetingEntry entry, Long expected, Instant now) {
        EntityManager em = store.em();
        MeetingEntity seen = find(em, id);
        Map<String, PaperEntity> affected = new TreeMap<>();
        MeetingEntity wanted = new MeetingEntity();
        wanted.organizationId = seen.organizationId;
        fill(wanted, entry, now);
        List<String> paperIds = new ArrayList<>(consultations.papersIn(em, id));
        paperIds.addAll(consultations.papersPlannedFor(em, wanted));
        paperIds.addAll(consultations.papersOnAgenda(em, id));
        holdPapers(store, paperIds, affected);
        OrganizationOffice.lock(em, seen.organizationId);
        MeetingEntity meeting = lock(em, id, expected);
        if (entry.organizationId() != null && !entry.organizationId().strip().equals(meeting.organizationId)) {
            throw Refusals.entryNotValid(
                    "Das Gremium einer Sitzung bleibt. Ziehen Sie sie zurück und legen Sie eine neue an.",
                    "The committee of a meeting stays. Withdraw it and schedule a new one.");
        }
        String placeBefore = meeting.locationId;
        fill(meeting, entry, now);
        meeting.revision++;
        em.flush();
        gather(store, meeting, affected);
        // It may be later now than another whose agenda names the same, or earlier.
        holdPapers(store, consultations.papersOnAgenda(em, id), affected);
        consultations.settle(em, consultations.onAgenda(em, id));
        publish(store, meeting, affected.values());
        meetings.withdrawPlaceIfEmpty(em, placeBefore);
        // It may not be public any more, and the last that made its committee so.
        council.withdrawUnnamed(store.tx());
        return meeting;
    }

    MeetingEntity withdraw(PaperStore store, String id, Long expected, Instant now) {
        EntityManager em = store.em();
        find(em, id);
        Map<String, PaperEntity> affected = new TreeMap<>();
        holdPapers(store, consultations.papersIn(em, id), affected);
        MeetingEntity meeting = lock(em, id, expected);
        holdPapers(store, consultations.papersIn(em, id), affected);
        meeting.withdrawn = true;
        meeting.modified = now;
        meeting.revision++;
        List<AgendaItemEntity> items = MeetingPublisher.items(em, id);
        items.forEach(em::remove);
        items.forEach(item -> meetings.withdrawItem(item.id));
        List<ConsultationEntity> rows = consultations.in(em, id);
        rows.forEach(row -> row.meetingId = null);
        em.flush();
        consultations.settle(em, rows);
        publish(store, meeting, affected.values());
        council.withdrawUnnamed(store.tx());
        return meeting;
    }

    /** Holds papers, in the order of their ids. */
    static void holdPapers(PaperStore store, Collection<String> ids, Map<String, PaperEntity> held) {
        ids.stream().distinct().sorted().forEach(id -> held.computeIfAbsent(id, store::lock));
    }

    /** Once more, now that the committee is held: an import may have planned something for the day meanwhile. */
    private void gather(PaperStore store, MeetingEntity meeting, Map<String, PaperEntity> affected) {
        holdPapers(store, consultations.papersPlannedFor(store.em(), meeting), affected);
        List<ConsultationEntity> planned = consultations.plannedFor(store.em(), meeting);
        consultations.gather(store.em(), meeting, planned);
        store.em().flush();
        holdPapers(store, consultations.papersIn(store.em(), meeting.id), affected);
        store.em().flush();
    }

    private void publish(PaperStore store, MeetingEntity meeting, Collection<PaperEntity> affected) {
        meetings.publish(store, meeting);
        publishPapers(store, affected, papers);
    }

    static void publishPapers(PaperStore store, Collection<PaperEntity> affected, PaperPublisher papers) {
        store.em().flush();
        affected.stream()
                .filter(paper -> paper.state == Paper.State.PUBLISHED)
                .forEach(paper -> papers.publishAlone(store, paper));
    }

    private static void fill(MeetingEntity meeting, MeetingEntry entry, Instant now) {
        meeting.name = Entries.mandatory("name", entry.name(), 1_000);
        meeting.starts = Entries.time("start", entry.start());
        meeting.durationMinutes = minutes(meeting.starts, entry.end());
        meeting.place = Entries.optional("place", entry.place(), 1_000);
        meeting.visibility = Entries.given("visibility", entry.visibility());
        meeting.state = entry.state() == null ? MeetingState.SCHEDULED : entry.state();
        meeting.cancelled = entry.cancelled();
        meeting.modified = now;
    }

    private static Integer minutes(Instant start, Instant end) {
        if (end == null) {
            return null;
        }
        Entries.time("end", end);
        Duration lasts = Duration.between(start, end);
        // Minutes are kept: what is shorter would end when it starts.
        if (lasts.toMinutes() < 1 || lasts.compareTo(LONGEST) > 0) {
            throw Refusals.entryNotValid(
                    "„end“ muss nach „start“ liegen, höchstens eine Woche danach.",
                    "'end' must be after 'start', by a week at most.");
        }
        return Math.toIntExact(lasts.toMinutes());
    }

    static MeetingEntity find(EntityManager em, String id) {
        MeetingEntity meeting = id.indexOf('\0') >= 0 ? null : em.find(MeetingEntity.class, id);
        if (meeting == null || meeting.withdrawn) {
            throw Refusals.meetingNotFound(id.replace("\0", ""));
        }
        return meeting;
    }

    static MeetingEntity lock(EntityManager em, String id, Long expected) {
        MeetingEntity meeting = MeetingPublisher.lock(em, List.of(id)).get(id);
        if (meeting.withdrawn) {
            throw Refusals.meetingNotFound(id);
        }
        Entries.mustBe(expected, meeting.revision);
        return meeting;
    }
}
