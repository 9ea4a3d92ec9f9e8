package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks an agenda as it is entered, and finds the consultations and papers that it names. */
final class AgendaEntries {

    private final EntityManager em;
    private final MeetingEntity meeting;

    AgendaEntries(EntityManager em, MeetingEntity meeting) {
        this.em = em;
        this.meeting = meeting;
    }

    /** Items without meeting and time; with an id only where one was entered. What they name is not looked at yet. */
    static List<AgendaItemEntity> read(List<AgendaItemEntry> entries) {
        List<AgendaItemEntity> items = new ArrayList<>();
        for (AgendaItemEntry entry : entries) {
            items.add(item(entry, items.size()));
        }
        return items;
    }

    /** The ids of the papers that the items name, or that are on the agenda now. */
    Set<String> papers(List<AgendaItemEntity> items) {
        Set<String> papers = new HashSet<>(
                em.createQuery("select i.paperId from AgendaItem i where i.meetingId = :meeting", String.class)
                        .setParameter("meeting", meeting.id)
                        .getResultList());
        items.forEach(item -> papers.add(item.consultationId == null ? item.paperId : null));
        Set<String> ids = consultationIds(items);
        if (!ids.isEmpty()) {
            papers.addAll(em.createQuery("select c.paperId from Consultation c where c.id in :ids", String.class)
                    .setParameter("ids", ids)
                    .getResultList());
        }
        papers.remove(null);
        return papers;
    }

    /** Finds what the items name. Their papers are held. */
    void settle(List<AgendaItemEntity> items) {
        Map<String, ConsultationEntity> named = consultations(items);
        items.forEach(item -> settle(item, named));
        refuseTwice(items);
    }

    private static AgendaItemEntity item(AgendaItemEntry entry, int position) {
        if (entry == null) {
            throw Refusals.entryNotValid("Ein Tagesordnungspunkt ist leer.", "An item of the agenda is empty.");
        }
        AgendaItemEntity item = new AgendaItemEntity();
        item.position = position;
        item.id = Entries.optional("id", entry.id(), 36);
        item.number = Entries.optional("number", entry.number(), 50);
        item.name = Entries.mandatory("name", entry.name(), 2_000);
        item.visibility = Entries.given("visibility", entry.visibility());
        item.consultationId = Entries.optional("consultationId", entry.consultationId(), 60);
        item.paperId = Entries.optional("paperId", entry.paperId(), 36);
        item.result = Entries.optional("result", entry.result(), 1_000);
        item.resolutionText = Entries.lines("resolutionText", entry.resolutionText(), 100_000);
        return item;
    }

    private Map<String, ConsultationEntity> consultations(List<AgendaItemEntity> items) {
        Set<String> ids = consultationIds(items);
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select c from Consultation c where c.id in :ids", ConsultationEntity.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    private static Set<String> consultationIds(List<AgendaItemEntity> items) {
        return items.stream()
                .map(item -> item.consultationId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    private void settle(AgendaItemEntity item, Map<String, ConsultationEntity> named) {
        ConsultationEntity consultation = null;
        if (item.consultationId != null) {
            consultation = named.get(item.consultationId);
            check(item, consultation);
        } else if (item.paperId != null) {
            mustExist(item.paperId);
            consultation = ofPaper(item);
        }
        if (consultation != null) {
            item.consultationId = consultation.id;
            item.paperId = consultation.paperId;
        }
    }

    private void check(AgendaItemEntity item, ConsultationEntity consultation) {
        if (consultation == null) {
            throw Refusals.entryNotValid(
                    "Es gibt keine Beratung „" + item.consultationId + "“ (Punkt „" + item.name + "“).",
                    "There is no consultation '" + item.consultationId + "' (item '" + item.name + "').");
        }
        if (!consultation.organizationId.equals(meeting.organizationId)) {
            throw Refusals.entryNotValid(
                    "Die Beratung des Punktes „" + item.name + "“ gehört zu einem anderen Gremium.",
                    "The consultation of item '" + item.name + "' belongs to another committee.");
        }
        if (item.visibility == Visibility.PUBLIC && consultation.visibility == Visibility.NON_PUBLIC) {
            throw consultationNotPublic(item);
        }
    }

    private static ProblemException consultationNotPublic(AgendaItemEntity item) {
        return Refusals.entryNotValid(
                "Der Punkt „" + item.name
                        + "“ ist öffentlich, seine Beratung laut Vorlage nicht. Ändern Sie eines von beiden.",
                "The item '" + item.name
                        + "' is public, its consultation is not, says the proposal. Change one of them.");
    }

    private void mustExist(String paperId) {
        if (em.find(PaperEntity.class, paperId) == null) {
            throw Refusals.paperNotFound(paperId);
        }
    }

    /** The consultation of the committee that is in this meeting, else planned for its day, else the first that is in none. */
    private ConsultationEntity ofPaper(AgendaItemEntity item) {
        List<ConsultationEntity> rows = em.createQuery(
                        "select c from Consultation c where c.paperId = :paper and c.organizationId = :organization"
                                + " order by c.position",
                        ConsultationEntity.class)
                .setParameter("paper", item.paperId)
                .setParameter("organization", meeting.organizationId)
                .getResultList();
        if (item.visibility == Visibility.PUBLIC && AgendaConsultations.isSecret(rows, meeting.id)) {
            throw consultationNotPublic(item);
        }
        return rows.stream()
                .filter(row -> row.id != null)
                .filter(row -> item.visibility != Visibility.PUBLIC || row.visibility != Visibility.NON_PUBLIC)
                .filter(row -> row.meetingId == null || row.meetingId.equals(meeting.id))
                .min(Comparator.comparingInt(this::distance))
                .orElse(null);
    }

    private int distance(ConsultationEntity row) {
        if (meeting.id.equals(row.meetingId)) {
            return 0;
        }
        return Consultations.day(meeting).equals(row.plannedDate) ? 1 : 2;
    }

    private static void refuseTwice(List<AgendaItemEntity> items) {
        Set<String> seen = new HashSet<>();
        for (AgendaItemEntity item : items) {
            boolean twice = item.consultationId != null && !seen.add("c" + item.consultationId)
                    || item.id != null && !seen.add("i" + item.id);
            if (twice) {
                throw Refusals.entryNotValid(
                        "Der Punkt „" + item.name + "“ steht zweimal auf der Tagesordnung.",
                        "The item '" + item.name + "' is on the agenda twice.");
            }
        }
    }
}
