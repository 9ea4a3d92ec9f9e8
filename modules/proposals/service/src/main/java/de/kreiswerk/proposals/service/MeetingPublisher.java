package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the snapshots of meetings, their agendas and places. A non-public meeting or item does not exist outside. */
final class MeetingPublisher {

    private final Snapshots snapshots;
    private final CouncilPublisher council;
    private final Places places;
    private final MeetingSlugs slugs = new MeetingSlugs();

    MeetingPublisher(Snapshots snapshots, CouncilPublisher council, Places places) {
        this.snapshots = snapshots;
        this.council = council;
        this.places = places;
    }

    static boolean isPublic(MeetingEntity meeting) {
        return meeting.visibility == Visibility.PUBLIC && !meeting.withdrawn;
    }

    /** Publishes what is public of a meeting, and takes the rest back. */
    void publish(PaperStore store, MeetingEntity meeting) {
        EntityManager em = store.em();
        List<AgendaItemEntity> items = items(em, meeting.id);
        if (!isPublic(meeting)) {
            snapshots.withdraw(Paths.meeting(meeting.id));
            items.forEach(item -> snapshots.withdraw(Paths.agendaItem(item.id)));
            withdrawPlaceIfEmpty(em, meeting.locationId);
            return;
        }
        OrganizationEntity organization = em.find(OrganizationEntity.class, meeting.organizationId);
        // Read before the meeting was held, it may have another name since. Its own changes were flushed by the
        // question above.
        em.refresh(organization);
        council.ensurePublic(store.tx(), organization, meeting.modified);
        slugs.settle(em, meeting, organization);
        AgendaConsultations consultations = AgendaConsultations.of(em, meeting, items);
        List<AgendaItemEntity> open =
                items.stream().filter(consultations::isPublic).toList();
        items.stream()
                .filter(item -> !open.contains(item))
                .forEach(item -> snapshots.withdraw(Paths.agendaItem(item.id)));
        ObjectNode content = content(store, meeting, organization, open, consultations);
        snapshots.publish(new Snapshot(
                Paths.meeting(meeting.id),
                "Meeting",
                Paths.meetingPage(meeting),
                lists(meeting),
                meeting.created,
                content.toString(),
                text(meeting, organization, open)));
    }

    void withdrawItem(String id) {
        snapshots.withdraw(Paths.agendaItem(id));
    }

    /** A place is public while a public meeting is there. */
    void withdrawPlaceIfEmpty(EntityManager em, String locationId) {
        if (locationId != null && !places.isPublic(em, locationId)) {
            snapshots.withdraw(Paths.location(locationId));
        }
    }

    /** Publishes the meetings again on whose agendas a paper is. */
    void publishAgendas(PaperStore store, Collection<AgendaItemEntity> items, Map<String, MeetingEntity> meetings) {
        items.stream().map(item -> item.meetingId).distinct().sorted().forEach(id -> publish(store, meetings.get(id)));
    }

    private static Map<String, String> lists(MeetingEntity meeting) {
        return Map.of(
                "meeting",
                meeting.id,
                "meeting/start",
                meeting.starts + " " + meeting.id,
                "organization/" + meeting.organizationId + "/meeting",
                meeting.id);
    }

    private static String text(MeetingEntity meeting, OrganizationEntity organization, List<AgendaItemEntity> open) {
        List<String> words = new ArrayList<>(List.of(meeting.name, organization.name));
        if (meeting.place != null) {
            words.add(meeting.place);
        }
        open.forEach(item -> words.add(item.name));
        return String.join("\n", words);
    }

