package de.kreiswerk.proposals.web.papers;

import static de.kreiswerk.proposals.web.snapshot.Snapshots.orEmpty;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The public snapshot of a paper, or of an earlier version of it, as it is read. What is absent is null or an empty list. Coded values stay words: a value
 * that this version does not know must not keep a page from being shown.
 */
record PaperSnapshot(
        String id,
        String reference,
        String slug,
        String name,
        String paperType,
        String state,
        String revision,
        LocalDate revisionDate,
        String occasion,
        String underDirectionOf,
        List<String> involved,
        List<String> budgetProducts,
        List<Consultation> consultations,
        Passage proposedResolution,
        Passage statementOfFacts,
        Finance financialImpact,
        Climate climateCheck,
        List<Attachment> attachments,
        List<Table> tables,
        int version,
        List<Version> versions,
        Instant published) {

    static final String NON_PUBLIC = "NON_PUBLIC";

    PaperSnapshot {
        involved = orEmpty(involved);
        budgetProducts = orEmpty(budgetProducts);
        consultations = orEmpty(consultations);
        tables = orEmpty(tables);
        versions = orEmpty(versions);
        // They are not in a snapshot. Should they ever be, they stop here.
        attachments = orEmpty(attachments).stream()
                .filter(attachment -> !NON_PUBLIC.equals(attachment.visibility()))
                .toList();
    }

    /** Its outcome is stated only where the result does not end the matter, its resolution only where it is not what was proposed. */
    record Consultation(
            String organization,
            String role,
            String roleWording,
            LocalDate plannedDate,
            String dateWording,
            String visibility,
            String result,
            String outcome,
            String resolutionText,
            Meeting meeting) {

        Consultation {
            if (NON_PUBLIC.equals(visibility)) {
                result = null;
                outcome = null;
                resolutionText = null;
                meeting = null;
            }
        }
    }

    record Meeting(String address, String name, Instant start, String place, boolean cancelled) {}

    record Passage(String label, List<String> paragraphs) {

        Passage {
            paragraphs = orEmpty(paragraphs);
        }
    }

    record Finance(
            Amount implementationCost,
            Amount followUpCost,
            List<String> coverage,
            String justification,
            String other,
            String revenue,
            String revenueWording,
            String vat,
            Passage wording) {

        Finance {
            coverage = orEmpty(coverage);
        }
    }

    record Amount(BigDecimal value, String wording) {}

    record Climate(String rating, String wording, Passage result) {}

    record Attachment(int number, String name, String visibility, String sizeWording, StoredFile file) {}

    record StoredFile(String id, String fileName, String mediaType, long size, String sha256, Instant created) {}

    record Table(String section, List<String> header, List<List<String>> rows, List<String> totals) {

        Table {
            header = orEmpty(header);
            rows = orEmpty(rows);
            totals = orEmpty(totals);
        }
    }

    /** Its path is null when it cannot be read any more. */
    record Version(int number, Instant created, String path) {}

    /** What a line of the list needs; the rest of the snapshot is skipped while reading. */
    record Line(
            String reference,
            String name,
            String paperType,
            String underDirectionOf,
            String state,
            List<Consultation> consultations,
            Passage proposedResolution,
            Instant published) {

        Line {
            consultations = orEmpty(consultations);
        }
    }
}
