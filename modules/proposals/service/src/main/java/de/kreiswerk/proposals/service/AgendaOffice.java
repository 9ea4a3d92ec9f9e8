package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Replaces agendas. Rows are held in the order papers by id, meeting, as imports do. */
final class AgendaOffice {

    private final Ids ids = new Ids();
    private final Consultations consultations;
    private final MeetingPublisher meetings;
    private final PaperPublisher papers;

    AgendaOffice(Publishers publishers) {
        this.consultations = publishers.consultations();
        this.meetings = publishers.meetings();
        this.papers = publishers.papers();
    }

    MeetingEntity replace(
            PaperStore store, String meetingId, List<AgendaItemEntry> entries, Long expected, Instant now) {
        // An empty one is a list without entries: nobody is to lose an agenda by a word that is spelt wrongly.
        if (Entries.given("items", entries).size() > CouncilOffice.MAX_AGENDA_ITEMS) {
            throw Refusals.entryNotValid(
                    "Eine Tagesordnung darf höchstens " + CouncilOffice.MAX_AGENDA_ITEMS + " Punkte haben.",
                    "An agenda may have " + CouncilOffice.MAX_AGENDA_ITEMS + " items at most.");
        }
        EntityManager em = store.em();
        AgendaEntries agenda = new AgendaEntries(em, MeetingOffice.find(em, meetingId));
        List<AgendaItemEntity> wanted = AgendaEntries.read(entries);
        // Ids only: a row that is read before it is held stays as it was then.
        Map<String, PaperEntity> affected = new TreeMap<>();
        MeetingOffice.holdPapers(store, agenda.papers(wanted), affected);
        MeetingEntity meeting = MeetingOffice.lock(em, meetingId, expected);
        // An agenda that came in between may name others.
        MeetingOffice.holdPapers(store, agenda.papers(wanted), affected);
        agenda.settle(wanted);

        List<AgendaItemEntity> before = MeetingPublisher.items(em, meetingId);
        Set<String> consulted = new HashSet<>();
        before.forEach(item -> addIfThere(consulted, item.consultationId));
        wanted.forEach(item -> addIfThere(consulted, item.consultationId));
        write(em, meeting, before, wanted, now);
        meeting.revision++;
        meeting.modified = now;
        em.flush();
        settle(em, meeting, consulted);
        meetings.publish(store, meeting);
        MeetingOffice.publishPapers(store, affected.values(), papers);
        return meeting;
    }

    private void write(
            EntityManager em,
            MeetingEntity meeting,
            List<AgendaItemEntity> before,
            List<AgendaItemEntity> wanted,
            Instant now) {
        Map<AgendaItemEntity, AgendaItemEntity> same = pair(before, wanted);
        for (AgendaItemEntity item : wanted) {
            AgendaItemEntity row = same.get(item);
            if (row == null) {
                item.id = ids.next(now.toEpochMilli());
                item.meetingId = meeting.id;
                item.created = now;
                em.persist(item);
            } else {
                copy(item, row);
            }
        }
        for (AgendaItemEntity row : before) {
            if (!same.containsValue(row)) {
                em.remove(row);
                meetings.withdrawItem(row.id);
            }
        }
    }

    private static void copy(AgendaItemEntity from, AgendaItemEntity to) {
        to.position = from.position;
        to.number = from.number;
        to.name = from.name;
        to.visibility = from.visibility;
        to.consultationId = from.consultationId;
        to.paperId = from.paperId;
        to.result = from.result;
        to.resolutionText = from.resolutionText;
    }

    /** Which item is which: by id, then by consultation, paper and name; each is taken once. */
    private static Map<AgendaItemEntity, AgendaItemEntity> pair(
            List<AgendaItemEntity> before, List<AgendaItemEntity> wanted) {
        Map<AgendaItemEntity, AgendaItemEntity> pairs = new HashMap<>();
        List<AgendaItemEntity> left = new ArrayList<>(before);
        List<BiPredicate<AgendaItemEntity, AgendaItemEntity>> likenesses = List.of(
                (item, row) -> row.id.equals(item.id),
                (item, row) -> item.consultationId != null && item.consultationId.equals(row.consultationId),
                (item, row) -> item.paperId != null && item.paperId.equals(row.paperId),
                (item, row) -> item.paperId == null
                        && row.paperId == null
                        && Organizations.key(item.name).equals(Organizations.key(row.name)));
        for (BiPredicate<AgendaItemEntity, AgendaItemEntity> likeness : likenesses) {
            for (AgendaItemEntity item : wanted) {
                if (!pairs.containsKey(item)) {
                    left.stream()
                            .filter(row -> likeness.test(item, row))
                            .findFirst()
                            .ifPresent(row -> {
                                pairs.put(item, row);
                                left.remove(row);
                            });
                }
            }
        }
        return pairs;
    }

    /** What is on no agenda any more stays in this meeting only if it was planned for its day. */
    private void settle(EntityManager em, MeetingEntity meeting, Set<String> consultationIds) {
        if (consultationIds.isEmpty()) {
            return;
        }
        List<ConsultationEntity> rows = em.createQuery(
                        "select c from Consultation c where c.id in :ids order by c.paperId, c.position",
                        ConsultationEntity.class)
                .setParameter("ids", consultationIds)
                .getResultList();
        rows.stream()
                .filter(row -> meeting.id.equals(row.meetingId)
                        && !Objects.equals(row.plannedDate, Consultations.day(meeting)))
                .forEach(row -> row.meetingId = null);
        consultations.settle(em, rows);
    }

    private static void addIfThere(java.util.Collection<String> all, String id) {
        if (id != null) {
            all.add(id);
        }
    }
}
