package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignersServiceTest {

    private static final String OTHER_KEY =
            "other.example+" + hash("other.example", new byte[32]) + "+" + content(new byte[32]);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyIsRegisteredOnceUnderWhateverNameAndForWhicheverDepartment(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            String renamed = renamed(test.signer.key());
            for (Signers.Entry again : List.of(
                    new Signers.Entry(TestDeployment.ORDNUNG, "Noch einmal", test.signer.key(), null, null),
                    new Signers.Entry(TestDeployment.ORDNUNG, "Umbenannt", renamed, null, null),
                    new Signers.Entry(TestDeployment.UMWELT, "Anderswo", test.signer.key(), null, null))) {
                assertThat(refused(test, again).errors()).containsOnlyKeys("key");
            }
            test.signers.revoke(TestDeployment.ADMINISTRATOR, test.signer.id(), "verloren");
            assertThat(refused(test, new Signers.Entry(TestDeployment.UMWELT, "Neu", renamed, null, null))
                            .errors()
                            .get("key")
                            .german())
                    .contains("widerrufen");
            assertThat(test.signers.all(TestDeployment.ADMINISTRATOR)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyHoldsInTimesThatDatabasesKnow(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            String key = SignerKey.generate("other.example", new SecureRandom())
                    .verifier()
                    .text();
            Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
            assertThat(refused(test, new Signers.Entry(TestDeployment.ORDNUNG, "Neu", key, null, Instant.MAX))
                            .errors()
                            .get("until")
                            .german())
                    .contains("1900 bis 9999");
            assertThat(refused(test, new Signers.Entry(TestDeployment.ORDNUNG, "Neu", key, Instant.MIN, null))
                            .errors())
                    .containsOnlyKeys("from");

            test.signers.register(
                    TestDeployment.ADMINISTRATOR, new Signers.Entry(TestDeployment.ORDNUNG, "Neu", key, null, last));

            assertThat(test.signers.all(TestDeployment.ADMINISTRATOR))
                    .extracting(Signer::until)
                    .contains(last);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoWhoRegisterTheSameKeyAtOnceOneDoes(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            List<CompletableFuture<Boolean>> both = Stream.of(TestDeployment.ORDNUNG, TestDeployment.UMWELT)
                    .map(department -> CompletableFuture.supplyAsync(() -> {
                        try {
                            test.signers.register(
                                    TestDeployment.ADMINISTRATOR,
                                    new Signers.Entry(department, "Gleichzeitig", OTHER_KEY, null, null));
                            return true;
                        } catch (InvalidEntry second) {
                            return false;
                        }
                    }))
                    .toList();

            assertThat(both.get(0).get(30, TimeUnit.SECONDS))
                    .isNotEqualTo(both.get(1).get(30, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoMayNotIsToldSoBeforeTheEntryIsLookedAt(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            for (String department : new String[] {null, "nowhere", TestDeployment.ORDNUNG}) {
                ProblemException refused = catchThrowableOfType(
                        ProblemException.class,
                        () -> test.signers.register(
                                TestDeployment.ANNA, new Signers.Entry(department, "", "", null, null)));
                assertThat(refused.problem().kind()).isEqualTo(Kind.FORBIDDEN);
            }
            Caller elsewhere = TestDeployment.administratorOf(TestDeployment.UMWELT);
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.signers.register(
                            elsewhere, new Signers.Entry(TestDeployment.ORDNUNG, "", "", null, null)));
            assertThat(refused.problem().kind()).isEqualTo(Kind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatRunsByAKeyIsNamedBeforeAndAfterItIsRevoked(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            Caller root = TestDeployment.ADMINISTRATOR;
            ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            assertThat(test.signers.concerned(root, test.signer.id()))
                    .as("it does not run yet")
                    .isEmpty();
            test.done(test.components.switchTo(TestDeployment.ANNA, DogTaxArchive.NAME, version.archive(), null));

            for (int i = 0; i < 2; i++) {
                assertThat(test.signers.concerned(TestDeployment.ANNA, test.signer.id()))
                        .extracting(Signers.Concerned::component, Signers.Concerned::version)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(DogTaxArchive.NAME, "1.0.0"));
                Signer revoked = test.signers.revoke(root, test.signer.id(), "verloren");
                assertThat(revoked.revoked()).isNotNull();
            }
            assertThat(test.records.stream()
                            .filter(record -> record.action().equals("signer.revoked"))
                            .map(record -> record.details().get("active")))
                    .containsExactly(DogTaxArchive.NAME + " 1.0.0");
            assertThat(test.records)
                    .filteredOn(record -> record.action().equals("signer.revoked"))
                    .allSatisfy(record -> {
                        assertThat(record.details()).doesNotContainKey("reason");
                        assertThat(record.personal())
                                .containsExactly(new PersonalField(root.subject(), "reason", "verloren"));
                    });
            ProblemException unseen = catchThrowableOfType(
                    ProblemException.class, () -> test.signers.concerned(TestDeployment.UWE, test.signer.id()));
            assertThat(unseen.problem().kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRevocationConcernsOnlyWhatNobodyElseSignedValidly(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            Caller root = TestDeployment.ADMINISTRATOR;
            SignerKey key = SignerKey.generate("zweite.example", new SecureRandom());
            Signer second = test.register("Zweite", key);
            ComponentVersion version =
                    test.components.upload(TestDeployment.ANNA, test.archive("1.0.0", test.key, key));
            test.done(test.components.switchTo(TestDeployment.ANNA, DogTaxArchive.NAME, version.archive(), null));

            assertThat(test.signers.concerned(root, test.signer.id())).isEmpty();
            assertThat(test.signers.concerned(root, second.id())).isEmpty();

            test.signers.revoke(root, test.signer.id(), "verloren");
            assertThat(test.signers.concerned(root, test.signer.id()))
                    .as("the second one holds")
                    .isEmpty();
            assertThat(test.signers.concerned(root, second.id())).hasSize(1);

            test.signers.revoke(root, second.id(), "verloren");
            assertThat(test.signers.concerned(root, test.signer.id())).hasSize(1);
        }
    }

    private static InvalidEntry refused(TestDeployment test, Signers.Entry entry) {
        InvalidEntry refused = catchThrowableOfType(
                InvalidEntry.class, () -> test.signers.register(TestDeployment.ADMINISTRATOR, entry));
        assertThat(refused).as(entry.label()).isNotNull();
        return refused;
    }

    /** The same key under another name, as whoever has it can make it. */
    private static String renamed(String key) {
        byte[] content = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
        byte[] bytes = Arrays.copyOfRange(content, 1, content.length);
        return "renamed.example+" + hash("renamed.example", bytes) + "+" + content(bytes);
    }

    private static String content(byte[] key) {
        byte[] content = new byte[key.length + 1];
        content[0] = 1;
        System.arraycopy(key, 0, content, 1, key.length);
        return Base64.getEncoder().encodeToString(content);
    }

    private static String hash(String name, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 1);
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), 4));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
