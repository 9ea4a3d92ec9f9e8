package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the trail lets go of: persons who are to be forgotten, and records whose time is over; after the archive, never before. */
@Execution(ExecutionMode.CONCURRENT)
class LettingGoTest {

    private static final String PAGE = "/admin/aufbewahrung";
    private static final String LOG = "/audit/log";
    private static final Pattern OFFER = Pattern.compile("/angebot/([0-9a-f-]{36})/");
    private static final Pattern HOLD = Pattern.compile("/sperre/([0-9a-f-]{36})/aufheben");
    private static final Duration SOON = Duration.ofSeconds(60);

    /** In the first minute somebody may be missing who could object. */
    private static final Duration ALL_ARE_THERE = Duration.ofSeconds(120);

    private static final int IMPORTS = 260;
    private static final int CLIENTS = 4;

    @TempDir
    Path folder;

    @OnOneDatabase
    void aPersonIsForgottenAfterTheArchiveAndNotUnderAHold(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        Person clerk = platform.people().administrator();
        Person archivist = platform.people().somebody("archive");
        Person auditor = platform.people().somebody("auditor");
        JsonNode account = platform.people().account(platform.people().freshLogin());
        String subject = People.id(account);
        assertThat(clerk.post(PAGE + "/person", "person", subject).is(409).text())
                .contains("Schließen Sie es zuerst", "value=\"" + subject + "\"");
        close(platform, subject);
        Eventually.holds("found and sealed", SOON, () -> sealed(auditor, about(auditor, subject)));
        long number = about(auditor, subject);
        Path backup = folder.resolve("before.backup");
        new CommandLine().run("backup", "--data", platform.data(), backup).exits(0);

        clerk.post(PAGE + "/sperre", "grund", "Az. 4 K 17/26", "sperre-person", subject)
                .is(303);
        clerk.post(PAGE + "/person", "person", subject).is(409);
        String hold = first(HOLD, clerk.get(PAGE).is(200).text());
        clerk.post(PAGE + "/sperre/" + hold + "/aufheben").is(303);
        clerk.post(PAGE + "/person", "person", subject).is(303);
        String offer = first(OFFER, archivist.get(PAGE).is(200).text());
        Path copy = Files.write(
                folder.resolve("copy.zip"),
                archivist.post(PAGE + "/angebot/" + offer + "/kopie").is(200).body());
        assertThat(clerk.post(PAGE + "/angebot/" + offer + "/kopie").is(403).text())
                .as("the administration does not read along")
                .contains("audit.archive");
        clerk.get("/admin/audit").is(403);
        assertThat(text(auditor, number)).contains("Aleksandra Beispiel-Mustermann");
        archivist
                .post(PAGE + "/angebot/" + offer + "/entscheidung", "entscheidung", "uebernommen")
                .is(422);
        archivist
                .post(
                        PAGE + "/angebot/" + offer + "/entscheidung",
                        "entscheidung",
                        "uebernommen",
                        "verstanden-" + offer,
                        "ja",
                        "signatur-" + offer,
                        "Acc. 2026/1")
                .is(303);

        Eventually.holds(
                "the person is forgotten",
                ALL_ARE_THERE,
                () -> !text(auditor, number).contains("Aleksandra Beispiel-Mustermann"));
        assertThat(auditor.get("/admin/audit/eintrag/" + number).is(200).text()).contains("gelöscht am", "Bewiesen");
        verified(platform, copy, "personen.jsonl", "Aleksandra Beispiel-Mustermann");
        assertThat(archivist.get(PAGE).text()).contains("Übernommen, gelöscht am", "Acc. 2026/1");
        auditor.get(PAGE).is(403);
        platform.stranger().get(PAGE).is(303);

        if (Boolean.getBoolean("kreiswerk.full")) {
            assertForgottenInABackupOfBefore(restored(starter, platform, backup), number);
        }
    }

    private static void assertForgottenInABackupOfBefore(Platform restored, long number) {
        JsonNode later = restored.people().account("nachfolge");
        restored.people().grant(People.id(later), "auditor");
        Person another = restored.people().signIn(later);
        assertThat(text(another, number))
                .as("a backup of before does not bring it back")
                .contains("account.created")
                .doesNotContain("Aleksandra Beispiel-Mustermann");
    }

    /** With what an operator keeps apart from backups. */
    private static Platform restored(Starter starter, Platform platform, Path backup) throws IOException {
        platform.stop();
        Platform restored = starter.prepare(Settings.of("--no-demo"), starter.kind());
        CommandLine line = new CommandLine();
        restored.database().environment().forEach(line::with);
        line.run("restore", "--data", restored.data(), backup).exits(0);
        Path keys = Files.createDirectories(restored.data().resolve("keys"));
        for (String kept : List.of("master.key", "seal.key", "erasures.list")) {
            Files.copy(platform.data().resolve("keys").resolve(kept), keys.resolve(kept));
        }
        return restored.start();
    }

