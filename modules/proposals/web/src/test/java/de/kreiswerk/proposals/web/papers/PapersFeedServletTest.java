package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.proposals.web.http.FakeHttp;
import de.kreiswerk.proposals.web.http.FakePages;
import de.kreiswerk.proposals.web.snapshot.FakePublication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PapersFeedServletTest {

    private static final String EVIL = "]]>\"'<script>alert(1)</script>&amp;\\u0001 Größe";

    private final FakePublication publication = new FakePublication();
    private final FakePages pages = new FakePages();
    private final PapersFeedServlet servlet = new PapersFeedServlet(publication, pages);

    @BeforeEach
    void somePapers() {
        publication.publish(
                "/body/b",
                "Body",
                null,
                Map.of("body", "b"),
                "{\"name\":\"Landkreis Muster\",\"license\":\"https://l\"}");
        SampleSnapshots.publish(publication, 1, SampleSnapshots.full(EVIL), "paper/year/2026", "paper/type/x");
        SampleSnapshots.publish(publication, 2, SampleSnapshots.SPARSE, "paper/year/2025");
        SampleSnapshots.publish(publication, 3, "{\"reference\":\"2026/003\",\"name\":\"geheim\"}");
        publication.withdraw(SampleSnapshots.path(3));
    }

    @Test
    void feedIsAtomWithLastingIdsAndAbsoluteLinks() throws Exception {
        FakeHttp http = answer(new FakeHttp("GET", null));
        Element feed = parsed(http).getDocumentElement();

        assertThat(http.headers).containsEntry("Content-Type", "application/atom+xml; charset=utf-8");
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(feed, "title")).isEqualTo("Neue Vorlagen – Landkreis Muster");
        assertThat(text(feed, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(text(feed, "id")).startsWith("urn:uuid:");
        var entries = feed.getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(2);
        Element newest = (Element) entries.item(0);
        Element evil = (Element) entries.item(1);
        assertThat(text(newest, "id")).isEqualTo("urn:uuid:" + SampleSnapshots.id(2));
        assertThat(text(newest, "title")).isEqualTo("Vorlage 2026/002");
        assertThat(text(evil, "title")).isEqualTo(EVIL.replace("\u0001", ""));
        assertThat(text(evil, "published")).isEqualTo("2026-07-02T22:30:00Z");
        assertThat(((Element) evil.getElementsByTagName("link").item(0)).getAttribute("href"))
                .isEqualTo("https://politik.example.de/vorlagen/2026-001");
        assertThat(http.text()).doesNotContain("geheim", "<script");
    }

    @Test
    void filterOfTheListWorksInTheFeed() throws Exception {
        FakeHttp http = answer(new FakeHttp("GET", null).where("jahr", "2025"));

        assertThat(parsed(http).getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(http.text())
                .contains("href=\"https://politik.example.de/vorlagen.atom?jahr=2025\"")
                .contains("href=\"https://politik.example.de/vorlagen?jahr=2025\"");
        assertThat(text(parsed(http).getDocumentElement(), "id"))
                .isNotEqualTo(text(parsed(answer(new FakeHttp("GET", null))).getDocumentElement(), "id"));
    }

    @Test
    void wrongFilterIsAClearAnswer() throws IOException {
        answer(new FakeHttp("GET", null).where("jahr", "abc"));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(pages.problem.detail().german()).contains("vierstellige");
    }

    @Test
    void whoHasTheFeedDoesNotGetItAgain() throws IOException {
        String tag = answer(new FakeHttp("GET", null)).headers.get("ETag");
        FakeHttp again = answer(new FakeHttp("GET", null).with("If-None-Match", "\"x\", W/" + tag));

        assertThat(again.status).isEqualTo(304);
        assertThat(again.body.size()).isZero();
    }

    @Test
    void feedOfAnEmptyListIsAFeed() throws Exception {
        FakeHttp http = new FakeHttp("GET", null);
        new PapersFeedServlet(new FakePublication(), pages).service(http.request(), http.response());

        assertThat(text(parsed(http).getDocumentElement(), "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void feedSaysWhatItIsMadeOf() throws IOException {
        MadeOf madeOf = (MadeOf) answer(new FakeHttp("GET", null)).attributes.get(MadeOf.ATTRIBUTE);

        assertThat(madeOf.lists()).containsExactlyInAnyOrder("paper/published", "organization", "body");
        assertThat(madeOf.until()).isNull();
    }

    private FakeHttp answer(FakeHttp http) throws IOException {
        servlet.service(http.request(), http.response());
        return http;
    }

    private static Document parsed(FakeHttp http) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(http.body.toByteArray()));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
