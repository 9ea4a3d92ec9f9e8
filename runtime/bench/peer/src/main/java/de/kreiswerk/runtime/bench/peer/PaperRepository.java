package de.kreiswerk.runtime.bench.peer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** Where papers are. */
interface PaperRepository extends Repository<Paper, UUID> {

    @EntityGraph(attributePaths = "consultations")
    Optional<Paper> findWithConsultationsById(UUID id);

    List<Paper> findByBodyAndDeletedFalseAndIdGreaterThanOrderById(UUID body, UUID after, Limit limit);
}
