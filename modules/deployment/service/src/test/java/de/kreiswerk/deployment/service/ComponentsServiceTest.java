package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.run.Switches;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.VersionFacts;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentsServiceTest {

    private static final String NAME = DogTaxArchive.NAME;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsSignedByNobodyWhoMayIsRefusedAndLeavesNothingButARecord(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            SignerKey stranger = SignerKey.generate("fremd.example", new SecureRandom());

            assertRefused(
                    Kind.UNPROCESSABLE,
                    "signature-unknown-signer",
                    () -> test.components.upload(TestDeployment.ANNA, TestDeployment.archive("1.0.0", stranger)));
            assertRefused(
                    Kind.UNPROCESSABLE,
                    null,
                    () -> test.components.upload(
                            TestDeployment.ANNA,
                            new ByteArrayInputStream("no archive".getBytes(StandardCharsets.UTF_8))));

            assertThat(test.components.all(TestDeployment.ADMINISTRATOR)).isEmpty();
            assertThat(test.database.count("core_blob")).isZero();
            assertThat(test.actions()).endsWith("component.upload-refused FAILED", "component.upload-refused FAILED");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRevokedKeyCountsNeitherForNewUploadsNorForThoseOfBefore(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));

            test.signers.revoke(TestDeployment.ADMINISTRATOR, test.signer.id(), "Der Rechner ist weg");

            assertThat(test.components
                            .get(TestDeployment.ANNA, NAME)
                            .versions()
                            .get(0)
                            .signature()
                            .state())
                    .isEqualTo("REVOKED");
            assertRefused(
                    Kind.UNPROCESSABLE,
                    "signature-revoked",
                    () -> test.components.upload(TestDeployment.ANNA, test.archive("1.0.1")));
        }
    }

    /** A record is sealed for good, and what a key is called may be a person's name. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoseSignatureDoesNotCountIsToldToWhoUploadsAndNotToTheTrail(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            SignerKey key = SignerKey.generate("frau-beispiel.example", new SecureRandom());
            Signer signer = test.register("Ordnungsamt, Frau Beispiel", key);
            test.signers.revoke(TestDeployment.ADMINISTRATOR, signer.id(), "Der Rechner ist weg");

            ProblemException revoked = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.components.upload(TestDeployment.ANNA, TestDeployment.archive("1.0.0", key)));
            ProblemException unknown = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.components.upload(
                            TestDeployment.ANNA,
                            TestDeployment.archive(
                                    "1.0.0", SignerKey.generate("herr-beispiel.example", new SecureRandom()))));

            assertThat(revoked.problem().detail().german()).contains("Ordnungsamt, Frau Beispiel");
            assertThat(unknown.problem().detail().german()).contains("herr-beispiel.example");
            assertThat(test.records)
                    .filteredOn(record -> record.action().equals("component.upload-refused"))
                    .extracting(
                            record -> record.details().get("code"),
                            record -> record.details().get("reason"))
                    .containsExactly(
                            tuple(
                                    "signature-revoked",
                                    "Der Schlüssel, mit dem das Archiv signiert ist, wurde widerrufen."),
                            tuple(
                                    "signature-unknown-signer",
                                    "Kein Schlüssel, mit dem das Archiv signiert ist, ist hier registriert."));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theBestOfSeveralSignaturesCountsAndAllWhoSignedAreNamed(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            SignerKey key = SignerKey.generate("zweite.example", new SecureRandom());
            Signer second = test.register("Zweite", key);
            ComponentVersion version =
                    test.components.upload(TestDeployment.ANNA, test.archive("1.0.0", test.key, key));
            assertThat(version.signature().state()).isEqualTo("VALID");
            assertThat(version.signature().signer()).isEqualTo("Werkstatt, Zweite");

            test.signers.revoke(TestDeployment.ADMINISTRATOR, test.signer.id(), "Der Rechner ist weg");

            ComponentVersion.SignatureStatement signature = signature(test);
            assertThat(signature.state()).as("the other one holds").isEqualTo("VALID");
            assertThat(signature.signer()).isEqualTo("Zweite");
            assertThat(signature.sentence().german())
                    .isEqualTo("Gültig unterschrieben von „Zweite“. Der Schlüssel „Werkstatt“ wurde widerrufen.");

            test.signers.revoke(TestDeployment.ADMINISTRATOR, second.id(), "Der auch");
            assertThat(signature(test).state()).isEqualTo("REVOKED");
            assertThat(signature(test).signer()).isEqualTo("Werkstatt, Zweite");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofWhatCameInBeforeAllSignersWereWrittenDownTheOneThatIsKnownCounts(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.database.execute("update deployment_version set signers = null");

            assertThat(signature(test).state()).isEqualTo("VALID");
            assertThat(signature(test).signer()).isEqualTo("Werkstatt");
        }
    }

    private static ComponentVersion.SignatureStatement signature(TestDeployment test) {
        return test.components.get(TestDeployment.ANNA, NAME).versions().get(0).signature();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatExceedsTheGrantIsApprovedBySomebodyElse(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine, "THREADS", "FRAMEWORK")) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertThat(version.state()).isEqualTo(State.WAITING);
            assertThat(version.wants()).contains("EXIT");

            assertRefused(
                    Kind.CONFLICT,
                    "version-not-approved",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null));
            assertRefused(
                    Kind.FORBIDDEN,
                    "approval-by-uploader",
                    () -> test.components.approve(TestDeployment.ANNA, NAME, version.archive()));

            assertThat(test.components
                            .approve(TestDeployment.BERT, NAME, version.archive())
                            .state())
                    .isEqualTo(State.READY);
            test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), 0L);
            assertThat(test.carriedOut).hasSize(1);
            assertThat(test.actions()).contains("component.approved SUCCESS", "component.switch-begun SUCCESS");
        }
    }

    /** Archives state a department by its short name, and whose component it is was settled when it came. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentThatIsCalledOtherwiseByNowKeepsWhatWasTakenInForIt(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine, "THREADS", "FRAMEWORK")) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.calledOrdnung = "FD 33";

            assertThat(refusals(test, version)).doesNotContain("belongs to");
            assertThat(test.components
                            .approve(TestDeployment.BERT, NAME, version.archive())
                            .state())
                    .isEqualTo(State.READY);
            assertRefused(
                    Kind.UNPROCESSABLE,
                    "department-not-known",
                    () -> test.components.upload(TestDeployment.ANNA, test.archive("1.1.0")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatThereIsRoomForCanBeKept(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            String archive = test.components
                    .upload(TestDeployment.ANNA, test.archive("1.0.0"))
                    .archive();

            test.database.transactions.call(tx -> {
                ComponentTable table = new ComponentTable(tx);
                VersionFacts facts = table.version(NAME, archive).orElseThrow().facts();
                int length = 100_000;
                while (!table.isRoomFor(describing(facts, length))) {
                    length -= 50;
                }
                assertThat(length).isBetween(90_000, 99_950);
                table.facts(NAME, archive, describing(facts, length));
                return null;
            });
        }
    }

    private static VersionFacts describing(VersionFacts facts, int length) {
        return new VersionFacts(
                facts.title(),
                Text.same("ä".repeat(length)),
                facts.signer(),
                facts.bundles(),
                facts.findings(),
                facts.wants(),
                facts.configurations());
    }

    /** Who delivers by a script signs in like everybody else. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenAndWhoHadItMadeAreTwoEyes(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine, "THREADS", "FRAMEWORK")) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNAS_TOKEN, test.archive("1.0.0"));
            assertThat(version.uploadedBy()).isEqualTo("anna");

            assertRefused(
                    Kind.FORBIDDEN,
                    "approval-by-uploader",
                    () -> test.components.approve(TestDeployment.ANNA, NAME, version.archive()));
            assertThat(test.components
                            .approve(TestDeployment.BERT, NAME, version.archive())
                            .approvedBy())
                    .isEqualTo("bert");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsUnderWayIsCancelledOnceAndWhatHasEndedIsNot(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.behind = true;
            assertRefused(
                    Kind.CONFLICT,
                    "node-behind",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null));
            test.behind = false;
            Switch asked = test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null);
            assertRefused(
                    Kind.FORBIDDEN,
                    "permission-missing",
                    () -> test.components.cancel(TestDeployment.BERT, asked.id()));
            assertRefused(
                    Kind.NOT_FOUND, "switch-not-found", () -> test.components.cancel(TestDeployment.UWE, asked.id()));

            assertThat(test.components.cancel(TestDeployment.ANNA, asked.id()).state())
                    .isEqualTo(Switch.State.RUNNING);
            test.components.cancel(TestDeployment.ADMINISTRATOR, asked.id());

            assertThat(test.records)
                    .filteredOn(event -> event.action().equals("component.switch-cancelled"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
                        assertThat(event.details())
                                .containsEntry("switch", asked.id())
                                .containsEntry("toArchive", version.archive());
                    });
            test.ended(asked);
            assertRefused(Kind.CONFLICT, "switch-ended", () -> test.components.cancel(TestDeployment.ANNA, asked.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nodesThatWereSeenLatelySayWhatTheyRun(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            Text reason = new Text("Ein Paket fehlt.", "A package is missing.");
            test.database.transactions.call(tx -> {
                SwitchTable nodes = new SwitchTable(tx);
                for (String node : List.of("gone", "node", "other", "third")) {
                    nodes.seen(node);
                }
                NodeTable runs = new NodeTable(tx);
                runs.runs("gone", NAME, version.archive(), null);
                runs.runs("node", NAME, version.archive(), null);
                runs.runs("other", NAME, null, reason);
                return null;
            });
            test.database.execute(
                    "update deployment_node set seen = current_timestamp - interval '61' second where node = 'gone'");

            assertThat(test.components.nodes(TestDeployment.ANNA, NAME))
                    .extracting(NodeRun::node, NodeRun::own, NodeRun::version, NodeRun::reason)
                    .containsExactly(
                            tuple("node", true, "1.0.0", null),
                            tuple("other", false, null, reason),
                            tuple("third", false, null, null));
            assertRefused(Kind.NOT_FOUND, "component-not-found", () -> test.components.nodes(TestDeployment.UWE, NAME));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatExceedsANarrowedGrantIsApprovedAgainAlsoWhileItRuns(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertThat(version.state()).isEqualTo(State.READY);
            assertRefused(
                    Kind.CONFLICT,
                    "nothing-to-approve",
                    () -> test.components.approve(TestDeployment.BERT, NAME, version.archive()));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null));

            test.grant("THREADS", "FRAMEWORK");
            assertThat(test.records.stream()
                            .map(record -> record.details().get("needApproval"))
                            .filter(java.util.Objects::nonNull))
                    .last()
                    .isEqualTo(NAME + " 1.0.0");
            ComponentVersion now = only(test);
            assertThat(now.state()).isEqualTo(State.ACTIVE);
            assertThat(now.findings()).anyMatch(finding -> finding.severity() == Finding.Severity.NEEDS_APPROVAL);

            test.components.approve(TestDeployment.BERT, NAME, version.archive());
            assertThat(only(test).approvedBy()).isEqualTo("bert");
            assertThat(only(test).state()).isEqualTo(State.ACTIVE);

            test.grant("FRAMEWORK");
            assertThat(only(test).approvedBy()).as("of that nobody knew").isNull();
            test.components.approve(TestDeployment.BERT, NAME, version.archive());
            assertThat(only(test).approvedBy()).isEqualTo("bert");
            test.grant("THREADS", "EXIT", "FRAMEWORK");
            int records = test.records.size();
            test.components.approve(TestDeployment.BERT, NAME, version.archive());
            assertThat(test.records).as("nothing was open").hasSize(records);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyApprovesWhatTheyHaveNotSeen(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine, "THREADS", "FRAMEWORK")) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            // As an earlier release of the platform left it, which did not find it.
            test.forgetFindings(version);
            assertThat(only(test).findings()).isEmpty();

            assertRefused(
                    Kind.CONFLICT,
                    "findings-changed",
                    () -> test.components.approve(TestDeployment.BERT, NAME, version.archive()));
            assertThat(only(test).findings()).anyMatch(finding -> finding.code().equals("want.exit"));
            assertThat(only(test).approvedBy()).isNull();

            assertThat(test.components
                            .approve(TestDeployment.BERT, NAME, version.archive())
                            .state())
                    .isEqualTo(State.READY);
        }
    }

    private static ComponentVersion only(TestDeployment test) {
        return test.components.get(TestDeployment.ANNA, NAME).versions().get(0);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noTokenApprovesAndNoDepartmentLiftsAQuarantine(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertRefused(
                    Kind.FORBIDDEN,
                    "approval-by-machine",
                    () -> test.components.approve(TestDeployment.MACHINE, NAME, version.archive()));
            test.quarantine(version);

            assertRefused(
                    Kind.FORBIDDEN,
                    "permission-missing",
                    () -> test.components.discard(TestDeployment.ANNA, NAME, version.archive()));
            assertRefused(
                    Kind.FORBIDDEN,
                    "version-in-quarantine",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null));
            test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, version.archive(), null);
        }
    }

    /** Between both the node looks for switches that were left undone. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void theNodeKnowsASwitchAsItsOwnBeforeAnybodyCanReadOfIt(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            List<String> seen = new ArrayList<>();
            test.whenWritten = () -> {
                assertThat(test.carriedOut).isEmpty();
                test.database
                        .transactions
                        .call(tx -> new SwitchTable(tx).left("node"))
                        .forEach(left -> seen.add(left.id()));
                assertThat(test.announced).containsAll(seen);
            };

            Switch begun = test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null);

            assertThat(seen).containsExactly(begun.id());
            assertThat(test.carriedOut).containsExactly(begun);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameBytesAgainAreTheSameVersionAndOthersOfThatVersionAreRefused(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion first = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            int records = test.records.size();

            assertThat(test.components
                            .upload(TestDeployment.ANNA, test.archive("1.0.0"))
                            .archive())
                    .isEqualTo(first.archive());
            assertThat(test.records).as("nothing happened").hasSize(records);
            assertRefused(
                    Kind.CONFLICT,
                    "version-exists",
                    () -> test.components.upload(
                            TestDeployment.ANNA,
                            new ByteArrayInputStream(
                                    DogTaxArchive.of("1.0.0", "sick", test.key).bytes())));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsDiscardedLeavesNoBytes(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.0.1"));
            assertThat(test.database.count("core_blob")).isEqualTo(2);

            test.components.discard(TestDeployment.ANNA, NAME, one.archive());

            assertThat(test.database.count("core_blob where sha256 = '" + two.archive() + "'"))
                    .isOne();
            assertThat(test.database.count("core_blob")).isOne();
            test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertThat(test.database.count("core_blob")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoBelongsToAnotherDepartmentNeitherSeesNorTouchesIt(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            Switch begun = test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null);

            assertThat(test.components.all(TestDeployment.UWE)).isEmpty();
            assertRefused(Kind.NOT_FOUND, "component-not-found", () -> test.components.get(TestDeployment.UWE, NAME));
            assertRefused(
                    Kind.NOT_FOUND,
                    "switch-not-found",
                    () -> test.components.await(TestDeployment.UWE, begun.id(), Duration.ZERO));
            assertRefused(
                    Kind.NOT_FOUND,
                    "component-not-found",
                    () -> test.components.discard(TestDeployment.UWE, NAME, version.archive()));
            assertRefused(
                    Kind.FORBIDDEN,
                    "permission-missing",
                    () -> test.components.upload(TestDeployment.UWE, test.archive("1.0.1")));
            assertThat(test.records.stream().map(AuditEvent::outcome)).endsWith(AuditEvent.Outcome.DENIED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSecondSwitchAndAStaleOneAreRefused(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            Switch begun = test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), 0L);

            assertRefused(
                    Kind.CONFLICT,
                    "switch-under-way",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, two.archive(), 0L));
            assertRefused(
                    Kind.CONFLICT,
                    "switch-under-way",
                    () -> test.components.discard(TestDeployment.ANNA, NAME, two.archive()));
            test.done(begun);
            assertRefused(
                    Kind.PRECONDITION_FAILED,
                    "component-changed",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, two.archive(), 0L));
            assertRefused(
                    Kind.CONFLICT,
                    "version-active",
                    () -> test.components.discard(TestDeployment.ANNA, NAME, one.archive()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void rollbackLeadsToTheVersionBeforeAndOnlyAdministratorsGoFurtherBack(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertRefused(
                    Kind.CONFLICT,
                    "no-version-before",
                    () -> test.components.rollback(TestDeployment.ANNA, NAME, null));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            ComponentVersion three = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0"));
            for (ComponentVersion next : new ComponentVersion[] {one, two, three}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }

            assertRefused(
                    Kind.FORBIDDEN,
                    "version-older",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));
            assertThat(test.components.get(TestDeployment.ANNA, NAME).before())
                    .as("what is asked about is what is done")
                    .isEqualTo(two.archive());
            Switch back = test.components.rollback(TestDeployment.ANNA, NAME, 3L);
            assertThat(back.to()).isEqualTo(two.archive());
            assertThat(back.kind()).isEqualTo(Switch.Kind.ROLLBACK);
            test.done(back);
            Switch further = test.components.rollback(TestDeployment.ANNA, NAME, null);
            assertThat(further.to()).as("further back, and not forward again").isEqualTo(one.archive());
            test.done(further);
            test.done(test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, two.archive(), null));

            Switch removal = test.components.remove(TestDeployment.ANNA, NAME, null);
            test.removed(removal);
            assertRefused(
                    Kind.FORBIDDEN,
                    "version-older",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));
            test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, one.archive(), null);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsActiveAndDoesNotRunIsStartedOnceMoreAlsoAfterARollback(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            for (ComponentVersion next : new ComponentVersion[] {one, two}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }
            test.done(test.components.rollback(TestDeployment.ANNA, NAME, null));
            assertRefused(
                    Kind.CONFLICT,
                    "version-active",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));

            test.trouble = Optional.of(new Switches.Trouble(false, Text.same("It does not run."), List.of()));

            assertThat(refusals(test, one)).doesNotContain("administrator");
            assertThat(test.components
                            .switchTo(TestDeployment.ANNA, NAME, one.archive(), null)
                            .to())
                    .isEqualTo(one.archive());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatRunsAndReportsAFaultMayBeStartedOnceMore(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));
            test.reported = new Switches.Reported(Component.Health.WARN, Text.same("Slow."), List.of());
            assertRefused(
                    Kind.CONFLICT,
                    "version-active",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));

            test.reported = new Switches.Reported(Component.Health.CRITICAL, Text.same("It hangs."), List.of());

            assertThat(test.components
                            .switchTo(TestDeployment.ANNA, NAME, one.archive(), null)
                            .to())
                    .isEqualTo(one.archive());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPlanSaysWhatOnlyAnAdministratorMay(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            ComponentVersion three = test.components.upload(TestDeployment.ANNA, test.archive("1.3.0"));
            for (ComponentVersion next : new ComponentVersion[] {one, two, three}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }
            test.done(test.components.rollback(TestDeployment.ANNA, NAME, null));
            ComponentVersion fix = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0"));
            ComponentVersion next = test.components.upload(TestDeployment.ANNA, test.archive("1.4.0"));

            String older = "Version 1.3.0 has run already, and this one is older; only an administrator";
            assertThat(refusals(test, fix)).contains(older);
            assertThat(fix.findings())
                    .filteredOn(finding -> finding.code().equals("downgrade"))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.sentence().german()).startsWith("Version 1.3.0 lief schon; "));
            assertThat(refusals(test, next)).doesNotContain("administrator");
            assertThat(refusals(test, one)).as("also where roll back leads").contains(older);
            assertRefused(
                    Kind.FORBIDDEN,
                    "version-older",
                    () -> test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));
            Plan back = test.components.planOfRollback(TestDeployment.ANNA, NAME);
            assertThat(back.archive()).isEqualTo(one.archive());
            assertThat(back.refusals()).extracting(Text::english).noneMatch(text -> text.contains("administrator"));
            assertThat(back.notes()).isEmpty();
            test.quarantine(next);
            assertThat(refusals(test, next)).contains("is in quarantine");
            for (ComponentVersion each : new ComponentVersion[] {fix, next}) {
                assertThat(test.components.plan(TestDeployment.ADMINISTRATOR, NAME, each.archive()).refusals().stream()
                                .map(Text::english))
                        .noneMatch(refusal -> refusal.contains("administrator"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whereNoWayLeadsBackThereIsNoPlanOfIt(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));

            assertRefused(
                    Kind.CONFLICT,
                    "no-version-before",
                    () -> test.components.planOfRollback(TestDeployment.ANNA, NAME));
            assertRefused(
                    Kind.NOT_FOUND,
                    "component-not-found",
                    () -> test.components.planOfRollback(TestDeployment.UWE, NAME));
        }
    }

    /** With what an archive takes while it is examined, two would be all that there is room for. */
    @Test
    @Timeout(120)
    void whoSendsSlowlyKeepsNobodyWaiting() throws Exception {
        CountDownLatch sending = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try (TestDeployment test = TestDeployment.granted(Engine.H2)) {
            ComponentVersion there = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            List<Future<ComponentVersion>> slow = new ArrayList<>();
            for (String version : List.of("1.1.0", "1.2.0")) {
                InputStream archive = slowly(test.archive(version), sending, goOn);
                slow.add(senders.submit(() -> test.components.upload(TestDeployment.ANNA, archive)));
            }
            sending.await();

            assertThat(test.components
                            .upload(TestDeployment.ANNA, test.archive("1.0.1"))
                            .version())
                    .isEqualTo("1.0.1");
            assertThat(refusals(test, there)).doesNotContain("approved");

            goOn.countDown();
            for (Future<ComponentVersion> each : slow) {
                assertThat(each.get().state()).isEqualTo(State.READY);
            }
        } finally {
            goOn.countDown();
            senders.shutdown();
        }
    }

    private static InputStream slowly(InputStream archive, CountDownLatch sending, CountDownLatch goOn) {
        return new FilterInputStream(archive) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                sending.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return super.read(into, from, most);
            }
        };
    }

    private static final String CONTRACTS =
            "{ \"kind\": \"CONTRACT\", \"name\": \"V3__drop.sql\", \"breaks\": [\"[1.0,1.1)\", \"0.9\"] }";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyGoesBackToAVersionThatAStepBroke(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            ComponentVersion three = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0", CONTRACTS));
            for (ComponentVersion next : new ComponentVersion[] {one, two}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }
            assertThat(test.components.get(TestDeployment.ANNA, NAME).before())
                    .as("the step was not taken yet")
                    .isEqualTo(one.archive());
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, three.archive(), null));

            Switch back = test.components.rollback(TestDeployment.ANNA, NAME, null);
            assertThat(back.to()).isEqualTo(two.archive());
            test.done(back);
            assertThat(test.components.get(TestDeployment.ANNA, NAME).before()).isNull();
            assertRefused(
                    Kind.CONFLICT,
                    "version-broken-by-step",
                    () -> test.components.rollback(TestDeployment.ANNA, NAME, null));
            assertRefused(
                    Kind.FORBIDDEN,
                    "version-newest",
                    () -> test.components.discard(TestDeployment.ANNA, NAME, three.archive()));
            assertThat(test.components.objectionToDiscard(TestDeployment.ANNA, NAME, three.archive()))
                    .get()
                    .extracting(Text::german)
                    .asString()
                    .contains("neueste Version, die je lief");
            assertThat(test.components.objectionToDiscard(TestDeployment.ADMINISTRATOR, NAME, three.archive()))
                    .isEmpty();
            assertThat(test.components.objectionToDiscard(TestDeployment.ADMINISTRATOR, NAME, two.archive()))
                    .as("the active one")
                    .isPresent();
            test.components.discard(TestDeployment.ADMINISTRATOR, NAME, three.archive());
            assertRefused(
                    Kind.CONFLICT,
                    "version-broken-by-step",
                    () -> test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, one.archive(), null));
            ComponentVersion again = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0", CONTRACTS));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, again.archive(), null));
            test.components.discard(TestDeployment.ANNA, NAME, two.archive());
            assertRefused(
                    Kind.CONFLICT,
                    "version-broken-by-step",
                    () -> test.components.rollback(TestDeployment.ANNA, NAME, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aStepCountsFromTheStartOfItsVersionWhateverBecomesOfIt(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            ComponentVersion three = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0", CONTRACTS));
            for (ComponentVersion next : new ComponentVersion[] {one, two}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }
            test.ended(test.components.switchTo(TestDeployment.ANNA, NAME, three.archive(), null));
            test.done(test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, one.archive(), null));
            test.done(test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, two.archive(), null));

            Switch tried = test.components.switchTo(TestDeployment.ANNA, NAME, three.archive(), null);
            test.starts(tried);
            test.ended(tried);

            assertRefused(
                    Kind.CONFLICT,
                    "version-broken-by-step",
                    () -> test.components.rollback(TestDeployment.ANNA, NAME, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPlanRefusesWhatASwitchWould(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            ComponentVersion two = test.components.upload(TestDeployment.ANNA, test.archive("1.1.0"));
            ComponentVersion three = test.components.upload(TestDeployment.ANNA, test.archive("1.2.0", CONTRACTS));
            for (ComponentVersion next : new ComponentVersion[] {one, two}) {
                test.done(test.components.switchTo(TestDeployment.ANNA, NAME, next.archive(), null));
            }
            assertThat(refusals(test, one) + refusals(test, three)).doesNotContain("V3__drop.sql");
            test.done(test.components.rollback(TestDeployment.ANNA, NAME, null));

            assertThat(refusals(test, three))
                    .as("the newest one was the second, but what runs is the first")
                    .contains("V3__drop.sql", "1.0.0 would no longer run");
            test.done(test.components.switchTo(TestDeployment.ADMINISTRATOR, NAME, two.archive(), null));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, three.archive(), null));
            assertThat(refusals(test, one)).contains("V3__drop.sql", "version 1.0.0 does not run any more");

            assertThat(refusals(test, two)).doesNotContain("approved", "revoked", "V3__drop.sql");
            test.grant("THREADS", "FRAMEWORK");
            assertThat(refusals(test, two)).contains("That is not approved yet.");
            test.components.approve(TestDeployment.BERT, NAME, two.archive());
            assertThat(refusals(test, two)).doesNotContain("approved");
            test.signers.revoke(TestDeployment.ADMINISTRATOR, test.signer.id(), "Der Rechner ist weg");
            assertThat(refusals(test, two)).contains("revoked");
            assertThat(test.components.plan(TestDeployment.ANNA, NAME, null).isPossible())
                    .as("whatever it is, it may go")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatStaysTheSameIsSaidOfTheBytesThatAreStored(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ComponentVersion one = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            test.done(test.components.switchTo(TestDeployment.ANNA, NAME, one.archive(), null));

            Plan again = test.components.plan(TestDeployment.ANNA, NAME, one.archive());
            assertThat(again.bundles()).containsExactly(new Plan.BundleChange(Plan.Kind.SAME, NAME, "1.0.0", "1.0.0"));
            assertThat(again.notes()).isEmpty();

            ComponentVersion two = test.components.upload(
                    TestDeployment.ANNA,
                    new ByteArrayInputStream(
                            DogTaxArchive.notRaised("1.1.0", "1.0.0", test.key).bytes()));
            Plan other = test.components.plan(TestDeployment.ANNA, NAME, two.archive());
            assertThat(other.bundles())
                    .containsExactly(new Plan.BundleChange(Plan.Kind.CHANGED, NAME, "1.0.0", "1.0.0"));
            assertThat(other.notes())
                    .singleElement()
                    .extracting(Text::english)
                    .asString()
                    .contains(NAME);
        }
    }

    /** That of the framework's bundles all are missing comes behind. */
    private static String refusals(TestDeployment test, ComponentVersion version) {
        return test.components.plan(TestDeployment.ANNA, NAME, version.archive()).refusals().stream()
                .map(Text::english)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentThatIsNotHereIsNamedAsTheArchiveNamesIt(Engine engine) throws Exception {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Kreiswerk-Title", "Hundesteuer");
        headers.putValue("Kreiswerk-Department", "Fachdienst Ordnung");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        try (TestDeployment test = TestDeployment.granted(engine)) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.components.upload(TestDeployment.ANNA, new ByteArrayInputStream(jar.toByteArray())));

            assertThat(refused.problem().code()).isEqualTo("department-not-known");
            assertThat(refused.problem().detail().german()).contains("„Fachdienst Ordnung“", "Kurzzeichen");
        }
    }

    private static void assertRefused(Kind kind, String code, ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(kind);
        if (code != null) {
            assertThat(refused.problem().code()).isEqualTo(code);
        }
    }
}
