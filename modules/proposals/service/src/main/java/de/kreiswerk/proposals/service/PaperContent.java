package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.wordkit.Secrecy;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the public sees of a paper itself. It copies what is allowed, member by member: what nobody thought of stays inside.
 * Persons, non-public attachments and passages that no rule understood are not among it.
 */
final class PaperContent {

    /** As text in the order of time. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** The member that leads to the organization under whose direction a paper is. */
    static final String LEAD = "underDirectionOfOrganization";

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

    private PaperContent() {}

    /** All but what is embedded: consultations, attachments and versions. */
    static ObjectNode of(PublishedPaper published, String body, Json json) {
        PaperEntity paper = published.paper();
        PaperDocument document = published.document();
        ObjectNode content = json.object();
        content.put("id", paper.id);
        content.put("body", body);
        content.put("reference", paper.reference);
        content.put("slug", paper.slug);
        putSaid(content, document, json);
        if (document.paperType() != null) {
            content.put("paperTypeKey", typeKey(document.paperType()));
        }
        content.put("state", ConsultationParts.state(published));
        if (paper.underDirectionId != null) {
            content.put(LEAD, Paths.organization(paper.underDirectionId));
        }
        putTables(content, document, json);
        content.put("version", paper.version);
        content.put("published", paper.published.toString());
        return content;
    }

    /** What a text says of itself, the members that are for everyone. */
    static void putSaid(ObjectNode content, PaperDocument document, Json json) {
        ObjectNode all = json.tree(document);
        for (String member : PUBLIC_MEMBERS) {
            if (all.hasNonNull(member)) {
                content.set(member, all.get(member));
            }
        }
    }

    static void putTables(ObjectNode content, PaperDocument document, Json json) {
        content.set(
                "tables", json.tree(Map.of("tables", publicTables(document))).get("tables"));
    }

    /** The one that was published, and those that came later: when somebody worked at a draft is nobody's business. */
    static void versions(
            ObjectNode content,
            String paperId,
            List<Paper.Version> versions,
            Instant published,
            Set<Integer> superseded) {
        ArrayNode node = content.putArray("versions");
        int first = 0;
        while (first + 1 < versions.size()
                && !superseded.contains(versions.get(first).number())
                && !versions.get(first + 1).created().isAfter(published)) {
            first++;
        }
        for (Paper.Version version : versions.subList(Math.min(first, versions.size()), versions.size())) {
            ObjectNode entry = node.addObject()
                    .put("number", version.number())
                    .put("created", version.created().toString());
            if (superseded.contains(version.number())) {
                entry.put("path", Paths.paperVersion(paperId, version.number()));
            }
        }
    }

    static Map<String, String> lists(PublishedPaper published) {
        PaperEntity paper = published.paper();
        Map<String, String> lists = new TreeMap<>();
        lists.put("paper", paper.id);
        // A draft may become public long after others that came later.
        lists.put("paper/published", MOMENT.format(paper.published) + " " + paper.id);
        if (paper.referenceYear != null) {
            lists.put("paper/year/" + paper.referenceYear, paper.id);
        }
        if (paper.paperType != null) {
            lists.put("paper/type/" + typeKey(paper.paperType), paper.id);
        }
        published.rows().forEach(row -> lists.put("paper/organization/" + row.organizationId, paper.id));
        lists.put("paper/state/" + ConsultationParts.state(published), paper.id);
        return lists;
    }

    /** Words of the paper that are public and that people remember it by. */
    static String text(PublishedPaper published) {
        PaperDocument document = published.document();
        return Stream.of(
                        Stream.of(
                                published.paper().reference,
                                document.name(),
                                document.paperType(),
                                document.underDirectionOf()),
                        document.consultations().stream().map(PaperDocument.PlannedConsultation::organization),
                        Stream.of(document.proposedResolution(), document.statementOfFacts())
                                .filter(Objects::nonNull)
                                .flatMap(passage -> passage.paragraphs().stream()),
                        document.attachments().stream()
                                .filter(PaperContent::isPublic)
                                .map(NamedAttachment::name))
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** A part of an address, cut so that the name of its list has room. */
    static String typeKey(String paperType) {
        String key = paperType
                .strip()
                .toLowerCase(Locale.GERMAN)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String cut = key.substring(0, Math.min(key.length(), 100));
        return cut.isEmpty() ? "andere" : cut;
    }

    /** An attachment of which nothing is said is as public as its paper. What an earlier importer read may say so in its name only. */
    static boolean isPublic(NamedAttachment attachment) {
        boolean silent =
                attachment.visibility() == null && (attachment.name() == null || !Secrecy.isIn(attachment.name()));
        return silent || attachment.visibility() == Visibility.PUBLIC;
    }

    static Part file(PaperEntity paper, NamedAttachment named, AttachedFileEntity file, Json json) {
        ObjectNode content = json.object();
        content.put("name", named.name());
        content.put("fileName", file.fileName);
        content.put("mediaType", file.mediaType);
        content.put("size", file.size);
        content.put("sha256", file.sha256);
        content.put("paperAddress", Paths.paperPage(paper));
        content.put("attachmentNumber", file.number);
        return new Part("File", file.id, file.created, content, "paper", Paths.paper(paper.id));
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
}
