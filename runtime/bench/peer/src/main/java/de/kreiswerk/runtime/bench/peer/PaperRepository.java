package de.kreiswerk.runtime.bench.peer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Where papers are. */
interface PaperRepository extends Repository<Paper, UUID> {

    Optional<Paper> findById(UUID id);

    List<Paper> findByBodyAndDeletedFalseAndIdGreaterThanOrderByBodyAscIdAsc(UUID body, UUID after, Limit limit);
}
