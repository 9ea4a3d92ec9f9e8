package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the public sees of a Beratungsfolge. */
final class ConsultationParts {

    /** Of a non-public consultation the document itself shows this much and no more. */
    private static final Set<String> NON_PUBLIC =
            Set.of("organization", "role", "roleWording", "plannedDate", "dateWording", "visibility");

    private ConsultationParts() {}

    static List<Part> of(PublishedPaper paper, Json json) {
        List<Part> parts = new ArrayList<>();
        for (ConsultationEntity row : paper.rows()) {
            parts.add(new Part(
                    "Consultation",
                    Consultations.id(row),
                    row.created,
                    content(paper, row, planned(paper, row), json),
                    "paper",
                    Paths.paper(paper.paper().id)));
        }
        return parts;
    }

    /** A row as its text plans it, which is what a non-public one shows as well. */
    static ObjectNode planned(PlannedConsultation planned, Json json) {
        ObjectNode stated = json.tree(planned).retain(NON_PUBLIC);
        Visibility visibility = Consultations.visibility(planned);
        return visibility == null ? stated : stated.put("visibility", visibility.name());
    }

    /** The state of a paper, from what the public may know. */
    static String state(PublishedPaper paper) {
        if (paper.rows().isEmpty()) {
            return "NO_CONSULTATION";
        }
        boolean decided =
                paper.rows().stream().anyMatch(row -> decides(paper, row) && isPublic(row) && hasEnded(paper, row));
        if (decided) {
            return "DECIDED";
        }
        return isCompleted(paper) ? "COMPLETED" : "UNDER_CONSULTATION";
    }

    /**
     * Whether nothing is left to come: the last row is public and all public ones have ended. A report that everybody took note of is
     * never decided, and must not be under consultation for ever. What was decided behind closed doors stays open: it would show.
     */
    private static boolean isCompleted(PublishedPaper paper) {
        List<ConsultationEntity> rows = paper.rows();
        return isPublic(rows.get(rows.size() - 1))
                && rows.stream().allMatch(row -> isPublic(row) ? hasEnded(paper, row) : !decides(paper, row));
    }

    private static boolean decides(PublishedPaper paper, ConsultationEntity row) {
        return planned(paper, row).role() == Role.DECISION;
    }

    private static boolean hasEnded(PublishedPaper paper, ConsultationEntity row) {
        return Outcome.of(result(paper, row, planned(paper, row))) == Outcome.ENDED;
    }

    private static PlannedConsultation planned(PublishedPaper paper, ConsultationEntity row) {
        return paper.document().consultations().get(row.position);
    }

    private static ObjectNode content(
            PublishedPaper paper, ConsultationEntity row, PlannedConsultation planned, Json json) {
        ObjectNode stated = planned(planned, json);
        ObjectNode content = json.object().put("position", row.position);
        content.setAll(stated);
        content.put("organizationPath", Paths.organization(row.organizationId));
        if (isPublic(row)) {
            result(content, result(paper, row, planned));
            MeetingEntity meeting = meeting(paper, row);
            if (meeting != null) {
                content.set("meeting", meeting(meeting, json));
                AgendaItemEntity item = item(paper, row);
                if (item != null) {
                    content.put("agendaItem", Paths.agendaItem(item.id));
                    CouncilPublisher.put(content, "resolutionText", item.resolutionText);
                }
            }
        }
        return content;
    }

    /** That it does not end the matter is said beside it, so that every reader sees it alike. */
    private static void result(ObjectNode content, String result) {
        CouncilPublisher.put(content, "result", result);
        Outcome outcome = Outcome.of(result);
        if (content.has("result") && outcome != Outcome.ENDED) {
            content.put("outcome", outcome.name());
        }
    }

    private static ObjectNode meeting(MeetingEntity meeting, Json json) {
        ObjectNode node = json.object();
        node.put("path", Paths.meeting(meeting.id));
        node.put("address", Paths.meetingPage(meeting));
        node.put("name", meeting.name);
        CouncilPublisher.put(node, "start", meeting.starts);
        CouncilPublisher.put(node, "place", meeting.place);
        return node.put("cancelled", meeting.cancelled);
    }

    /** What a public agenda says counts, else what the text says. */
    private static String result(PublishedPaper paper, ConsultationEntity row, PlannedConsultation planned) {
        AgendaItemEntity item = item(paper, row);
        return item != null && item.result != null ? item.result : planned.result();
    }

    private static MeetingEntity meeting(PublishedPaper paper, ConsultationEntity row) {
        MeetingEntity meeting = row.meetingId == null ? null : paper.meetings().get(row.meetingId);
        return meeting != null && MeetingPublisher.isPublic(meeting) ? meeting : null;
    }

    private static AgendaItemEntity item(PublishedPaper paper, ConsultationEntity row) {
        if (meeting(paper, row) == null) {
            return null;
        }
        return paper.items().stream()
                .filter(item -> Objects.equals(item.consultationId, Consultations.id(row))
                        && item.meetingId.equals(row.meetingId)
                        && item.visibility == Visibility.PUBLIC)
                .findFirst()
                .orElse(null);
    }

    private static boolean isPublic(ConsultationEntity row) {
        return row.visibility != Visibility.NON_PUBLIC;
    }
}
