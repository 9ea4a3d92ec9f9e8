package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.PublicSite;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of every kind of page that the public can come to, one or a few: path and status. */
final class ShowcasePages {

    private final Map<String, Integer> pages = new LinkedHashMap<>();

    private ShowcasePages() {}

    static Map<String, Integer> of(Platform platform) {
        ShowcasePages showcase = new ShowcasePages();
        PublicSite site = PublicSite.crawl(platform, List.of("/"));
        showcase.fine("/", "/vorlagen", "/vorlagen?suche=Radweg", "/vorlagen?suche=gibtesnirgends");
        List<String> papers = site.pagesBelow("/vorlagen/");
        assertThat(papers).hasSizeGreaterThan(3);
        showcase.fine(papers.get(0), papers.get(papers.size() / 2), papers.get(papers.size() - 1));
        showcase.fine(site.seen().keySet().stream()
                .filter(path -> path.matches("/vorlagen/[^/]+/fassungen/\\d+"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page of an earlier version")));
        List<String> meetings = site.pagesBelow("/sitzungen/");
        assertThat(meetings).hasSizeGreaterThan(1);
        showcase.fine("/sitzungen", meetings.get(0), meetings.get(meetings.size() - 1));
        showcase.fine(meetings.stream()
                .filter(page -> site.seen().get(page).text().contains("abgesagt"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page of a cancelled meeting")));
        showcase.fine("/impressum", "/datenschutz", "/barrierefreiheit", "/transparenz");
        showcase.errors(platform);
        return showcase.pages;
    }

    private void fine(String... paths) {
        for (String path : paths) {
            pages.put(path, 200);
        }
    }

    private void errors(Platform platform) {
        pages.put("/gibt-es-nicht", 404);
        pages.put("/vorlagen/gibt-es-nicht", 404);
        pages.put("/vorlagen?nach=gef%C3%A4lscht", 400);
        pages.put("/vorlagen?jahr=gestern&gremium=keines", 400);
        pages.put("/sitzungen/gibt-es-nicht", 404);
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201);
        platform.papers().withdraw(imported.field("id")).is(200);
        pages.put(URI.create(imported.field("url")).getPath(), 410);
    }
}
