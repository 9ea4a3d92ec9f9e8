package de.kreiswerk.core.web.pages.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.chain.Exchange;
import de.kreiswerk.core.web.pages.BaseUrl;
import de.kreiswerk.core.web.pages.PagesConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

class LegalTextsTest {

    private final List<AuditEvent> recorded = new ArrayList<>();
    private PublicObject stored;
    /** What another node does between this one's look and its write. */
    private Consumer<Snapshot> meanwhile = snapshot -> {};

    private final Publication publication = Exchange.proxy(Publication.class, (method, arguments) -> switch (method) {
        case "find" -> Optional.ofNullable(stored);
        case "publish" -> {
            meanwhile.accept((Snapshot) arguments[0]);
            yield publish((Snapshot) arguments[0]);
        }
        default -> throw new UnsupportedOperationException(method);
    });
    private final Transactions transactions =
            Exchange.proxy(Transactions.class, (method, arguments) -> ((Transactions.Work<?>) arguments[0]).in(null));
    private final AuditTrail trail = Exchange.proxy(AuditTrail.class, (method, arguments) -> {
        recorded.add((AuditEvent) arguments[0]);
        return null;
    });
    private final LegalTexts texts = new LegalTexts(publication, county(), baseUrl());
    private final TextsServlet servlet =
            new TextsServlet(texts, new TextEditor(transactions, publication, trail, texts));

    @ParameterizedTest
    @EnumSource(LegalText.class)
    void sampleSaysWhatIsToBeFilledIn(LegalText text) {
        LegalTexts.Version version = texts.find(text);

        assertThat(version.revision()).isZero();
        assertThat(version.markdown())
                .contains("ist noch ein Muster", "Landkreis Beispiel", "rgänzen", "kreiswerk text " + text.key())
                .doesNotContain("{", "}");
        assertThat(new Markdown().html(version.markdown())).contains("[").doesNotContain("\\", "&lt;");
    }

