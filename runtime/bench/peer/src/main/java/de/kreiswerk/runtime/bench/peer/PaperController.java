package de.kreiswerk.runtime.bench.peer;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** OParl's addresses. */
@RestController
@RequestMapping("/oparl/v1")
class PaperController {

    private static final int MOST = 100;

    private final PaperService papers;

    PaperController(PaperService papers) {
        this.papers = papers;
    }

    @GetMapping("/paper/{id}")
    PaperJson paper(@PathVariable UUID id) {
        return papers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/body/{body}/paper")
    PaperPage papers(
            @PathVariable UUID body,
            @RequestParam(required = false) UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        return papers.page(body, after, Math.max(1, Math.min(limit, MOST)));
    }
}
