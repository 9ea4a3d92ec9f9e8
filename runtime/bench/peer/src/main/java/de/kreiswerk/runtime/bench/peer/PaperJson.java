package de.kreiswerk.runtime.bench.peer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** OParl's Paper. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PaperJson(
        String id,
        String type,
        String body,
        String reference,
        String name,
        String paperType,
        LocalDate date,
        List<String> underDirectionOf,
        @JsonProperty("kreiswerk:underDirectionOfName") String underDirectionOfName,
        @JsonProperty("kreiswerk:state") String state,
        @JsonProperty("kreiswerk:revision") Integer revision,
        @JsonProperty("kreiswerk:revisionDate") LocalDate revisionDate,
        @JsonProperty("kreiswerk:occasion") String occasion,
        @JsonProperty("kreiswerk:involved") @JsonRawValue String involved,

        @JsonProperty("kreiswerk:budgetProducts") @JsonRawValue
        String budgetProducts,

        @JsonProperty("kreiswerk:proposedResolution") @JsonRawValue
        String proposedResolution,

        @JsonProperty("kreiswerk:statementOfFacts") @JsonRawValue
        String statementOfFacts,

        @JsonProperty("kreiswerk:financialImpact") @JsonRawValue
        String financialImpact,

        @JsonProperty("kreiswerk:climateCheck") @JsonRawValue
        String climateCheck,

        @JsonProperty("kreiswerk:tables") @JsonRawValue String tables,
        @JsonProperty("kreiswerk:version") Integer version,
        List<ConsultationJson> consultation,
        List<FileJson> auxiliaryFile,
        @JsonProperty("kreiswerk:attachments") List<AttachmentJson> attachments,
        String web,
        OffsetDateTime created,
        OffsetDateTime modified) {

    /** OParl's Consultation. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ConsultationJson(
            String id,
            String type,
            @JsonProperty("kreiswerk:position") int position,
            List<String> organization,
            @JsonProperty("kreiswerk:organizationName") String organizationName,
            @JsonProperty("kreiswerk:plannedDate") LocalDate plannedDate,
            @JsonProperty("kreiswerk:dateWording") String dateWording,
            @JsonProperty("kreiswerk:public") boolean open,
            @JsonProperty("kreiswerk:result") String result,
            String role,
            boolean authoritative,
            OffsetDateTime created,
            OffsetDateTime modified) {}

    /** OParl's File. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FileJson(
            String id,
            String type,
            String name,
            String fileName,
            String mimeType,
            Long size,
            @JsonProperty("kreiswerk:sha256Checksum") String sha256,
            @JsonProperty("kreiswerk:attachmentNumber") int attachmentNumber,
            String accessUrl,
            String downloadUrl,
            String web,
            OffsetDateTime created,
            OffsetDateTime modified) {}

    /** An attachment as the document names it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AttachmentJson(int number, String name, String visibility, String sizeWording, String file) {}
}