    @Test
    void textIsReplacedWithARecord() throws Exception {
        Exchange put = call("PUT", "impressum", "# Neu", null);

        assertThat(put.status()).isEqualTo(204);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("text.changed");
            assertThat(event.objectId()).isEqualTo("impressum");
            assertThat(event.details()).containsEntry("revision", "1");
        });
        Exchange get = call("GET", "impressum", "", null);
        assertThat(get.text()).isEqualTo("# Neu");
        assertThat(get.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void sameTextAgainIsNoChange() throws Exception {
        call("PUT", "impressum", "Neu", null);
        assertThat(call("PUT", "impressum", "Neu", null).header("ETag")).isEqualTo("\"1\"");

        assertThat(recorded).hasSize(1);
    }

    @Test
    void whoSawAnOlderTextDoesNotOverwriteTheNewerOne() throws Exception {
        call("PUT", "impressum", "eins", "\"0\"");
        call("PUT", "impressum", "zwei", "\"1\"");

        assertRefused(Problem.Kind.PRECONDITION_FAILED, "PUT", "impressum", "drei", "\"1\"");
        assertThat(texts.find(LegalText.IMPRESSUM).markdown()).isEqualTo("zwei");
    }

    @Test
    void whoIsOvertakenByAnotherNodeIsRefused() throws Exception {
        call("PUT", "impressum", "eins", null);
        meanwhile = snapshot -> publish(new Snapshot(
                snapshot.path(), "Text", null, Map.of(), Instant.EPOCH, texts.content("von nebenan"), null));

        assertRefused(Problem.Kind.PRECONDITION_FAILED, "PUT", "impressum", "zwei", "\"1\"");
        assertThat(recorded).hasSize(1);
    }

    @Test
    void whatCannotBeAPageIsRefused() {
        assertRefused(Problem.Kind.UNPROCESSABLE, "PUT", "impressum", " \n", null);
        assertRefused(Problem.Kind.TOO_LARGE, "PUT", "impressum", "a".repeat(100_001), null);
        assertRefused(Problem.Kind.UNPROCESSABLE, "PUT", "impressum", ">".repeat(1_000) + "a", null);
        assertRefused(Problem.Kind.MALFORMED, "PUT", "impressum", "a", "gestern");
        assertRefused(Problem.Kind.NOT_FOUND, "PUT", "agb", "a", null);
        assertRefused(Problem.Kind.NOT_FOUND, "GET", "impressum/x", "", null);
        assertThat(stored).isNull();
    }

    @Test
    void whoLacksThePermissionChangesNothing() {
        Exchange exchange = exchange("PUT", "impressum", "a", null, new Grant("proposals.read", Grant.ALL));

        assertThatThrownBy(() -> servlet.service(exchange.request(), exchange.response()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(stored).isNull();
    }

    @Test
    void pageShowsTheTextAndMayBeKeptUntilItChanges() throws Exception {
        call("PUT", "impressum", "Der *Kreis*", null);
        Exchange page = page(Map.of(), "/impressum");

        assertThat(page.text()).contains("Impressum</h1>", "Der <em>Kreis</em>", "<div lang=\"de\">");
        assertThat(page.request().getAttribute(MadeOf.ATTRIBUTE)).isEqualTo(MadeOf.object("/text/impressum"));
    }

    @Test
    void textKeptElsewhereIsWhereTheSettingsSay() throws Exception {
        Exchange page = page(Map.of("imprint", "https://kreis.example.de/impressum"), "/impressum");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("https://kreis.example.de/impressum");
        assertThat(page(Map.of("imprint", "/impressum"), "/impressum").status()).isEqualTo(200);
    }

    private Exchange page(Map<String, ?> settings, String address) throws IOException {
        Pages pages = Exchange.proxy(Pages.class, (method, arguments) -> switch (method) {
            case "language" -> Locale.GERMAN;
            case "write" -> {
                byte[] html = ((Pages.Page) arguments[2]).html().getBytes(StandardCharsets.UTF_8);
                ((HttpServletResponse) arguments[1]).getOutputStream().write(html);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
        Exchange exchange = Exchange.get(address);
        new LegalPages(pages, texts, Settings.of(PagesConfig.class, settings))
                .answer(exchange.request(), exchange.response());
        return exchange;
    }

    private Exchange call(String method, String name, String body, String ifMatch)
            throws IOException, ServletException {
        Exchange exchange = exchange(method, name, body, ifMatch, new Grant(Grant.ALL, Grant.ALL));
        servlet.service(exchange.request(), exchange.response());
        return exchange;
    }

    private void assertRefused(Problem.Kind kind, String method, String name, String body, String ifMatch) {
        assertThatThrownBy(() -> call(method, name, body, ifMatch))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private static Exchange exchange(String method, String name, String body, String ifMatch, Grant grant) {
        Caller caller = new Caller("subject", "Name", Set.of(grant), "test", Instant.EPOCH, "request");
        Exchange exchange = Exchange.of(method, "/api/platform/v1/texts")
                .below("/" + name)
                .sending(body.getBytes(StandardCharsets.UTF_8))
                .withAttribute(WebConstants.CALLER, caller);
        return ifMatch == null ? exchange : exchange.with("If-Match", ifMatch);
    }

    private PublicObject publish(Snapshot snapshot) {
        if (stored == null || !stored.content().equals(snapshot.content())) {
            stored = new PublicObject(
                    snapshot.path(),
                    snapshot.type(),
                    null,
                    null,
                    stored == null ? 1 : stored.revision() + 1,
                    snapshot.created(),
                    Instant.EPOCH,
                    false,
                    snapshot.content());
        }
        return stored;
    }

    private static County county() {
        return Exchange.proxy(County.class, (method, arguments) -> switch (method) {
            case "name" -> "Landkreis Beispiel";
            case "contactEmail" -> "daten@kreis.example.de";
            case "website" -> "https://kreis.example.de";
            case "licence" -> "https://www.govdata.de/dl-de/by-2-0";
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static BaseUrl baseUrl() {
        BundleContext context = Exchange.proxy(BundleContext.class, (method, arguments) -> null);
        @SuppressWarnings("unchecked")
        ServiceReference<HttpServiceRuntime> runtime =
                Exchange.proxy(ServiceReference.class, (method, arguments) -> 8080);
        return new BaseUrl(context, runtime);
    }
}
