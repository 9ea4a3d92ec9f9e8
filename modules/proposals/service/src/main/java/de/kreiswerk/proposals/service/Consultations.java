package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.wordkit.Secrecy;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The rows of a Beratungsfolge: which consultation is which across the versions of a text, and in which meeting it is. */
final class Consultations {

    static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");

    private final Ids ids = new Ids();

    /** What lasts of a consultation, apart from the row in which it stands. */
    private record Known(
            String id,
            Instant created,
            String organizationId,
            LocalDate plannedDate,
            Visibility visibility,
            String meetingId,
            LocalDate meetingDay) {

        static Known of(EntityManager em, ConsultationEntity row) {
            return new Known(
                    Consultations.id(row),
                    row.created,
                    row.organizationId,
                    row.plannedDate,
                    row.visibility,
                    row.meetingId,
                    row.meetingId == null ? null : day(em.find(MeetingEntity.class, row.meetingId)));
        }
    }

    /**
     * What tells that a row of a text is a consultation of before: the surest first. An agenda may have put one without a day into a
     * meeting: a row that says that day is it, rather than one that still says none.
     */
    private static final List<BiPredicate<PlannedConsultation, Known>> LIKENESSES = List.of(
            (planned, known) -> isOnDay(planned, known) && visibility(planned) == known.visibility(),
            Consultations::isOnDay,
            (planned, known) ->
                    planned.plannedDate() != null && planned.plannedDate().equals(known.meetingDay()),
            (planned, known) -> isOnNoDay(planned, known) && visibility(planned) == known.visibility(),
            Consultations::isOnNoDay,
            (planned, known) -> true);

    /** What became of the rows of a paper. */
    record Rows(List<ConsultationEntity> present, List<String> removed) {}

    List<ConsultationEntity> of(EntityManager em, String paperId) {
        return em.createQuery(
                        "select c from Consultation c where c.paperId = :paper order by c.position",
                        ConsultationEntity.class)
                .setParameter("paper", paperId)
                .getResultList();
    }

    /** Writes the rows of a text. A consultation is the one of before by its committee, and there by its day, else by its occurrence. */
    Rows replace(
            EntityManager em,
            PaperEntity paper,
            PaperDocument document,
            Map<String, OrganizationEntity> named,
            Instant now) {
        List<ConsultationEntity> rows = paper.version == 1 ? List.of() : of(em, paper.id);
        return write(em, paper, document, named, rows, now);
    }

    /** Completes the rows that an earlier version of this bundle wrote. */
    void complete(EntityManager em, PaperEntity paper, PaperDocument document, Map<String, OrganizationEntity> named) {
        write(em, paper, document, named, of(em, paper.id), paper.modified);
    }

    private Rows write(
            EntityManager em,
            PaperEntity paper,
            PaperDocument document,
            Map<String, OrganizationEntity> named,
            List<ConsultationEntity> rows,
            Instant now) {
        List<Known> before =
                new ArrayList<>(rows.stream().map(row -> Known.of(em, row)).toList());
        List<String> committees = document.consultations().stream()
                .map(planned -> named.get(Organizations.key(planned.organization())).id)
                .toList();
        Map<Integer, Known> same = same(document.consultations(), committees, before);
        List<ConsultationEntity> present = new ArrayList<>();
        Set<String> onOtherDays = new TreeSet<>();
        for (PlannedConsultation planned : document.consultations()) {
            int position = present.size();
            ConsultationEntity row = position < rows.size() ? rows.get(position) : newRow(paper, position);
            if (position < rows.size() && !Objects.equals(row.plannedDate, planned.plannedDate())) {
                onOtherDays.add(committees.get(position));
            }
            fill(em, row, planned, committees.get(position), same.get(position), now);
            if (position >= rows.size()) {
                em.persist(row);
            }
            present.add(row);
        }
        rows.subList(Math.min(present.size(), rows.size()), rows.size()).forEach(em::remove);
        // Else a meeting that is scheduled for the day meanwhile would not see them, nor they it. A new row waits by
        // its reference.
        onOtherDays.forEach(committee -> OrganizationOffice.lock(em, committee));
        match(em, present);
        return new Rows(present, before.stream().map(Known::id).toList());
    }

    private void fill(
            EntityManager em,
            ConsultationEntity row,
            PlannedConsultation planned,
            String organizationId,
            Known known,
            Instant now) {
        row.id = known == null ? ids.next(now.toEpochMilli()) : known.id();
        row.created = known == null ? now : known.created();
        row.organizationId = organizationId;
        row.plannedDate = planned.plannedDate();
        row.visibility = visibility(planned);
        row.meetingId = known != null && staysInMeeting(em, known, planned) ? known.meetingId() : null;
    }

