package de.kreiswerk.runtime.bench.peer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads papers, each with what belongs to it. */
@Service
@Transactional(readOnly = true)
class PaperService {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final PaperRepository papers;
    private final PaperMapper mapper;

    PaperService(PaperRepository papers, PaperMapper mapper) {
        this.papers = papers;
        this.mapper = mapper;
    }

    Optional<PaperJson> find(UUID id) {
        return papers.findWithConsultationsById(id).map(mapper::paper);
    }

    PaperPage page(UUID body, UUID after, int limit) {
        List<Paper> found = papers.findByBodyAndDeletedFalseAndIdGreaterThanOrderById(
                body, after == null ? BEGINNING : after, Limit.of(limit + 1));
        boolean more = found.size() > limit;
        List<Paper> shown = more ? found.subList(0, limit) : found;
        String list = mapper.url("body", body) + "/paper?limit=" + limit;
        return new PaperPage(
                shown.stream().map(mapper::paper).toList(),
                new PaperPage.Pagination(limit),
                new PaperPage.Links(
                        list,
                        after == null ? list : list + "&after=" + after,
                        more ? list + "&after=" + shown.get(limit - 1).id : null));
    }
}
