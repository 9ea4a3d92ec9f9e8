package de.kreiswerk.runtime.bench.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A paper as OParl shows it, as the rows from which the peer makes the same again. */
final class PeerRows {

    private static final String OWN = "kreiswerk:";

    private final JsonNode json;
    private final List<String> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private PeerRows(JsonNode json) {
        this.json = json;
    }

    static List<Row> of(JsonNode paper) {
        List<Row> rows = new ArrayList<>();
        Object id = new PeerRows(paper).id("id").values.get(0);
        rows.add(paper(paper));
        int position = 0;
        for (JsonNode consultation : paper.path("consultation")) {
            rows.add(consultation(consultation, id, position++));
        }
        for (JsonNode attachment : paper.path(OWN + "attachments")) {
            rows.add(file(paper, attachment, id));
        }
        return rows;
    }

    private static Row paper(JsonNode paper) {
        PeerRows row = new PeerRows(paper)
                .id("id")
                .id("body")
                .text("reference", "reference")
                .text("name", "name")
                .text("paper_type", "paperType")
                .date("published", "date")
                .firstId("under_direction_of", "underDirectionOf")
                .text("under_direction_of_name", OWN + "underDirectionOfName")
                .text("state", OWN + "state")
                .number("revision", OWN + "revision")
                .date("revision_date", OWN + "revisionDate")
                .text("occasion", OWN + "occasion")
                .json("involved", OWN + "involved")
                .json("budget_products", OWN + "budgetProducts")
                .json("proposed_resolution", OWN + "proposedResolution")
                .json("statement_of_facts", OWN + "statementOfFacts")
                .json("financial_impact", OWN + "financialImpact")
                .json("climate_check", OWN + "climateCheck")
                .json("tables", OWN + "tables")
                .number("version", OWN + "version")
                .times();
        String web = paper.path("web").asText();
        row.put("slug", web.substring(web.lastIndexOf('/') + 1));
        row.put("deleted", false);
        return row.row("paper");
    }

    private static Row consultation(JsonNode consultation, Object paper, int position) {
        PeerRows row = new PeerRows(consultation)
                .id("id")
                .firstId("organization", "organization")
                .text("organization_name", OWN + "organizationName")
                .date("planned_date", OWN + "plannedDate")
                .text("date_wording", OWN + "dateWording")
                .text("result", OWN + "result")
                .text("role", "role")
                .times();
        row.put("paper_id", paper);
        row.put("position", position);
        row.put("is_public", consultation.path(OWN + "public").asBoolean());
        row.put("authoritative", consultation.path("authoritative").asBoolean());
        return row.row("consultation");
    }

    private static Row file(JsonNode paper, JsonNode attachment, Object id) {
        for (JsonNode file : paper.path("auxiliaryFile")) {
            if (file.path("id").equals(attachment.path("file"))) {
                PeerRows row = new PeerRows(file)
                        .id("id")
                        .text("name", "name")
                        .text("file_name", "fileName")
                        .text("mime_type", "mimeType")
                        .number("size", "size")
                        .text("sha256", OWN + "sha256Checksum")
                        .times();
                row.put("paper_id", id);
                row.put("attachment_number", attachment.path("number").asInt());
                row.put("visibility", attachment.path("visibility").textValue());
                row.put("size_wording", attachment.path("sizeWording").textValue());
                return row.row("paper_file");
            }
        }
        throw new IllegalStateException("An attachment of the paper has no bytes: " + attachment);
    }

    private Row row(String table) {
        return Row.of(table, columns, values);
    }

    private PeerRows put(String column, Object value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    private PeerRows text(String column, String member) {
        return put(column, json.path(member).textValue());
    }

    private PeerRows number(String column, String member) {
        return put(column, json.path(member).numberValue());
    }

    private PeerRows date(String column, String member) {
        String text = json.path(member).textValue();
        return put(column, text == null ? null : LocalDate.parse(text));
    }

    /** A value with a shape of its own. */
    private PeerRows json(String column, String member) {
        return put(column, json.has(member) ? json.get(member).toString() : null);
    }

    private PeerRows id(String member) {
        return put(member, id(json.path(member)));
    }

    private PeerRows firstId(String column, String member) {
        return put(column, id(json.path(member).path(0)));
    }

    private static UUID id(JsonNode url) {
        String text = url.textValue();
        return text == null ? null : UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
    }

    private PeerRows times() {
        put("created", OffsetDateTime.parse(json.path("created").asText()));
        return put("modified", OffsetDateTime.parse(json.path("modified").asText()));
    }
}