    /** A text that an earlier version of the importer read may say in its words only that a consultation is not public. */
    static Visibility visibility(PlannedConsultation planned) {
        boolean secret = Stream.of(
                        planned.organization(),
                        planned.roleWording(),
                        planned.dateWording(),
                        planned.meeting(),
                        planned.result(),
                        planned.status())
                .filter(Objects::nonNull)
                .anyMatch(Secrecy::isIn);
        return secret ? Visibility.NON_PUBLIC : planned.visibility();
    }

    /** Which rows of a text are which consultations of before, by their places; these are taken out. */
    private static Map<Integer, Known> same(
            List<PlannedConsultation> rows, List<String> committees, List<Known> before) {
        Map<Integer, Known> same = new HashMap<>();
        for (BiPredicate<PlannedConsultation, Known> likeness : LIKENESSES) {
            for (int i = 0; i < rows.size(); i++) {
                PlannedConsultation planned = rows.get(i);
                String committee = committees.get(i);
                if (!same.containsKey(i)) {
                    Optional<Known> found = before.stream()
                            .filter(known -> known.organizationId().equals(committee) && likeness.test(planned, known))
                            .findFirst();
                    if (found.isPresent()) {
                        same.put(i, found.get());
                        before.remove(found.get());
                    }
                }
            }
        }
        return same;
    }

    private static boolean isOnDay(PlannedConsultation planned, Known known) {
        return planned.plannedDate() != null && planned.plannedDate().equals(known.plannedDate());
    }

    private static boolean isOnNoDay(PlannedConsultation planned, Known known) {
        return planned.plannedDate() == null && known.plannedDate() == null;
    }

    private static boolean staysInMeeting(EntityManager em, Known known, PlannedConsultation planned) {
        return known.meetingId() != null
                && !isWithdrawn(em, known.meetingId())
                && (Objects.equals(known.plannedDate(), planned.plannedDate())
                        || isOnAgenda(em, known.id(), known.meetingId()));
    }

    /** An import may have put something into a meeting that was withdrawn at that moment. */
    private static boolean isWithdrawn(EntityManager em, String meetingId) {
        return em.find(MeetingEntity.class, meetingId).withdrawn;
    }

