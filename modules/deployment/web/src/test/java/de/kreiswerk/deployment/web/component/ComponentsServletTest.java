package de.kreiswerk.deployment.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.FakeDeployment;
import de.kreiswerk.deployment.web.FakeGrants;
import de.kreiswerk.deployment.web.page.People;
import de.kreiswerk.runtime.testing.Http;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsServletTest {

    private static final String NAME = FakeDeployment.NAME;
    private static final String SWITCH = "/" + NAME + "/umschalten/" + FakeDeployment.NEW;
    private static final String[] ALL = {
        DeploymentPermissions.READ,
        DeploymentPermissions.DEPLOY,
        DeploymentPermissions.APPROVE,
        DeploymentPermissions.ADMINISTER
    };

    private final FakeDeployment deployment = new FakeDeployment();

    @Test
    void theListSaysByDepartmentWhatRunsAndWhatWaits() throws Exception {
        deployment.newState = ComponentVersion.State.WAITING;
        deployment.state = Component.State.FAILED;
        deployment.reason = Text.same("Das Paket x fehlt.");

        assertThat(get("").html())
                .containsSubsequence(
                        "FD 32 Ordnung",
                        "Hundesteuer &lt;b&gt;",
                        "läuft nicht",
                        "Das Paket x fehlt.",
                        "Eine Version wartet auf Freigabe.",
                        NAME,
                        "1.1.0",
                        "gültig, Ordnungsamt",
                        "01.12.2026, 09:00:00, Petra Beispiel");
    }

    @Test
    void whoOnlyReadsIsNotShownWhatTheyMayNotDo() throws Exception {
        String list = served(Http.get("/admin/komponenten")
                        .below("/")
                        .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ))
                .html();
        String page = served(Http.get("/admin/komponenten").below("/" + NAME).byOneIn("d2", ALL))
                .html();

        assertThat(list).doesNotContain("/hochladen");
        assertThat(page).contains("Hundesteuer").doesNotContain("/zurueck", "/entfernen", "/verwerfen", "/freigeben");
    }

    @Test
    void auditorsAreLedToWhatHappenedToItWhileTheTrailHasPages() throws Exception {
        Http http = Http.get("/admin/komponenten").below("/" + NAME).byOneIn(FakeDeployment.DEPARTMENT, ALL);

        assertThat(served(http, (caller, type, id) -> Optional.of("/admin/audit?" + type + "=" + id))
                        .html())
                .contains("href=\"/admin/audit?Component=" + NAME + "\">Verlauf im Prüfpfad");
        assertThat(get("/" + NAME).html()).doesNotContain("Verlauf im Prüfpfad");
    }

    @Test
    void theComponentSaysInASentenceWhyItDoesNotRun() throws Exception {
        deployment.state = Component.State.FAILED;
        deployment.reason = Text.same("Das Paket x fehlt.");

        assertThat(get("/" + NAME).html())
                .containsSubsequence(
                        "Warum läuft sie nicht?", "Das Paket x fehlt.", "<details", "osgi.wiring.package: x")
                .contains(
                        "Der Code öffnet &lt;Netzverbindungen&gt;.",
                        "Melder.senden",
                        "147 KiB",
                        "Netzverbindungen öffnen");
    }

    @Test
    void whatRunsAndReportsAFaultIsNotSaidToStandStill() throws Exception {
        deployment.state = Component.State.RUNNING;
        deployment.health = Component.Health.CRITICAL;
        deployment.reason = Text.same("Kein Puls.");

        assertThat(get("/" + NAME).html())
                .containsSubsequence("läuft, meldet aber einen Fehler", "Was ihre Prüfungen melden", "Kein Puls.")
                .doesNotContain("läuft nicht", "Warum läuft sie nicht?");
        assertThat(get("").html()).containsSubsequence("läuft, meldet aber einen Fehler", "Kein Puls.");

        deployment.health = Component.Health.WARN;
        assertThat(get("").html()).containsSubsequence("läuft, mit einer Warnung", "Kein Puls.");
    }

    /** What hangs is helped by a new start. */
    @Test
    void whatRunsAndReportsAFaultCanBeStartedOnceMore() throws Exception {
        String again = "/" + NAME + "/umschalten/" + FakeDeployment.ACTIVE;
        deployment.approver = "bert";
        deployment.health = Component.Health.WARN;
        assertThat(get("/" + NAME).html()).as("it works").doesNotContain(again);

        deployment.health = Component.Health.CRITICAL;

        assertThat(get("/" + NAME).html()).containsSubsequence(again, "Noch einmal starten");
        assertThat(get(again).html())
                .containsSubsequence("Version 1.1.0 noch einmal starten", "melden aber einen Fehler")
                .doesNotContain("läuft aber nicht");
    }

    @Test
    void anArchiveGoesToTheServiceAndItsComponentIsShown() throws Exception {
        Http http = served(upload("hunde.kwc", "bytes"));

        assertThat(deployment.calls).containsExactly("upload bytes");
        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "?erfolg=hochgeladen");
    }

    @Test
    void whatIsWrongWithAnArchiveIsSaidAtTheField() throws Exception {
        deployment.refusal = new ProblemException(new Problem(
                Problem.Kind.UNPROCESSABLE,
                "archive-refused",
                Text.same("Abgelehnt"),
                Text.same("Das ist <kein> ZIP."),
                List.of(new Problem.Place(0, Text.same("component.json fehlt.")))));

        Http http = served(upload("hunde.kwc", "bytes"));

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains(
                        "role=\"alert\"",
                        "Das ist &lt;kein&gt; ZIP.",
                        "component.json fehlt.",
                        "aria-invalid=\"true\"");
    }

    @Test
    void withoutAFileNothingIsAskedOfTheService() throws Exception {
        Http none = served(upload("", ""));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.html()).contains("Wählen Sie eine Datei.");

        Http noForm =
                served(Http.post("/admin/komponenten").below("/hochladen").byOneIn(FakeDeployment.DEPARTMENT, ALL));
        assertThat(noForm.status()).isEqualTo(400);
        assertThat(deployment.calls).isEmpty();
    }

    @Test
    void theTokenStandsBeforeTheFile() throws Exception {
        assertThat(get("/hochladen").html())
                .containsSubsequence(
                        "enctype=\"multipart/form-data\"", "name=\"csrf\" value=\"the-token\"", "type=\"file\"");
    }

    @Test
    void thePlanIsTheQuestionBeforeTheSwitch() throws Exception {
        assertThat(get(SWITCH).html())
                .containsSubsequence(
                        "Auf Version 1.2.0 umschalten",
                        "de.lueneburg.ordnung.hunde.web",
                        "wird ersetzt",
                        "1.1.0",
                        "1.2.0",
                        "fällt weg",
                        "Konfigurationen",
                        "kommt dazu",
                        "de.lueneburg.umwelt.katzen",
                        "name=\"revision\" value=\"7\"",
                        "Jetzt umschalten");
    }

    @Test
    void confirmingBeginsWithTheRevisionThatWasSeenAndLeadsToTheProgress() throws Exception {
        Http http = served(post(SWITCH).with("revision", "7"));

        assertThat(deployment.calls).containsExactly("switch b 7");
        assertThat(http.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "/vorgang/s1");
    }

    @Test
    void theActiveVersionCanBeStartedOnceMoreWhenItDoesNotRun() throws Exception {
        String again = "/" + NAME + "/umschalten/" + FakeDeployment.ACTIVE;
        deployment.approver = "bert";
        assertThat(get("/" + NAME).html()).as("it runs").doesNotContain(again);

        deployment.state = Component.State.FAILED;
        deployment.reason = Text.same("Das Paket x fehlt.");
        assertThat(get("/" + NAME).html()).containsSubsequence(again, "Noch einmal starten");
        assertThat(served(Http.get("/admin/komponenten")
                                .below("/" + NAME)
                                .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ))
                        .html())
                .doesNotContain(again);
        assertThat(get(again).html())
                .containsSubsequence("Version 1.1.0 noch einmal starten", "läuft aber nicht", "Noch einmal starten")
                .doesNotContain("kommt die alte von selbst zurück");

        served(post(again).with("revision", "7"));
        assertThat(deployment.calls).containsExactly("switch a 7");
    }

    @Test
    void whatDoesNotRunForWantOfAnApprovalIsApprovedFirst() throws Exception {
        deployment.state = Component.State.FAILED;

        assertThat(get("/" + NAME).html())
                .contains("/" + NAME + "/freigeben/" + FakeDeployment.ACTIVE)
                .doesNotContain("/" + NAME + "/umschalten/" + FakeDeployment.ACTIVE);
    }

    @Test
    void whatCannotBeDoneHasNoButton() throws Exception {
        deployment.refusals = List.of(Text.same("Das Paket x fehlt."));

        assertThat(get(SWITCH).html())
                .contains("So geht es nicht", "Das Paket x fehlt.")
                .doesNotContain("Jetzt umschalten</span>");
    }

    @Test
    void whoComesSecondHearsThatSomethingElseHoldsNow() throws Exception {
        deployment.refusal = problem(Problem.Kind.PRECONDITION_FAILED, "component-changed", "x");

        Http http = served(post(SWITCH).with("revision", "6"));

        assertThat(http.status()).isEqualTo(412);
        assertThat(http.html()).contains("Jemand hat die Komponente inzwischen umgeschaltet", "value=\"7\"");
    }

    @Test
    void aSecondClickIsLedToWhatIsUnderWay() throws Exception {
        deployment.refusal = problem(Problem.Kind.CONFLICT, "switch-under-way", "Sie wird schon umgeschaltet.");
        deployment.switching = "s1";

        Http http = served(post(SWITCH).with("revision", "7"));

        assertThat(http.status()).isEqualTo(409);
        assertThat(http.html())
                .contains("Sie wird schon umgeschaltet.", "/admin/komponenten/" + NAME + "/vorgang/s1")
                .doesNotContain("Jetzt umschalten</span>");
    }

    @Test
    void aLostPermissionIsSaidInThePage() throws Exception {
        deployment.refusal = problem(Problem.Kind.FORBIDDEN, "permission-missing", "Ihnen fehlt die Berechtigung.");

        Http http = served(post(SWITCH).with("revision", "7"));

        assertThat(http.status()).isEqualTo(403);
        assertThat(http.html()).contains("Ihnen fehlt die Berechtigung.");
    }

    @Test
    void whoUploadedItDoesNotApproveIt() throws Exception {
        deployment.newState = ComponentVersion.State.WAITING;
        String address = "/" + NAME + "/freigeben/" + FakeDeployment.NEW;
        assertThat(get("/" + NAME).html()).contains(address);
        assertThat(get(address).html()).contains("Der Code öffnet &lt;Netzverbindungen&gt;.", "Ja, freigeben");

        deployment.uploader = "subject";
        assertThat(get("/" + NAME).html()).doesNotContain(address).contains("selbst hochgeladen");
        assertThat(get(address).html()).contains("selbst hochgeladen").doesNotContain("Ja, freigeben");
    }

    @Test
    void rollingBackRemovingApprovingAndDiscardingAreAskedFirst() throws Exception {
        deployment.change = FakeDeployment.change(Switch.State.DONE, null, List.of());
        assertThat(get("/" + NAME + "/zurueck").html()).contains("Zurück zu Version 1.0.0", "Jetzt zurückschalten");
        assertThat(get("/" + NAME + "/entfernen").html())
                .containsSubsequence("de.lueneburg.umwelt.katzen", "Jetzt entfernen");
        assertThat(get("/" + NAME + "/verwerfen/" + FakeDeployment.NEW).html()).contains("Ja, verwerfen");

        served(post("/" + NAME + "/zurueck").with("revision", "7"));
        served(post("/" + NAME + "/entfernen").with("revision", "7"));
        served(post("/" + NAME + "/freigeben/" + FakeDeployment.NEW));
        Http discarded = served(post("/" + NAME + "/verwerfen/" + FakeDeployment.NEW));
        assertThat(deployment.calls)
                .containsExactly("plan of rollback", "rollback 7", "remove 7", "approve b", "discard b");
        assertThat(discarded.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "?erfolg=verworfen");
        assertThat(served(Http.get("/admin/komponenten")
                                .below("/" + NAME)
                                .with("erfolg", "verworfen")
                                .byOneIn(FakeDeployment.DEPARTMENT, ALL))
                        .html())
                .contains("Die Version ist verworfen.");
    }

    @Test
    void theTitleOfAPageNamesTheComponent() throws Exception {
        deployment.change = FakeDeployment.change(Switch.State.DONE, null, List.of());
        String component = "Hundesteuer <b>: ";

        assertThat(get(SWITCH).title()).isEqualTo(component + "Auf Version 1.2.0 umschalten");
        assertThat(get("/" + NAME + "/freigeben/" + FakeDeployment.NEW).title())
                .isEqualTo(component + "Version 1.2.0 freigeben");
        assertThat(get("/" + NAME + "/verwerfen/" + FakeDeployment.NEW).title())
                .isEqualTo(component + "Version 1.2.0 verwerfen");
        assertThat(get("/" + NAME + "/vorgang/s1").title()).startsWith(component);
        assertThat(get("/" + NAME + "/loeschung").title()).startsWith(NAME + ": ");
        assertThat(get("/" + NAME + "/entfernen").html())
                .contains("<h1 class=\"kern-heading-large\">Hundesteuer &lt;b&gt;: Komponente entfernen</h1>");

        deployment.refusal = problem(Problem.Kind.PRECONDITION_FAILED, "component-changed", "x");
        assertThat(served(post(SWITCH).with("revision", "6")).title()).startsWith(component);
    }

    @Test
    void whatWouldBeRefusedIsSaidBeforeItIsAskedFor() throws Exception {
        deployment.nothingBefore = Text.same("Version 1.0.0 läuft nach einem Schritt von 2.0.0 nicht mehr.");
        deployment.objection = Text.same("Nur die Administration darf sie verwerfen.");

        assertThat(get("/" + NAME + "/zurueck").html())
                .contains("So geht es nicht", "Version 1.0.0 läuft nach einem Schritt von 2.0.0 nicht mehr.")
                .doesNotContain("Jetzt zurückschalten");
        assertThat(get("/" + NAME + "/verwerfen/" + FakeDeployment.NEW).html())
                .contains("So geht es nicht", "Nur die Administration darf sie verwerfen.")
                .doesNotContain("Ja, verwerfen");
    }

    @Test
    void aSecondClickFindsTheVersionDiscardedAsItWasToBe() throws Exception {
        deployment.refusal = new ProblemException(
                Problem.Kind.NOT_FOUND, "version-not-found", Text.same("x"), Text.same("Gibt es nicht."));

        Http again = served(post("/" + NAME + "/verwerfen/" + FakeDeployment.NEW));

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "?erfolg=verworfen");
    }

    @Test
    void whatWouldBeLostIsNamedBeforeItIsDeleted() throws Exception {
        assertThat(get("/" + NAME + "/entfernen").html())
                .contains("Ihre Daten, ihre Einstellungen und ihre Versionen bleiben", "/" + NAME + "/loeschen");

        assertThat(get("/" + NAME + "/loeschen").html())
                .containsSubsequence(
                        "lässt sich nicht zurücknehmen",
                        "hunde_hund",
                        "12.345",
                        "hunde_&lt;halter&gt;",
                        "de.lueneburg.ordnung.hunde",
                        "3 Archive, zusammen 440 KiB",
                        "de.lueneburg.umwelt.katzen",
                        "name=\"bestaetigung\"",
                        "Jetzt mit allen Daten löschen");
    }

    @Test
    void onlyWhoTypesTheNameDeletes() throws Exception {
        for (String typed : new String[] {"", "hunde", NAME + "x"}) {
            Http refused =
                    served(post("/" + NAME + "/loeschen").with("revision", "7").with("bestaetigung", typed));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.html())
                    .contains("role=\"alert\"", "href=\"#bestaetigung\"", "Das ist nicht der Name der Komponente");
        }
        assertThat(deployment.calls).isEmpty();

        Http done = served(post("/" + NAME + "/loeschen").with("revision", "7").with("bestaetigung", " " + NAME + " "));
        assertThat(deployment.calls).containsExactly("delete 7");
        assertThat(done.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "/loeschung");
    }

    @Test
    void whoDeletesWhatIsBeingDeletedOrGoneIsLedToWhatComesOfIt() throws Exception {
        for (String code : List.of("component-being-deleted", "component-not-found")) {
            deployment.refusal = problem(Problem.Kind.CONFLICT, code, "x");
            Http second =
                    served(post("/" + NAME + "/loeschen").with("revision", "7").with("bestaetigung", NAME));
            assertThat(second.status()).as(code).isEqualTo(303);
            assertThat(second.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "/loeschung");
        }

        deployment.refusal = problem(Problem.Kind.CONFLICT, "tables-in-use", "Die Tabelle x verweist darauf.");
        assertThat(served(post("/" + NAME + "/loeschen").with("revision", "7").with("bestaetigung", NAME))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatOthersReferToIsNotOfferedForDeletion() throws Exception {
        deployment.lossRefusals = List.of(Text.same("Die Tabelle x verweist darauf."));

        assertThat(get("/" + NAME + "/loeschen").html())
                .contains("Die Tabelle x verweist darauf.")
                .doesNotContain("bestaetigung");
    }

    @Test
    void whatCameOfADeletionIsSaid() throws Exception {
        assertThat(get("/de.x.weg/loeschung").html()).contains("de.x.weg", "nichts mehr da");

        deployment.state = Component.State.DELETING;
        assertThat(get("/" + NAME + "/loeschung").html()).contains("wird gelöscht", "Stand neu laden");
        assertThat(get("/" + NAME).html()).contains("/" + NAME + "/loeschung");

        deployment.state = Component.State.OFF;
        assertThat(get("/" + NAME + "/loeschung").html()).contains("nicht gelöscht", "/admin/komponenten/" + NAME);
        assertThat(get("/" + NAME).html()).contains("/" + NAME + "/loeschen");
    }

    @Test
    void theProgressShowsWhereItIsAndWhatIsStillToCome() throws Exception {
        deployment.change = FakeDeployment.change(
                Switch.State.RUNNING,
                null,
                List.of(
                        new Switch.PhaseRun(Switch.Phase.VERIFY, Instant.EPOCH, 12L),
                        new Switch.PhaseRun(Switch.Phase.POLICY, Instant.EPOCH, null)));

        String page = get("/" + NAME + "/vorgang/s1").html();
        String part = served(Http.get("/admin/komponenten")
                        .below("/" + NAME + "/vorgang/s1")
                        .with("teil", "stand")
                        .byOneIn(FakeDeployment.DEPARTMENT, ALL))
                .html();

        assertThat(page).contains(part).contains("vorgang.js", "Stand neu laden");
        assertThat(part)
                .containsSubsequence(
                        "Unterschrift prüfen",
                        "12 ms",
                        "aria-current=\"step\"",
                        "Regeln des Fachbereichs",
                        "steht noch aus")
                .contains("data-running=\"true\"");
    }

    @Test
    void whatWasTakenBackSaysWhereAndWhy() throws Exception {
        deployment.change = FakeDeployment.change(
                Switch.State.UNDONE,
                Text.same("Sie startet nicht."),
                List.of(
                        new Switch.PhaseRun(Switch.Phase.STOP, Instant.EPOCH, 12L),
                        new Switch.PhaseRun(Switch.Phase.START, Instant.EPOCH, 30L),
                        new Switch.PhaseRun(Switch.Phase.BACK, Instant.EPOCH, 5L)));

        assertThat(get("/" + NAME + "/vorgang/s1").html())
                .containsSubsequence(
                        "zurückgenommen",
                        "Sie startet nicht.",
                        "IllegalStateException: &lt;b&gt;",
                        "Alte Version beenden",
                        "fertig",
                        "Neue Version starten",
                        "hier ging es nicht weiter",
                        "Alles zurücknehmen",
                        "1,5 s")
                .doesNotContain("vorgang.js", "steht noch aus");
    }

    @Test
    void whatIsUnderWayCanBeCancelledByWhoMayDeployAsLongAsItGoesOn() throws Exception {
        String cancel = "/" + NAME + "/abbrechen/s1";
        assertThat(get("/" + NAME + "/vorgang/s1").html()).contains("action=\"/admin/komponenten" + cancel + "\"");
        assertThat(served(Http.get("/admin/komponenten")
                                .below("/" + NAME + "/vorgang/s1")
                                .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ))
                        .html())
                .doesNotContain("abbrechen");

        Http http = served(post(cancel));

        assertThat(deployment.calls).containsExactly("cancel s1");
        assertThat(http.header("Location")).isEqualTo("/admin/komponenten/" + NAME + "/vorgang/s1");
        deployment.change = FakeDeployment.change(Switch.State.DONE, null, List.of());
        assertThat(get("/" + NAME + "/vorgang/s1").html()).doesNotContain("abbrechen");
        assertThat(get(cancel).html()).contains("Diese Umschaltung ist schon beendet.");
    }

    @Test
    void severalNodesAreShownWithWhatTheyRunAndWhyNot() throws Exception {
        assertThat(get("/" + NAME).html()).doesNotContain("Auf den Knoten");

        deployment.nodes = List.of(
                new NodeRun("11111111-a", true, FakeDeployment.ACTIVE, "1.1.0", null, Instant.EPOCH),
                new NodeRun("22222222-b", false, null, null, Text.same("Ein Paket fehlt <b>."), Instant.EPOCH));

        assertThat(get("/" + NAME).html())
                .contains("Auf den Knoten", "11111111", "dieser Knoten", "22222222", "Ein Paket fehlt &lt;b&gt;.")
                .doesNotContain("11111111-a");
    }

    @Test
    void aSwitchOfAnotherComponentIsNotFoundHere() throws Exception {
        assertThat(get("/de.x.anders/vorgang/s1").status()).isEqualTo(404);
    }

    @Test
    void theMapIsAPictureAndATable() throws Exception {
        deployment.uses = IntStream.range(0, 15)
                .mapToObj(i -> new ServiceMap.Link(
                        "de.kreiswerk.core.api.audit.AuditTrail" + i, false, List.of("de.kreiswerk.audit.log")))
                .toList();

        assertThat(get("/" + NAME + "/verbindungen").html())
                .containsSubsequence(
                        "<svg", ">AuditTrail0<", "+ 4", "</svg>", "<table", "AuditTrail14", "de.kreiswerk.audit.log")
                .doesNotContain(" style=");
    }

    @Test
    void whatIsNoAddressIsNotFound() throws Exception {
        for (String path : List.of("/" + NAME + "/tanzen", "/" + NAME + "/zurueck/x", "/a/b/c/d", "/" + NAME + "/")) {
            assertThat(get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(served(post("/" + NAME)).status()).isEqualTo(404);
    }

    @Test
    void everyFormHoldsTheToken() throws Exception {
        for (String path : List.of("/hochladen", SWITCH, "/" + NAME + "/zurueck", "/" + NAME + "/entfernen")) {
            String page = get(path).html();
            assertThat(page.split("method=\"post\"", -1).length)
                    .isGreaterThan(1)
                    .isEqualTo(page.split("name=\"csrf\" value=\"the-token\"", -1).length);
        }
    }

    private static ProblemException problem(Problem.Kind kind, String code, String words) {
        return new ProblemException(kind, code, Text.same("x"), Text.same(words));
    }

    private static Http upload(String fileName, String bytes) {
        FileForm form = new FileForm() {
            @Override
            public String field(String name) {
                return null;
            }

            @Override
            public String fileName() {
                return fileName;
            }

            @Override
            public InputStream file() {
                return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8));
            }
        };
        return post("/hochladen").attribute(FileForm.ATTRIBUTE, form);
    }

    private static Http post(String path) {
        return Http.post("/admin/komponenten").below(path).byOneIn(FakeDeployment.DEPARTMENT, ALL);
    }

    private Http get(String path) throws Exception {
        return served(Http.get("/admin/komponenten")
                .below(path.isEmpty() ? null : path)
                .byOneIn(FakeDeployment.DEPARTMENT, ALL));
    }

    private Http served(Http http) throws Exception {
        return served(http, null);
    }

    private Http served(Http http, TrailLinks trail) throws Exception {
        ComponentsServlet servlet =
                new ComponentsServlet(http, http, deployment, new FakeGrants(), deployment, new People());
        servlet.trail = trail;
        servlet.service(http.request(), http.response());
        return http;
    }
}
