package de.kreiswerk.runtime.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads papers, each with what belongs to it. */
@Service
@Transactional(readOnly = true)
class PaperService {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final PaperRepository papers;
    private final ConsultationRepository consultations;
    private final PaperFileRepository files;
    private final PaperMapper mapper;

    PaperService(
            PaperRepository papers,
            ConsultationRepository consultations,
            PaperFileRepository files,
            PaperMapper mapper) {
        this.papers = papers;
        this.consultations = consultations;
        this.files = files;
        this.mapper = mapper;
    }

    Optional<PaperJson> find(UUID id) {
        return papers.findById(id).map(paper -> withParts(List.of(paper)).get(0));
    }

    /**
     * What belongs to all of them in one query for each kind. Not by Hibernate's batches of a mapped collection: on H2 they
     * ask with array_contains, which uses no index.
     */
    private List<PaperJson> withParts(List<Paper> some) {
        List<UUID> ids = some.stream().map(paper -> paper.id).toList();
        Map<UUID, List<Consultation>> consultationsOf = consultations.findByPaperIdInOrderByPosition(ids).stream()
                .collect(Collectors.groupingBy(consultation -> consultation.paperId));
        Map<UUID, List<PaperFile>> filesOf = files.findByPaperIdInOrderByAttachmentNumber(ids).stream()
                .collect(Collectors.groupingBy(file -> file.paperId));
        return some.stream()
                .map(paper -> mapper.paper(
                        paper,
                        consultationsOf.getOrDefault(paper.id, List.of()),
                        filesOf.getOrDefault(paper.id, List.of())))
                .toList();
    }

    PaperPage page(UUID body, UUID after, int limit) {
        List<Paper> found = papers.findByBodyAndDeletedFalseAndIdGreaterThanOrderByBodyAscIdAsc(
                body, after == null ? BEGINNING : after, Limit.of(limit + 1));
        boolean more = found.size() > limit;
        List<Paper> shown = more ? found.subList(0, limit) : found;
        String list = mapper.url("body", body) + "/paper?limit=" + limit;
        return new PaperPage(
                withParts(shown),
                new PaperPage.Pagination(limit),
                new PaperPage.Links(
                        list,
                        after == null ? list : list + "&after=" + after,
                        more ? list + "&after=" + shown.get(limit - 1).id : null));
    }
}
