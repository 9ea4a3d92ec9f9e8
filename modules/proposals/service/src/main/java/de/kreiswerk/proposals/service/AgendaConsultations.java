package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The consultations that the items of an agenda are about. An item of a non-public consultation is not public, whatever was entered: a
 * later text may have made it so.
 */
final class AgendaConsultations {

    private final MeetingEntity meeting;
    private final Map<String, ConsultationEntity> byId = new HashMap<>();
    private final Map<String, List<ConsultationEntity>> byPaper;

    private AgendaConsultations(MeetingEntity meeting, List<ConsultationEntity> rows) {
        this.meeting = meeting;
        rows.forEach(row -> byId.put(Consultations.id(row), row));
        this.byPaper = rows.stream()
                .filter(row -> row.organizationId.equals(meeting.organizationId))
                .collect(Collectors.groupingBy(row -> row.paperId));
    }

    static AgendaConsultations of(EntityManager em, MeetingEntity meeting, Collection<AgendaItemEntity> items) {
        List<String> papers = items.stream()
                .map(item -> item.paperId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<ConsultationEntity> rows = papers.isEmpty()
                ? List.of()
                : em.createQuery("select c from Consultation c where c.paperId in :papers", ConsultationEntity.class)
                        .setParameter("papers", papers)
                        .getResultList();
        return new AgendaConsultations(meeting, rows);
    }

    /** The consultation that an item is; null when it is none, or one that the paper does not have any more. */
    ConsultationEntity of(AgendaItemEntity item) {
        return item.consultationId == null ? null : byId.get(item.consultationId);
    }

    boolean isPublic(AgendaItemEntity item) {
        if (item.visibility != Visibility.PUBLIC) {
            return false;
        }
        ConsultationEntity consultation = of(item);
        return consultation == null
                ? item.paperId == null || !isSecret(byPaper.getOrDefault(item.paperId, List.of()), meeting.id)
                : consultation.visibility != Visibility.NON_PUBLIC;
    }

    /**
     * Whether a committee deals with a paper in a meeting behind closed doors only.
     *
     * @param rows the paper's consultations of that committee; those that are in another meeting count when there are no others
     */
    static boolean isSecret(List<ConsultationEntity> rows, String meetingId) {
        List<ConsultationEntity> here = rows.stream()
                .filter(row -> row.meetingId == null || row.meetingId.equals(meetingId))
                .toList();
        List<ConsultationEntity> counting = here.isEmpty() ? rows : here;
        return !counting.isEmpty() && counting.stream().allMatch(row -> row.visibility == Visibility.NON_PUBLIC);
    }
}
