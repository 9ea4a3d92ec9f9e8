package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.deployment.api.DeploymentGrants.Entry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentGrantsServiceTest {

    @ParameterizedTest
    @CsvSource({
        "de.lueneburg.ordnung.hund, umwelt, namespace",
        "de.lueneburg, umwelt, namespace",
        "de.kreiswerk.umwelt, umwelt, namespace",
        "de.Lueneburg.umwelt, umwelt, namespace",
        "umwelt, umwelt, namespace",
        "de.lueneburg.umwelt, ordnung, path",
        "de.lueneburg.umwelt, admin, path",
        "de.lueneburg.umwelt, proposals, path",
        "de.lueneburg.umwelt, platform, path",
        "de.lueneburg.umwelt, impressum, path",
        "org.apache.umwelt, umwelt, namespace",
        "com.fasterxml, umwelt, namespace",
        "de.lueneburg.umwelt, a/b, path",
        "de.lueneburg.umwelt, Ümwelt, path"
    })
    void nobodyGetsWhatIsThePlatformsOrAnothersDepartments(String namespace, String path, String field)
            throws Exception {
        try (TestDeployment test = TestDeployment.granted(Engine.H2)) {
            InvalidEntry refused = catchThrowableOfType(
                    InvalidEntry.class,
                    () -> test.grants.put(
                            TestDeployment.ADMINISTRATOR,
                            TestDeployment.UMWELT,
                            new Entry(namespace, path, Set.of(), Set.of()),
                            null));

            assertThat(refused.errors()).containsOnlyKeys(field);
            assertThat(test.grants.find(TestDeployment.ADMINISTRATOR, TestDeployment.UMWELT))
                    .isEmpty();
        }
    }

    @Test
    void aDepartmentThatIsOnlyBesideHasItsOwn() throws Exception {
        try (TestDeployment test = TestDeployment.granted(Engine.H2)) {
            test.grants.put(
                    TestDeployment.ADMINISTRATOR,
                    TestDeployment.UMWELT,
                    new Entry("de.lueneburg.ordnungswidrig", "umwelt", Set.of("SOCKETS"), Set.of("javax.naming.*")),
                    0L);
            assertThat(test.grants.all(TestDeployment.UWE)).hasSize(1);
            assertThat(test.grants.all(TestDeployment.ADMINISTRATOR)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasUploadedKeepsItsNamespaceAndAStaleChangeIsRefused(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));

            InvalidEntry moved = catchThrowableOfType(
                    InvalidEntry.class,
                    () -> test.grants.put(
                            TestDeployment.ADMINISTRATOR,
                            TestDeployment.ORDNUNG,
                            new Entry("de.lueneburg.neu", "ordnung", Set.of(), Set.of()),
                            1L));
            assertThat(moved.errors()).containsOnlyKeys("namespace");

            test.grants.put(
                    TestDeployment.ADMINISTRATOR,
                    TestDeployment.ORDNUNG,
                    new Entry("de.lueneburg.ordnung", "ordnung", Set.of("SOCKETS"), Set.of()),
                    1L);
            ProblemException stale = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.grants.put(
                            TestDeployment.ADMINISTRATOR,
                            TestDeployment.ORDNUNG,
                            new Entry("de.lueneburg.ordnung", "ordnung", Set.of(), Set.of()),
                            1L));
            assertThat(stale.problem().kind()).isEqualTo(Kind.PRECONDITION_FAILED);
        }
    }

    @Test
    void whoDoesNotAdministerChangesNothing() throws Exception {
        try (TestDeployment test = TestDeployment.granted(Engine.H2)) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> test.grants.put(
                            TestDeployment.ANNA,
                            TestDeployment.ORDNUNG,
                            new Entry("de.lueneburg.ordnung", "ordnung", Set.of("EXIT"), Set.of()),
                            null));
            assertThat(refused.problem().kind()).isEqualTo(Kind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoThatOverlapAndComeAtOnceOneIsKept(Engine engine) throws Exception {
        try (TestDeployment test = new TestDeployment(engine)) {
            test.database.execute("delete from deployment_grant");
            List<CompletableFuture<Boolean>> both = List.of(
                    put(test, TestDeployment.ORDNUNG, "de.kreis.amt", "amt"),
                    put(test, TestDeployment.UMWELT, "de.kreis.amt.unten", "unten"));

            assertThat(both.get(0).get(30, TimeUnit.SECONDS))
                    .isNotEqualTo(both.get(1).get(30, TimeUnit.SECONDS));
            assertThat(test.database.count("deployment_grant")).isOne();
        }
    }

    private static CompletableFuture<Boolean> put(
            TestDeployment test, String department, String namespace, String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                test.grants.put(
                        TestDeployment.ADMINISTRATOR, department, new Entry(namespace, path, Set.of(), Set.of()), null);
                return true;
            } catch (InvalidEntry second) {
                return false;
            }
        });
    }
}
