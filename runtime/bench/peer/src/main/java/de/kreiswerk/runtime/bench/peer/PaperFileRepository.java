package de.kreiswerk.runtime.bench.peer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Where files are. */
interface PaperFileRepository extends Repository<PaperFile, UUID> {

    List<PaperFile> findByPaperIdInOrderByAttachmentNumber(Collection<UUID> papers);
}