    static boolean isOnAgenda(EntityManager em, String consultationId, String meetingId) {
        return !em.createQuery(
                        "select i.id from AgendaItem i where i.consultationId = :consultation and i.meetingId = :meeting",
                        String.class)
                .setParameter("consultation", consultationId)
                .setParameter("meeting", meetingId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Puts consultations into the meeting on whose agenda they are, the latest of several. Those that no agenda names stay in
     * their meeting; of those that are in none it is found by the day.
     */
    void settle(EntityManager em, List<ConsultationEntity> rows) {
        Map<String, String> latest = latestMeetings(em, rows);
        rows.forEach(row -> row.meetingId = latest.getOrDefault(row.id, row.meetingId));
        match(em, rows);
        em.flush();
    }

    /** The latest meetings whose agendas name consultations, by the ids of these. */
    private static Map<String, String> latestMeetings(EntityManager em, List<ConsultationEntity> rows) {
        Map<String, String> latest = new HashMap<>();
        if (!rows.isEmpty()) {
            em.createQuery(
                            "select i.consultationId, m.id from AgendaItem i, Meeting m where i.consultationId in :ids"
                                    + " and m.id = i.meetingId and m.withdrawn = false order by m.starts, m.id",
                            Object[].class)
                    .setParameter("ids", rows.stream().map(Consultations::id).toList())
                    .getResultStream()
                    .forEach(row -> latest.put((String) row[0], (String) row[1]));
        }
        return latest;
    }

    /** Finds the meetings of consultations that are in none yet. */
    void match(EntityManager em, List<ConsultationEntity> rows) {
        List<ConsultationEntity> open = rows.stream()
                .filter(row -> row.meetingId == null && row.plannedDate != null)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Set<String> committees = new HashSet<>();
        open.forEach(row -> committees.add(row.organizationId));
        LocalDate first = open.stream()
                .map(row -> row.plannedDate)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = open.stream()
                .map(row -> row.plannedDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<MeetingEntity> meetings = em.createQuery(
                        "select m from Meeting m where m.organizationId in :committees and m.starts >= :start"
                                + " and m.starts < :end and m.withdrawn = false order by m.starts, m.id",
                        MeetingEntity.class)
                .setParameter("committees", committees)
                .setParameter("start", first.atStartOfDay(LOCAL).toInstant())
                .setParameter("end", last.plusDays(1).atStartOfDay(LOCAL).toInstant())
                .getResultList();
        for (ConsultationEntity row : open) {
            row.meetingId = meetings.stream()
                    .filter(meeting -> meeting.organizationId.equals(row.organizationId)
                            && day(meeting).equals(row.plannedDate))
                    .min(Comparator.comparingInt(meeting -> distance(row, meeting)))
                    .map(meeting -> meeting.id)
                    .orElse(null);
        }
    }

    /** The papers of {@link #plannedFor}. Whoever is about to hold them asks for no more: what is read before is not read again. */
    List<String> papersPlannedFor(EntityManager em, MeetingEntity meeting) {
        return em.createQuery(
                        "select distinct c.paperId from Consultation c where c.organizationId = :organization"
                                + " and c.plannedDate = :day",
                        String.class)
                .setParameter("organization", meeting.organizationId)
                .setParameter("day", day(meeting))
                .getResultList();
    }

    /** The papers of {@link #in}. */
    List<String> papersIn(EntityManager em, String meetingId) {
        return em.createQuery(
                        "select distinct c.paperId from Consultation c where c.meetingId = :meeting", String.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    /** The papers of {@link #onAgenda}. */
    List<String> papersOnAgenda(EntityManager em, String meetingId) {
        return em.createQuery(
                        "select distinct c.paperId from Consultation c, AgendaItem i where i.meetingId = :meeting"
                                + " and c.id = i.consultationId",
                        String.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    /** Consultations that a meeting's agenda names, in whatever meeting they are. */
    List<ConsultationEntity> onAgenda(EntityManager em, String meetingId) {
        return em.createQuery(
                        "select c from Consultation c, AgendaItem i where i.meetingId = :meeting"
                                + " and c.id = i.consultationId order by c.paperId, c.position",
                        ConsultationEntity.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    /** Consultations that are planned for the committee and the day of a meeting. */
    List<ConsultationEntity> plannedFor(EntityManager em, MeetingEntity meeting) {
        return em.createQuery(
                        "select c from Consultation c where c.organizationId = :organization and c.plannedDate = :day"
                                + " order by c.paperId, c.position",
                        ConsultationEntity.class)
                .setParameter("organization", meeting.organizationId)
                .setParameter("day", day(meeting))
                .getResultList();
    }

    List<ConsultationEntity> in(EntityManager em, String meetingId) {
        return em.createQuery(
                        "select c from Consultation c where c.meetingId = :meeting order by c.paperId, c.position",
                        ConsultationEntity.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    /**
     * Puts consultations into a meeting that came to their day: those that are in none, and those whose meeting of the same
     * day fits less. One that an agenda names, or whose meeting moved to another day, stays where it is.
     */
    void gather(EntityManager em, MeetingEntity meeting, List<ConsultationEntity> planned) {
        for (ConsultationEntity row : planned) {
            if (row.meetingId == null) {
                row.meetingId = meeting.id;
            } else if (!row.meetingId.equals(meeting.id)) {
                MeetingEntity present = em.find(MeetingEntity.class, row.meetingId);
                boolean fitsBetter =
                        day(present).equals(row.plannedDate) && distance(row, meeting) < distance(row, present);
                if (present.withdrawn || fitsBetter && !isOnAgenda(em, id(row), present.id)) {
                    row.meetingId = meeting.id;
                }
            }
        }
    }

    /** How badly a meeting fits: a cancelled one, or a public one for what is not public, are a last resort. */
    private static int distance(ConsultationEntity row, MeetingEntity meeting) {
        boolean fits = (row.visibility == Visibility.NON_PUBLIC) == (meeting.visibility == Visibility.NON_PUBLIC);
        return (fits ? 0 : 2) + (meeting.cancelled ? 1 : 0);
    }

    /** Rows that an earlier version of this bundle wrote have none. */
    static String id(ConsultationEntity row) {
        return row.id == null ? row.paperId + "-" + row.position : row.id;
    }

    static LocalDate day(MeetingEntity meeting) {
        return LocalDate.ofInstant(meeting.starts, LOCAL);
    }

    private static ConsultationEntity newRow(PaperEntity paper, int position) {
        ConsultationEntity row = new ConsultationEntity();
        row.paperId = paper.id;
        row.position = position;
        return row;
    }
}
