package de.kreiswerk.runtime.bench.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An attachment and what is known of its bytes. */
@Entity
class PaperFile {

    @Id
    UUID id;

    UUID paperId;

    int attachmentNumber;
    String visibility;
    String sizeWording;
    String name;
    String fileName;
    String mimeType;
    Long size;
    String sha256;
    Instant created;
    Instant modified;
}