    @OnOneDatabase
    void recordsGoFromTheBeginningWhenTheirTimeIsOverAndTheRestStaysProvable(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        AtOnce.run(CLIENTS, number -> {
            for (int i = 0; i < IMPORTS / CLIENTS; i++) {
                platform.operator()
                        .post(
                                PapersClient.BASE + "/papers/import?publish=true",
                                "text/plain; charset=utf-8",
                                Vorlage.numbered(platform.freshReference()).text())
                        .is(201);
            }
            return number;
        });
        Person before = platform.people().somebody("auditor");
        Eventually.holds("all is sealed", SOON, () -> size(platform) > IMPORTS);
        long last = size(platform);
        Eventually.holds("all is found", SOON, () -> newest(before) >= last);
        platform.stop();
        tenYearsPass(platform);
        platform.start();
        Person clerk = platform.people().administrator();
        Person archivist = platform.people().somebody("archive");
        Person auditor = platform.people().somebody("auditor");
        String proof = auditor.get(LOG + "/records/1/proof.tlog-proof").is(200).text();

        assertThat(clerk.get(PAGE).text()).contains("Fällig bis Eintrag</dt><dd>256");
        clerk.post(PAGE + "/faellig").is(303);
        clerk.post(PAGE + "/faellig").is(409);
        String offer = first(OFFER, archivist.get(PAGE).text());
        Path copy = Files.write(
                folder.resolve("copy.zip"),
                archivist.post(PAGE + "/angebot/" + offer + "/kopie").is(200).body());
        archivist
                .post(
                        PAGE + "/angebot/" + offer + "/entscheidung",
                        "entscheidung",
                        "abgelehnt",
                        "verstanden-" + offer,
                        "ja")
                .is(303);
        Eventually.holds(
                "the records are gone", SOON, () -> archivist.get(PAGE).text().contains("Abgelehnt, gelöscht am"));

        verified(platform, copy, "pruefpaket.zip", "PK");
        assertThat(Problem.of(auditor.get(LOG + "/records/256", "Accept", "application/json"), 410)
                        .code())
                .isEqualTo("record-removed");
        auditor.get("/admin/audit/eintrag/256").is(410);
        auditor.get(LOG + "/records/257").is(200);
        auditor.get(LOG + "/tile/entries/000").is(404);
        platform.stranger().get(LOG + "/tile/0/000").is(200);
        assertThat(new CommandLine()
                        .run(
                                "verify",
                                "proof",
                                Files.writeString(folder.resolve("kept.tlog-proof"), proof),
                                "--key",
                                key(platform))
                        .exits(0)
                        .out())
                .as("who kept a record can still prove it")
                .contains("BEWIESEN.");
        assertThat(platform.stranger().get("/transparenz").text()).contains("256");
        assertThat(rows(
                        platform,
                        "select count(*) from audit_record r join audit_order o on o.ticket = r.ticket"
                                + " where o.seq <= 256"))
                .isZero();
        assertThat(platform.warnings()).isEmpty();
    }

    private static void close(Platform platform, String account) {
        Reply shown =
                platform.operator().get("/api/identity/v1/accounts/" + account).is(200);
        platform.operator()
                .send(
                        "PUT",
                        "/api/identity/v1/accounts/" + account + "/state",
                        BodyPublishers.ofString("{\"state\":\"CLOSED\"}"),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        shown.header("ETag"))
                .is(200);
    }

    /** The number of the record that an account was made, 0 when it is not found yet. */
    private static long about(Person auditor, String account) {
        return auditor.get(LOG + "/records?limit=1&action=account.created&objectId=" + account)
                .is(200)
                .json()
                .path("data")
                .path(0)
                .path("sequence")
                .asLong();
    }

    /** The number of the newest record that can be found. */
    private static long newest(Person auditor) {
        return auditor.get(LOG + "/records?limit=1")
                .is(200)
                .json()
                .path("data")
                .path(0)
                .path("sequence")
                .asLong();
    }

    private static boolean sealed(Person auditor, long sequence) {
        return sequence > 0 && auditor.get(LOG + "/records/" + sequence).status() == 200;
    }

    private static String text(Person auditor, long number) {
        return auditor.get(LOG + "/records/" + number + "/content").is(200).text();
    }

    private static long size(Platform platform) {
        Reply checkpoint = platform.stranger().get(LOG + "/checkpoint");
        return checkpoint.status() == 200 ? Long.parseLong(checkpoint.text().split("\n")[1]) : 0;
    }

    /** As if all had been written long ago: the records, and what they are found by, which are compared all the time. */
    private static void tenYearsPass(Platform platform) throws SQLException {
        Instant then = Instant.now().minus(Duration.ofDays(11 * 366));
        try (Connection connection = platform.database().connect(platform.data())) {
            connection.setAutoCommit(false);
            for (String table : List.of("audit_index", "audit_record")) {
                try (PreparedStatement update = connection.prepareStatement("update " + table + " set recorded = ?")) {
                    update.setTimestamp(1, Timestamp.from(then));
                    assertThat(update.executeUpdate()).isGreaterThan(IMPORTS);
                }
            }
            try (Statement delete = connection.createStatement()) {
                delete.execute("delete from audit_hour");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into audit_hour (hours, first_seq, last_seq)"
                            + " select ?, min(seq), max(seq) from audit_index")) {
                insert.setLong(1, Math.floorDiv(then.toEpochMilli(), 3_600_000));
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    private static long rows(Platform platform, String sql) throws SQLException {
        platform.stop();
        try (Connection connection = platform.database().connect(platform.data());
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The archive's copy holds a text, and a package that the verifier confirms. */
    private void verified(Platform platform, Path copy, String entry, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Path inner = folder.resolve("package.zip");
            Files.write(inner, Files.readAllBytes(zip.getPath("pruefpaket.zip")));
            assertThat(new String(Files.readAllBytes(zip.getPath(entry)), StandardCharsets.UTF_8))
                    .contains(text);
            assertThat(new CommandLine()
                            .run("verify", "package", inner, "--key", key(platform))
                            .exits(0)
                            .out())
                    .contains("BEWIESEN.");
        }
    }

    private static String key(Platform platform) {
        return platform.stranger()
                .get(LOG + "/keys")
                .json()
                .path("data")
                .path(0)
                .path("key")
                .asText();
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
