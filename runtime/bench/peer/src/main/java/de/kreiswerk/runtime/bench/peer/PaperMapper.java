package de.kreiswerk.runtime.bench.peer;

import de.kreiswerk.runtime.bench.peer.PaperJson.AttachmentJson;
import de.kreiswerk.runtime.bench.peer.PaperJson.ConsultationJson;
import de.kreiswerk.runtime.bench.peer.PaperJson.FileJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Entities to what is sent. */
@Component
class PaperMapper {

    private static final String SCHEMA = "https://schema.oparl.org/1.1/";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final String base;

    PaperMapper(@Value("${oparl.base-url}") String base) {
        this.base = base;
    }

    String url(String type, UUID id) {
        return base + "/oparl/v1/" + type + "/" + id;
    }

    PaperJson paper(Paper paper, List<Consultation> consultations, List<PaperFile> files) {
        String web = base + "/vorlagen/" + paper.slug;
        return new PaperJson(
                url("paper", paper.id),
                SCHEMA + "Paper",
                url("body", paper.body),
                paper.reference,
                paper.name,
                paper.paperType,
                paper.published,
                list("organization", paper.underDirectionOf),
                paper.underDirectionOfName,
                paper.state,
                paper.revision,
                paper.revisionDate,
                paper.occasion,
                paper.involved,
                paper.budgetProducts,
                paper.proposedResolution,
                paper.statementOfFacts,
                paper.financialImpact,
                paper.climateCheck,
                paper.tables,
                paper.version,
                consultations.stream().map(this::consultation).toList(),
                files.stream().map(file -> file(file, web)).toList(),
                files.stream().map(this::attachment).toList(),
                web,
                time(paper.created),
                time(paper.modified));
    }

    private ConsultationJson consultation(Consultation consultation) {
        return new ConsultationJson(
                url("consultation", consultation.id),
                SCHEMA + "Consultation",
                consultation.position,
                list("organization", consultation.organization),
                consultation.organizationName,
                consultation.plannedDate,
                consultation.dateWording,
                consultation.open,
                consultation.result,
                consultation.role,
                consultation.authoritative,
                time(consultation.created),
                time(consultation.modified));
    }

    private FileJson file(PaperFile file, String web) {
        String url = url("file", file.id);
        return new FileJson(
                url,
                SCHEMA + "File",
                file.name,
                file.fileName,
                file.mimeType,
                file.size,
                file.sha256,
                file.attachmentNumber,
                url + "/access",
                url + "/download",
                web,
                time(file.created),
                time(file.modified));
    }

    private AttachmentJson attachment(PaperFile file) {
        return new AttachmentJson(
                file.attachmentNumber, file.name, file.visibility, file.sizeWording, url("file", file.id));
    }

    private List<String> list(String type, UUID id) {
        return id == null ? null : List.of(url(type, id));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime();
    }
}
