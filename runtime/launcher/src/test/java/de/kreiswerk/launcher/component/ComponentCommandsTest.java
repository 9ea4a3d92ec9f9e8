package de.kreiswerk.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.client.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentCommandsTest {

    private static final String BASE = "/api/deployment/v1/";
    private static final String NAME = "de.lueneburg.hunde";
    private static final String HASH = "ab".repeat(32);
    private static final String VERSION = """
            {"component":"%s","archive":"%s","version":"1.2.0","state":"%s","signature":{"state":"VALID","signer":"Ordnungsamt"},
             "wants":["SOCKETS"],"findings":[{"code":"x","severity":"NOTE","sentence":{"german":"Ein Satz.","english":"A sentence."},
             "places":["Klasse.methode"]}]}""";
    private static final String VERIFY = """
            {"phase":"VERIFY","title":{"german":"Unterschrift prüfen","english":"x"},"millis":3}""";

    private static final String STOP = """
            {"phase":"STOP","title":{"german":"Alte Version beenden","english":"x"},"millis":3}""";

    private static final String STAGE = """
            {"phase":"STAGE","title":{"german":"Neue Version bereitlegen","english":"x"}%s}""";

    private static final String PLAN = """
            {"bundles":[{"kind":"CHANGED","symbolicName":"de.lueneburg.hunde.web","before":"1.1.0","after":"1.2.0"}],
             "configurations":[{"kind":"CHANGED","pid":"de.lueneburg.hunde","keys":["frist","satz"]}],"refreshed":[],"dependants":["de.lueneburg.katzen"],"refusals":%s,"notes":[],"possible":%s}""";

    @TempDir
    private Path folder;

    private static final String HANGS_UP = "hangs up";

    private HttpServer server;
    private FileChannel lock;
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                folder.resolve("kreiswerk.url"),
                "http://localhost:" + server.getAddress().getPort() + "/\n");
        lock = FileChannel.open(folder.resolve("kreiswerk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        Files.writeString(folder.resolve("operator.token"), "kw_token\n");
        Files.writeString(folder.resolve("hunde.kwc"), "archive");
        on(
                "GET components/" + NAME,
                "{\"name\":\"" + NAME + "\",\"switching\":\"s1\",\"versions\":["
                        + VERSION.formatted(NAME, HASH, "WAITING") + "]}");
        on("GET components/" + NAME + "/versions/" + HASH + "/plan", PLAN.formatted("[]", "true"));
        on("GET components/" + NAME + "/plan-of-rollback", PLAN.formatted("[]", "true"));
        on("GET components/" + NAME + "/plan-of-removal", PLAN.formatted("[]", "true"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        lock.close();
    }

    @Test
    void installingShowsThePlanAndFollowsThePhasesToTheEnd() throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "READY"));
        on("POST components/" + NAME + "/versions/" + HASH + "/switch", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", change("RUNNING", VERIFY + "," + STAGE.formatted("")));
        on("GET switches/s1?wait=1", change("DONE", VERIFY + "," + STAGE.formatted(",\"millis\":40")));

        assertThat(run(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes"))
                .isZero();

        assertThat(recorder.out())
                .containsSubsequence(
                        NAME + " 1.2.0  bereit",
                        "Unterschrift: gültig, Ordnungsamt",
                        "Der Code spricht mit dem Netzwerk",
                        "Hinweis: Ein Satz.",
                        "Klasse.methode",
                        "~ de.lueneburg.hunde.web 1.1.0 -> 1.2.0",
                        "~ Konfiguration de.lueneburg.hunde (frist, satz)",
                        "wird genutzt von: de.lueneburg.katzen",
                        "Unterschrift prüfen, 3 ms",
                        "Neue Version bereitlegen, 40 ms",
                        NAME + " 1.2.0  ist aktiv");
        assertThat(asked).contains("POST components/" + NAME + "/versions/" + HASH + "/switch \"7\"");
    }

    @Test
    void whatRunsAlreadyIsNotSwitchedToAgain() throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "ACTIVE"));
        componentIs("RUNNING");

        assertThat(run(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes"))
                .isZero();
        assertThat(recorder.out()).contains(NAME + " 1.2.0  ist schon aktiv");
        assertThat(asked).noneMatch(line -> line.contains("/switch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "RUNNING\",\"health\":\"CRITICAL"})
    void whatIsActiveAndDoesNotRunOrReportsAFaultIsStartedOnceMore(String state) throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "ACTIVE"));
        componentIs(state);
        on("POST components/" + NAME + "/versions/" + HASH + "/switch", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", """
                {"id":"s1","component":"%s","state":"FAILED","phases":[],
                 "reason":{"german":"Sie startet nicht.","english":"x"},"details":[]}""".formatted(NAME));

        assertThat(run(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes"))
                .isEqualTo(1);
        assertThat(recorder.out()).doesNotContain("ist schon aktiv");
        assertThat(recorder.err()).contains("Sie startet nicht.");
        assertThat(asked).contains("POST components/" + NAME + "/versions/" + HASH + "/switch \"7\"");
    }

    @Test
    void whoSaysNoChangesNothing() throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "READY"));

        int code = run(new InstallCommand(recorder.terminal(), answering("n")), "hunde.kwc");

        assertThat(code).isEqualTo(1);
        assertThat(recorder.out()).contains("Es wurde nichts geändert.");
        assertThat(asked).noneMatch(line -> line.contains("/switch"));
    }

    @Test
    void whereNobodyCanAnswerOnlyYesDoes() {
        on("POST components", VERSION.formatted(NAME, HASH, "READY"));

        Refusal refusal = refusal(new InstallCommand(recorder.terminal(), answering(null)), "hunde.kwc");

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).contains("--yes");
    }

    @Test
    void whatWaitsForAnApprovalSaysHowToApproveIt() {
        on("POST components", VERSION.formatted(NAME, HASH, "WAITING"));

        assertThat(refusal(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes")
                        .sentence(Language.GERMAN))
                .contains("kreiswerk component approve " + NAME + " 1.2.0");
    }

    @Test
    void whatCannotBeDoneIsNotTried() throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "READY"));
        answers.remove("GET components/" + NAME + "/versions/" + HASH + "/plan");
        on(
                "GET components/" + NAME + "/versions/" + HASH + "/plan",
                PLAN.formatted("[{\"german\":\"Das Paket x fehlt.\",\"english\":\"x\"}]", "false"));

        assertThat(run(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes"))
                .isEqualTo(1);
        assertThat(recorder.err()).contains("So geht es nicht: Das Paket x fehlt.");
    }

    @Test
    void rollingBackSaysWhereItLeadsBeforeItAsks() throws Exception {
        versionBefore();
        List<String> questions = new ArrayList<>();

        int code = run(
                new RollbackCommand(recorder.terminal(), new Question(recorder.terminal(), question -> {
                    questions.add(question);
                    return "n";
                })),
                NAME);

        assertThat(code).isEqualTo(1);
        assertThat(questions).containsExactly(NAME + ": zurück zu Version 1.2.0? [j/N] ");
        assertThat(recorder.out()).contains("~ de.lueneburg.hunde.web 1.1.0 -> 1.2.0", "Es wurde nichts geändert.");
        assertThat(asked).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void whereNoWayLeadsBackNobodyIsAsked() throws Exception {
        versionBefore();
        answers.remove("GET components/" + NAME + "/plan-of-rollback");
        on(
                "GET components/" + NAME + "/plan-of-rollback",
                PLAN.formatted("[{\"german\":\"Das Paket x fehlt.\",\"english\":\"x\"}]", "false"));

        assertThat(run(new RollbackCommand(recorder.terminal()), NAME, "--yes")).isEqualTo(1);
        assertThat(recorder.err()).contains("So geht es nicht: Das Paket x fehlt.");

        componentIs("RUNNING");
        assertThat(refusal(new RollbackCommand(recorder.terminal()), NAME, "--yes")
                        .sentence(Language.GERMAN))
                .contains("keine frühere Version");
        assertThat(asked).noneMatch(line -> line.startsWith("POST"));
    }

    private void versionBefore() {
        answers.remove("GET components/" + NAME);
        on(
                "GET components/" + NAME,
                "{\"name\":\"" + NAME + "\",\"before\":\"" + HASH + "\",\"versions\":["
                        + VERSION.formatted(NAME, HASH, "KEPT") + "]}");
    }

    @Test
    void whatWasTakenBackSaysWhyAndFails() throws Exception {
        versionBefore();
        on("POST components/" + NAME + "/rollback", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", """
                {"id":"s1","component":"%s","state":"UNDONE","phases":[],
                 "reason":{"german":"Sie startet nicht.","english":"x"},"details":["java.lang.Error\\u001b[2J"]}""".formatted(NAME));

        assertThat(run(new RollbackCommand(recorder.terminal(), answering("ja")), NAME))
                .isEqualTo(1);
        assertThat(recorder.err()).contains("Zurückgenommen", "Sie startet nicht.", "java.lang.Error");
        assertThat(recorder.err()).doesNotContain("\u001b");
    }

    @Test
    void removingShowsWhoDependsOnItFirst() throws Exception {
        on("DELETE components/" + NAME, "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", "{\"id\":\"s1\",\"component\":\"" + NAME + "\",\"state\":\"DONE\",\"phases\":[]}");

        assertThat(run(new RemoveCommand(recorder.terminal(), answering("j")), NAME))
                .isZero();
        assertThat(recorder.out()).containsSubsequence("wird genutzt von: de.lueneburg.katzen", NAME + "  entfernt");
    }

    @Test
    void withDataOnlyWhoTypesTheNameLosesThem() throws Exception {
        on("GET components/" + NAME + "/belongings", """
                {"tables":[{"name":"hunde_hund","rows":1200}],"configurations":["de.lueneburg.hunde"],"versions":2,"bytes":300,
                 "refusals":[],"notes":[],"possible":true}""");
        on("DELETE components/" + NAME + "?data=delete", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", change("RUNNING", STOP));
        on("GET switches/s1?wait=1", "404 {\"detail\":\"Nicht gefunden.\"}");

        assertThat(run(new RemoveCommand(recorder.terminal(), answering("ja")), NAME, "--with-data"))
                .isEqualTo(1);
        assertThat(asked).noneMatch(line -> line.startsWith("DELETE"));

        assertThat(run(new RemoveCommand(recorder.terminal(), answering(NAME)), NAME, "--with-data"))
                .isZero();
        assertThat(asked).contains("DELETE components/" + NAME + "?data=delete \"7\"");
        assertThat(recorder.out())
                .containsSubsequence(
                        "wird genutzt von: de.lueneburg.katzen",
                        "Tabelle hunde_hund, 1200 Zeilen",
                        "Einstellungen de.lueneburg.hunde",
                        "2 Archive",
                        "Alte Version beenden",
                        NAME + "  mit allen Daten gelöscht");
    }

    @Test
    void whatWasRemovedButNotDeletedSaysWhyAndFails() throws Exception {
        on("GET components/" + NAME + "/belongings", "{\"versions\":0,\"bytes\":0,\"possible\":true}");
        on("DELETE components/" + NAME + "?data=delete", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", """
                {"id":"s1","component":"%s","state":"DONE","phases":[],
                 "reason":{"german":"Die Daten sind nicht alle gelöscht.","english":"x"}}""".formatted(NAME));

        assertThat(run(new RemoveCommand(recorder.terminal()), NAME, "--with-data", "--yes"))
                .isEqualTo(1);
        assertThat(recorder.err()).contains("nicht alle gelöscht");
    }

    @Test
    void aVersionIsApprovedByItsNumber() throws Exception {
        on("POST components/" + NAME + "/versions/" + HASH + "/approval", VERSION.formatted(NAME, HASH, "READY"));

        assertThat(run(new ApproveCommand(recorder.terminal()), NAME, "1.2.0", "--yes"))
                .isZero();
        assertThat(recorder.out()).contains(NAME + " 1.2.0  bereit");
        assertThat(refusal(new ApproveCommand(recorder.terminal()), NAME, "9", "--yes")
                        .sentence(Language.GERMAN))
                .contains("Version 9 gibt es nicht");
    }

    @Test
    void awaitingFollowsWhatIsUnderWay() throws Exception {
        on("GET switches/s1?wait=1", change("DONE", VERIFY));

        assertThat(run(new AwaitCommand(recorder.terminal()), NAME)).isZero();
        assertThat(recorder.out()).contains("ist aktiv");
    }

    @Test
    void aPlatformThatIsAwayForAMomentIsAskedAgain() throws Exception {
        on("POST components", VERSION.formatted(NAME, HASH, "READY"));
        on("POST components/" + NAME + "/versions/" + HASH + "/switch", "202 {\"id\":\"s1\"}");
        on("GET switches/s1?wait=1", change("RUNNING", VERIFY));
        on("GET switches/s1?wait=1", "503 {\"detail\":\"Die Datenbank ist nicht erreichbar.\"}");
        on("GET switches/s1?wait=1", "502 <h1>Bad Gateway</h1>");
        on("GET switches/s1?wait=1", HANGS_UP);
        on("GET switches/s1?wait=1", change("DONE", VERIFY));

        assertThat(run(new InstallCommand(recorder.terminal()), "hunde.kwc", "--yes"))
                .isZero();
        assertThat(recorder.out()).containsOnlyOnce("Unterschrift prüfen, 3 ms").contains("ist aktiv");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void whoAsksInVainIsToldThatItGoesOnAndHowToSeeTheEnd() throws Exception {
        on("GET switches/s1?wait=1", "503 {\"detail\":\"Die Datenbank ist nicht erreichbar.\"}");
        Options options = Options.parse(Access.syntax("component", Set.of()), arguments());
        Following following =
                new Following(Deployment.of(options, recorder.terminal()), recorder.terminal(), NAME, Duration.ZERO);

        for (ThrowingCallable asking :
                List.<ThrowingCallable>of(() -> following.follow("s1"), () -> following.followToTheEnd("s1"))) {
            Refusal refusal = catchThrowableOfType(Refusal.class, asking);

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.sentence(Language.GERMAN))
                    .contains("geht es weiter", "kreiswerk component await " + NAME, "nicht erreichbar")
                    .doesNotContain("s1");
        }
    }

    @Test
    void whatThePlatformRefusesIsNotAskedAgain() {
        on("GET switches/s1?wait=1", "403 {\"detail\":\"Das dürfen Sie nicht.\"}");

        assertThat(refusal(new AwaitCommand(recorder.terminal()), NAME).sentence(Language.GERMAN))
                .isEqualTo(NAME + ": Das dürfen Sie nicht.");
    }

    @Test
    void theListSaysWhatRuns() throws Exception {
        on("GET components", """
                {"data":[{"name":"%s","state":"FAILED","reason":{"german":"Ein Bundle fehlt.","english":"x"},
                 "versions":[%s]}]}""".formatted(NAME, VERSION.formatted(NAME, HASH, "ACTIVE")));

        assertThat(run(new ListCommand(recorder.terminal()))).isZero();
        assertThat(recorder.out())
                .containsSubsequence(NAME + "  läuft nicht", "Ein Bundle fehlt.", "1.2.0  aktiv, gültig");
    }

    @Test
    void aRefusalOfThePlatformIsPassedOn() {
        on("POST components", "422 {\"detail\":\"Das Archiv ist kein ZIP.\"}");

        assertThat(refusal(new PlanCommand(recorder.terminal()), "hunde.kwc").sentence(Language.GERMAN))
                .isEqualTo("hunde.kwc: Das Archiv ist kein ZIP.");
        assertThat(refusal(new PlanCommand(recorder.terminal())).exitCode()).isEqualTo(2);
    }

    private void componentIs(String state) {
        answers.remove("GET components/" + NAME);
        on("GET components/" + NAME, "{\"name\":\"" + NAME + "\",\"state\":\"" + state + "\"}");
    }

    private static String change(String state, String phases) {
        return "{\"id\":\"s1\",\"component\":\"" + NAME + "\",\"toVersion\":\"1.2.0\",\"state\":\"" + state
                + "\",\"phases\":[" + phases + "]}";
    }

    private Question answering(String answer) {
        return new Question(recorder.terminal(), question -> answer);
    }

    /** One after the other; the last one again and again. A status may stand before the body. */
    private void on(String line, String answer) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answer);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String line = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().substring(BASE.length());
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        asked.add(seen == null ? line : line + " " + seen);
        Deque<String> left =
                answers.getOrDefault(line, new ArrayDeque<>(List.of("404 {\"detail\":\"Nicht gefunden.\"}")));
        String answer = left.size() > 1 ? left.remove() : left.peek();
        if (answer.equals(HANGS_UP)) {
            exchange.close();
            return;
        }
        int status = answer.matches("(?s)\\d{3} .*") ? Integer.parseInt(answer.substring(0, 3)) : 200;
        byte[] body = answer.substring(status == 200 ? 0 : 4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(Command command, String... arguments) throws Exception {
        return command.run(arguments(arguments));
    }

    private Refusal refusal(Command command, String... arguments) {
        return catchThrowableOfType(Refusal.class, () -> command.run(arguments(arguments)));
    }

    private List<String> arguments(String... given) {
        List<String> arguments = new ArrayList<>(List.of("--data", folder.toString()));
        for (String argument : given) {
            arguments.add(argument.endsWith(".kwc") ? folder.resolve(argument).toString() : argument);
        }
        return arguments;
    }
}
