package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The console's pages as somebody finds them: by the navigation, and from each page by the links beside its lists and the first
 * one in each list, but not from one entry of a list to the next. A page that a component adds is found without being named here.
 */
final class ConsolePages {

    private static final int MOST = 200;
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    /** The longest forms, which no list has at its top. */
    private static final List<String> BESIDES =
            List.of("/admin/einstellungen/de.kreiswerk.core.web.county", "/admin/einstellungen/org.apache.felix.http");

    private static final String NAVIGATION =
            "() => [...document.querySelectorAll('nav.kw-console__nav a[href]')]" + ".map(link => link.pathname)";
    private static final String CONTENT = """
            () => {
              const lists = new Set();
              const found = [];
              for (const link of document.querySelectorAll('.kw-console__content a[href]:not([download], [rel=prev], [rel=next])')) {
                const list = link.closest('ul, ol, dl, table');
                if (link.origin === location.origin && link.pathname.startsWith('/admin/') && !lists.has(list)) {
                  found.push(link.pathname);
                  if (list) {
                    lists.add(list);
                  }
                }
              }
              return found;
            }""";

    private ConsolePages() {}

    /** Opens one page after the other. */
    static void each(Tab tab, Consumer<Tab> then) {
        assertThat(tab.open("/admin")).isEqualTo(200);
        Deque<String> open = new ArrayDeque<>(paths(tab, NAVIGATION));
        assertThat(open).as("the navigation of an administrator").hasSizeGreaterThan(4);
        open.addAll(BESIDES);
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            if (!seen.add(path)) {
                continue;
            }
            assertThat(seen).as("pages of the console").hasSizeLessThan(MOST);
            assertThat(tab.open(path)).as(path).isEqualTo(200);
            open.addAll(paths(tab, CONTENT));
            then.accept(tab);
        }
        assertThat(seen).as("entries of lists").hasSizeGreaterThan(12);
    }

    @SuppressWarnings("unchecked")
    private static List<String> paths(Tab tab, String script) {
        return (List<String>) tab.page().evaluate(script);
    }

    /** Sees to it that the lists have something in them. */
    static Person administratorOf(Platform platform) {
        Person administrator = platform.people().administrator();
        String departments =
                platform.operator().get("/api/identity/v1/departments").is(200).text();
        if (!departments.contains("FB 8")) {
            People people = platform.people();
            String top = people.department("FB 8", "Fachbereich Umwelt und Bauen", null);
            String below = people.department("FD 83", "Fachdienst Bauaufsicht und Denkmalpflege", top);
            people.department("SG 83.1", "Sachgebiet Denkmalpflege", below);
            people.grant(People.id(people.account("aleksandra", below)), "author");
            // Who has everything does not read the trail: as an auditor they see its pages too.
            String id = idOfAdministrator(platform);
            people.grant(id, "auditor");
            administrator
                    .post(
                            "/admin/einstellungen/de.kreiswerk.audit.log.persons.PersonSearch",
                            "stand",
                            "0",
                            "w.personSearch",
                            "true")
                    .is(303);
            Eventually.holds(
                    "requests about persons are switched on",
                    Duration.ofSeconds(60),
                    () -> administrator
                                    .post(
                                            "/admin/personenanfragen/anfrage",
                                            "person",
                                            id,
                                            "grund",
                                            "Az. 4 K 17/26",
                                            "von",
                                            TODAY,
                                            "bis",
                                            TODAY)
                                    .status()
                            == 303);
            // There is no mail server: it waits.
            administrator
                    .post("/admin/post", "was", "test", "adresse", "postmaster@landkreis.example")
                    .is(303);
            administrator
                    .post(
                            "/admin/aufbewahrung/sperre",
                            "grund",
                            "Az. 4 K 17/26",
                            "objekttyp",
                            "Account",
                            "objekt",
                            idOfAdministrator(platform))
                    .is(303);
        }
        return administrator;
    }

    private static String idOfAdministrator(Platform platform) {
        for (JsonNode account : platform.operator()
                .get("/api/identity/v1/accounts?limit=1000")
                .is(200)
                .json()
                .path("data")) {
            if (account.path("loginName").asText().equals("admin")) {
                return account.path("id").asText();
            }
        }
        throw new AssertionError("There is no administrator");
    }
}