    private ObjectNode content(
            PaperStore store,
            MeetingEntity meeting,
            OrganizationEntity organization,
            List<AgendaItemEntity> open,
            AgendaConsultations consultations) {
        ObjectNode content = store.json().object();
        content.put("name", meeting.name);
        content.put("state", meeting.state.name());
        content.put("cancelled", meeting.cancelled);
        CouncilPublisher.put(content, "start", meeting.starts);
        CouncilPublisher.put(content, "end", end(meeting));
        content.putArray("organization").add(Paths.organization(organization.id));
        content.putArray("organizationName").add(organization.name);
        LocationEntity place = places.of(store.em(), meeting);
        if (place != null) {
            if (!snapshots.isKnown(Paths.location(place.id))) {
                // That non-public meetings were there before is nobody's business.
                place.created = meeting.modified;
                store.em().flush();
            }
            content.set("location", snapshots.publish(council.location(place)));
        }
        snapshots.publishInto(content.putArray("agendaItem"), parts(store, meeting, open, consultations));
        return content;
    }

    private static List<Part> parts(
            PaperStore store, MeetingEntity meeting, List<AgendaItemEntity> open, AgendaConsultations consultations) {
        Map<String, PaperEntity> papers = papers(store.em(), open);
        List<Part> parts = new ArrayList<>();
        for (AgendaItemEntity item : open) {
            // Not its place in the whole agenda: gaps would tell how many items are not public.
            int order = parts.size();
            ObjectNode content = content(
                    store.json(),
                    order,
                    item,
                    papers.get(item.paperId == null ? "" : item.paperId),
                    consultations.of(item));
            parts.add(new Part("AgendaItem", item.id, item.created, content, "meeting", Paths.meeting(meeting.id)));
        }
        return parts;
    }

    private static ObjectNode content(
            Json json, int order, AgendaItemEntity item, PaperEntity paper, ConsultationEntity consultation) {
        ObjectNode content = json.object();
        content.put("order", order);
        CouncilPublisher.put(content, "number", item.number);
        CouncilPublisher.put(content, "name", item.name);
        content.put("public", true);
        CouncilPublisher.put(content, "result", item.result);
        CouncilPublisher.put(content, "resolutionText", item.resolutionText);
        if (paper != null) {
            if (consultation != null) {
                content.put("consultation", Paths.consultation(Consultations.id(consultation)));
            }
            content.put("paper", Paths.paper(paper.id));
            content.put("paperReference", paper.reference);
            content.put("paperAddress", Paths.paperPage(paper));
        }
        return content;
    }

    /** Those that are published. Of one that an earlier version published it is not known which consultations are secret. */
    private static Map<String, PaperEntity> papers(EntityManager em, List<AgendaItemEntity> items) {
        List<String> ids = items.stream()
                .map(item -> item.paperId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p from Paper p where p.id in :ids and p.state = :published"
                                        + " and p.snapshotFormat >= :format",
                                PaperEntity.class)
                        .setParameter("ids", ids)
                        .setParameter("published", Paper.State.PUBLISHED)
                        .setParameter("format", PaperPublisher.SECRETS_KNOWN)
                        .getResultStream()
                        .collect(Collectors.toMap(paper -> paper.id, Function.identity()));
    }

    static List<AgendaItemEntity> items(EntityManager em, String meetingId) {
        return em.createQuery(
                        "select i from AgendaItem i where i.meetingId = :meeting order by i.position, i.id",
                        AgendaItemEntity.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    static List<AgendaItemEntity> itemsOf(EntityManager em, String paperId) {
        return em.createQuery(
                        "select i from AgendaItem i where i.paperId = :paper order by i.meetingId, i.position",
                        AgendaItemEntity.class)
                .setParameter("paper", paperId)
                .getResultList();
    }

    static java.time.Instant end(MeetingEntity meeting) {
        return meeting.durationMinutes == null ? null : meeting.starts.plusSeconds(60L * meeting.durationMinutes);
    }

    /** Reads meetings and holds their rows, in the order of their ids, so that nobody changes them meanwhile. */
    static Map<String, MeetingEntity> lock(EntityManager em, Collection<String> ids) {
        Map<String, MeetingEntity> meetings = new TreeMap<>();
        ids.stream()
                .sorted()
                .distinct()
                .forEach(id -> meetings.put(
                        id, em.find(MeetingEntity.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)));
        return meetings;
    }
}
