package de.kreiswerk.runtime.bench.peer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Where consultations are. */
interface ConsultationRepository extends Repository<Consultation, UUID> {

    List<Consultation> findByPaperIdInOrderByPosition(Collection<UUID> papers);
}
