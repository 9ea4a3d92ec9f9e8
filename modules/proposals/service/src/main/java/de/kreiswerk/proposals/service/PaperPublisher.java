package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the public snapshot of a paper. It copies what is allowed, member by member: what nobody thought of stays inside.
 * Persons, non-public attachments and passages that no rule understood are not among it.
 */
final class PaperPublisher {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");

    private static final List<String> PUBLIC_MEMBERS = List.of(
            "name",
            "paperType",
            "revision",
            "revisionDate",
            "occasion",
            "underDirectionOf",
            "involved",
            "budgetProducts",
            "proposedResolution",
            "statementOfFacts",
            "financialImpact",
            "climateCheck");

    /** Of a non-public consultation the document itself shows this much and no more. */
    private static final Set<String> NON_PUBLIC_CONSULTATION =
            Set.of("organization", "role", "roleWording", "plannedDate", "dateWording", "visibility");

    private final Publication publication;
    private final Organizations organizations;

    PaperPublisher(Publication publication, Organizations organizations) {
        this.publication = publication;
        this.organizations = organizations;
    }

    static String path(String paperId) {
        return "/paper/" + paperId;
    }

    static String filePath(String fileId) {
        return "/file/" + fileId;
    }

    void publish(PaperStore store, PaperEntity paper) {
        PaperDocument document = store.document(paper);
        Map<Integer, AttachedFileEntity> files = store.files(paper.id);
        ObjectNode content = content(store, paper, document, files);
        store.organizations(paper.id).forEach(organization -> organizations.publish(store.em(), organization));
        publication.publish(new Snapshot(
                path(paper.id),
                "Paper",
                "/vorlagen/" + paper.slug,
                Map.of("paper", paper.id),
                paper.created,
                content.toString(),
                text(paper, document)));
        Map<Integer, Paper.Attachment> named = PaperStore.attachments(document, files).stream()
                .collect(Collectors.toMap(Paper.Attachment::number, attachment -> attachment));
        for (AttachedFileEntity file : files.values()) {
            Paper.Attachment attachment = named.get(file.number);
            if (attachment != null && isPublic(attachment)) {
                publishFile(store.json(), paper, attachment);
            } else {
                // The newest text does not name it any more, or says that it is not public.
                withdrawFile(file.id);
            }
        }
    }

    /** Words of the paper that are public and that people remember it by. */
    private static String text(PaperEntity paper, PaperDocument document) {
        return Stream.concat(
                        Stream.of(paper.reference, document.name(), document.paperType(), document.underDirectionOf()),
                        Stream.of(document.proposedResolution(), document.statementOfFacts())
                                .filter(Objects::nonNull)
                                .flatMap(passage -> passage.paragraphs().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    void withdraw(PaperStore store, PaperEntity paper) {
        publication.withdraw(path(paper.id));
        store.files(paper.id).values().forEach(file -> withdrawFile(file.id));
    }

    void withdrawFile(String fileId) {
        publication.withdraw(filePath(fileId));
    }

    private ObjectNode content(
            PaperStore store, PaperEntity paper, PaperDocument document, Map<Integer, AttachedFileEntity> files) {
        Json json = store.json();
        ObjectNode all = json.tree(document);
        ObjectNode content = all.objectNode();
        content.put("id", paper.id);
        content.put("reference", paper.reference);
        content.put("slug", paper.slug);
        for (String member : PUBLIC_MEMBERS) {
            if (all.hasNonNull(member)) {
                content.set(member, all.get(member));
            }
        }
        content.set(
                "tables", json.tree(Map.of("tables", publicTables(document))).get("tables"));
        content.set("consultations", consultations(store, paper, document, json));
        ArrayNode attachments = content.putArray("attachments");
        for (PaperDocument.NamedAttachment named : document.attachments()) {
            if (named.visibility() != Visibility.NON_PUBLIC) {
                ObjectNode attachment = json.tree(PaperStore.attachment(named, files));
                if (named.sizeWording() != null) {
                    attachment.put("sizeWording", named.sizeWording());
                }
                attachments.add(attachment);
            }
        }
        content.put("version", paper.version);
        ArrayNode versions = content.putArray("versions");
        for (Paper.Version version : store.versions(paper.id)) {
            versions.addObject()
                    .put("number", version.number())
                    .put("created", version.created().toString());
        }
        content.put("published", paper.published.toString());
        return content;
    }

    private static ArrayNode consultations(PaperStore store, PaperEntity paper, PaperDocument document, Json json) {
        ArrayNode rows = json.tree(Map.of()).arrayNode();
        List<PlannedConsultation> planned = document.consultations();
        for (int position = 0; position < planned.size(); position++) {
            PlannedConsultation consultation = planned.get(position);
            ObjectNode row = json.tree(consultation);
            if (consultation.visibility() == Visibility.NON_PUBLIC) {
                row.retain(NON_PUBLIC_CONSULTATION);
            } else {
                row.remove("status");
                // What stands here is the scheduled meeting; the document's words for one are not.
                row.remove("meeting");
                MeetingEntity meeting = meeting(store, paper.id, position);
                if (meeting != null) {
                    ObjectNode node = row.putObject("meeting");
                    node.put("id", meeting.id).put("name", meeting.name).put("start", meeting.starts.toString());
                    if (meeting.place != null) {
                        node.put("place", meeting.place);
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** The scheduled public meeting of the committee on the planned day. */
    private static MeetingEntity meeting(PaperStore store, String paperId, int position) {
        ConsultationEntity.Key key = new ConsultationEntity.Key();
        key.paperId = paperId;
        key.position = position;
        ConsultationEntity consultation = store.em().find(ConsultationEntity.class, key);
        if (consultation == null || consultation.plannedDate == null) {
            return null;
        }
        Instant from = consultation.plannedDate.atStartOfDay(LOCAL).toInstant();
        Instant to = consultation.plannedDate.plusDays(1).atStartOfDay(LOCAL).toInstant();
        return store.em()
                .createQuery(
                        "select m from Meeting m where m.organizationId = :organization and m.starts >= :from"
                                + " and m.starts < :to and m.visibility = :visibility order by m.starts",
                        MeetingEntity.class)
                .setParameter("organization", consultation.organizationId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("visibility", Visibility.PUBLIC)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void publishFile(Json json, PaperEntity paper, Paper.Attachment attachment) {
        Paper.StoredFile file = attachment.file();
        ObjectNode content = json.tree(Map.of(
                "id", file.id(),
                "name", attachment.name(),
                "fileName", file.fileName(),
                "mediaType", file.mediaType(),
                "size", file.size(),
                "sha256", file.sha256(),
                "paper", path(paper.id)));
        publication.publish(new Snapshot(
                filePath(file.id()),
                "File",
                null,
                Map.of("file", file.id()),
                file.created(),
                content.toString(),
                null));
    }

    /** A table is public with the passage that it stands in. */
    private static List<PaperDocument.Table> publicTables(PaperDocument document) {
        Set<String> publicLabels = Stream.of(
                        document.proposedResolution(),
                        document.statementOfFacts(),
                        document.financialImpact() == null
                                ? null
                                : document.financialImpact().wording(),
                        document.climateCheck() == null
                                ? null
                                : document.climateCheck().result())
                .filter(Objects::nonNull)
                .map(PaperDocument.Passage::label)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return document.tables().stream()
                .filter(table -> publicLabels.contains(table.section()))
                .toList();
    }

    /** An attachment of which nothing is said is as public as its paper. */
    private static boolean isPublic(Paper.Attachment attachment) {
        return attachment.visibility() != Visibility.NON_PUBLIC;
    }
}
