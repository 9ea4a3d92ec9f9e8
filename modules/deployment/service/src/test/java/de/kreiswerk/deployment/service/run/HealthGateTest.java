package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.archive.component.HealthChecks;
import de.kreiswerk.deployment.service.framework.BundleServices;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.jaxrs.runtime.dto.FailedResourceDTO;
import org.osgi.service.servlet.runtime.dto.FailedErrorPageDTO;
import org.osgi.service.servlet.runtime.dto.FailedPreprocessorDTO;

class HealthGateTest {

    private static final String PAGE = "/ordnung/hund";
    private static final String REST = "/api/ordnung/v1";
    private static final HealthChecks OWN = new HealthChecks(List.of(PAGE), List.of());

    @Test
    void whatIsAskedBecauseTheVersionNamesItIsNotAskedOnceMore() throws Exception {
        try (TestNode node = new TestNode()) {
            // They are asked at once, by several threads.
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            node.gate.addresses = List.of(PAGE, REST);
            node.gate.probe = (path, most) -> {
                asked.add(path);
                return 200;
            };

            await(node, Duration.ofSeconds(60));

            assertThat(asked).containsExactlyInAnyOrder(PAGE, REST);
        }
    }

    @Test
    void whatOnlyAnswersMustBeAnAddressThatTheVersionDoesNotName() throws Exception {
        try (TestNode node = new TestNode()) {
            node.gate.addresses = List.of(PAGE, REST);
            node.gate.probe = (path, most) -> path.equals(REST) ? 404 : 200;
            await(node, Duration.ofSeconds(60));

            node.gate.probe = (path, most) -> path.equals(PAGE) ? 404 : 200;
            assertThat(trouble(node).reason().english()).contains(PAGE).contains("status 404");
        }
    }

    @Test
    void whatDidNotAnswerInTheLastMomentHidesNotWhatWasSeenBefore() throws Exception {
        try (TestNode node = new TestNode()) {
            List<String> asked = new ArrayList<>();
            node.gate.probe = (path, most) -> {
                asked.add(path);
                return asked.size() == 1 ? 500 : nothingWithin(most);
            };

            assertThat(trouble(node).reason().english()).contains("status 500");
        }
    }

    @Test
    @Timeout(60)
    void whatNeverEndsItsAnswerKeepsNobodyWaiting() throws Exception {
        try (TestNode node = new TestNode()) {
            // Something comes now and then, so that no time limit of a connection is exceeded.
            node.gate.probe = (path, most) -> nothingWithin(Duration.ofDays(1));

            assertThat(trouble(node).reason().english()).contains("does not answer to the end");
        }
    }

    @Test
    void checksAreFoundByTheirTagsWhateverTypeTheseHave() throws Exception {
        try (TestNode node = new TestNode()) {
            Set<String> tags = new TreeSet<>();
            node.asked = selector -> {
                tags.addAll(List.of(selector.tags()));
                return List.of();
            };
            List<Bundle> bundles = running(node);
            register(bundles, List.of("listed", "more"));
            register(bundles, "single");
            register(bundles, new String[] {"array"});

            assertThat(node.shop.health().reported(bundles)).isEqualTo(Switches.Reported.WELL);
            assertThat(tags).containsExactly("array", "listed", "more", "single");
        }
    }

    @Test
    void whatCannotBeAskedIsTheTroubleOfItsComponentAndOfNobodyElse() throws Exception {
        try (TestNode node = new TestNode()) {
            node.asked = selector -> {
                throw new ClassCastException("Integer cannot be cast to Long");
            };
            List<Bundle> bundles = running(node);
            register(bundles, "dogs");

            assertThat(node.shop.health().trouble(bundles)).isEmpty();
            assertThat(node.shop.health().reported(bundles).sentence().english())
                    .startsWith("Whether the component works cannot be told: ClassCastException: Integer cannot");
        }
    }

    /** Names of properties mean the same however they are written. */
    @ParameterizedTest
    @CsvSource({"osgi.jaxrs.resource", "OSGI.JAXRS.Extension", "osgi.jaxrs.application.base"})
    void whatTheWhiteboardForRestDoesNotSetUpIsTrouble(String property) throws Exception {
        try (TestNode node = new TestNode()) {
            List<Bundle> bundles = running(node);
            FailedResourceDTO failed = new FailedResourceDTO();
            failed.serviceId = (Long) bundles.get(0)
                    .getBundleContext()
                    .registerService(
                            Object.class,
                            new Object(),
                            new Hashtable<>(Map.of("component.name", "dogs", property, "/ordnung")))
                    .getReference()
                    .getProperty(Constants.SERVICE_ID);

            await(node, bundles, Duration.ofSeconds(60));
            node.rest.failedResourceDTOs = new FailedResourceDTO[] {failed};

            assertThat(trouble(node, bundles).reason().english()).isEqualTo("An address could not be set up: dogs.");
        }
    }

    @Test
    void whatTheWhiteboardDoesNotSetUpIsTroubleWhateverItIs() throws Exception {
        try (TestNode node = new TestNode()) {
            List<Bundle> bundles = running(node);
            long id = (Long) bundles.get(0)
                    .getBundleContext()
                    .registerService(Object.class, new Object(), new Hashtable<>(Map.of("component.name", "dogs")))
                    .getReference()
                    .getProperty(Constants.SERVICE_ID);
            FailedErrorPageDTO page = new FailedErrorPageDTO();
            page.serviceId = id;
            FailedPreprocessorDTO preprocessor = new FailedPreprocessorDTO();
            preprocessor.serviceId = id;

            await(node, bundles, Duration.ofSeconds(60));
            node.whiteboard.failedErrorPageDTOs = new FailedErrorPageDTO[] {page};
            assertThat(trouble(node, bundles).reason().english()).isEqualTo("An address could not be set up: dogs.");
            node.whiteboard = TestNode.nothingFails();
            node.whiteboard.failedPreprocessorDTOs = new FailedPreprocessorDTO[] {preprocessor};
            assertThat(trouble(node, bundles).reason().english()).isEqualTo("An address could not be set up: dogs.");
        }
    }

    @ParameterizedTest
    @CsvSource({"OK, OK", "WARN, WARN", "TEMPORARILY_UNAVAILABLE, WARN", "CRITICAL, CRITICAL"})
    void whatChecksReportDoesNotMakeStandStillWhatRuns(Result.Status status, Component.Health health) throws Exception {
        try (TestNode node = new TestNode()) {
            List<Bundle> bundles = running(node);
            register(bundles, "dogs");
            node.asked = selector -> List.of(result(bundles.get(0), status));

            Switches.Reported reported = node.shop.health().reported(bundles);

            assertThat(reported.health()).isEqualTo(health);
            assertThat(reported.details()).hasSize(health == Component.Health.OK ? 0 : 1);
            assertThat(node.shop.health().trouble(bundles)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"OK, OK", "WARN, WARN", "CRITICAL, CRITICAL"})
    void whatIsOnlySlowIsAsItSaidLast(Result.Status last, Component.Health health) throws Exception {
        try (TestNode node = new TestNode()) {
            List<Bundle> bundles = running(node);
            register(bundles, "dogs");
            ResultLog slow = timeout(Result.Status.WARN)
                    .add(new ResultLog.Entry(Result.Status.OK, "*** Result log of last execution ***"))
                    .add(new ResultLog.Entry(last, "no dog barks"));
            node.asked = selector -> List.of(result(bundles.get(0), new Result(slow), true));

            Switches.Reported reported = node.shop.health().reported(bundles);

            assertThat(reported.health()).isEqualTo(health);
            assertThat(reported.details()).allMatch(line -> line.contains("no dog barks"));
        }
    }

    @ParameterizedTest
    @CsvSource({"WARN, OK", "CRITICAL, CRITICAL"})
    void whatHasNotSaidAnythingYetIsFaultyOnlyWhenItHangs(Result.Status said, Component.Health health)
            throws Exception {
        try (TestNode node = new TestNode()) {
            List<Bundle> bundles = running(node);
            register(bundles, "dogs");
            node.asked = selector -> List.of(result(bundles.get(0), new Result(timeout(said)), true));

            assertThat(node.shop.health().reported(bundles).health()).isEqualTo(health);
        }
    }

    /** As the executor says it. */
    private static ResultLog timeout(Result.Status status) {
        return new ResultLog().add(new ResultLog.Entry(status, "Timeout: Check still running after 500ms"));
    }

    private static HealthCheckExecutionResult result(Bundle bundle, Result.Status status) {
        return result(bundle, new Result(status, "no dog barks"), false);
    }

    /** Of the check that the bundle registers. */
    private static HealthCheckExecutionResult result(Bundle bundle, Result said, boolean timedOut) {
        HealthCheckMetadata check = new HealthCheckMetadata(BundleServices.registeredBy(bundle)
                .filter(service -> service.getProperty(HealthCheck.TAGS) != null)
                .findFirst()
                .orElseThrow());
        return (HealthCheckExecutionResult) Proxy.newProxyInstance(
                HealthGateTest.class.getClassLoader(),
                new Class<?>[] {HealthCheckExecutionResult.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHealthCheckMetadata" -> check;
                    case "getHealthCheckResult" -> said;
                    case "hasTimedOut" -> timedOut;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<Bundle> running(TestNode node) throws Exception {
        String active = node.add("1.0.0", "good", State.ACTIVE);
        node.recovery.startAll();
        return node.shop.bundles().of(TestNode.NAME, active);
    }

    private static void register(List<Bundle> bundles, Object tags) {
        HealthCheck check = () -> new Result(Result.Status.OK, "all is well");
        bundles.get(0)
                .getBundleContext()
                .registerService(HealthCheck.class.getName(), check, new Hashtable<>(Map.of(HealthCheck.TAGS, tags)));
    }

    private static Unhealthy trouble(TestNode node) {
        return trouble(node, List.of());
    }

    private static Unhealthy trouble(TestNode node, List<Bundle> bundles) {
        return catchThrowableOfType(Unhealthy.class, () -> await(node, bundles, Duration.ofMillis(300)));
    }

    private static void await(TestNode node, Duration limit) throws Exception {
        await(node, List.of(), limit);
    }

    private static void await(TestNode node, List<Bundle> bundles, Duration limit) throws Exception {
        node.shop.health().await(bundles, OWN, "ordnung", node.gate.hold(Set.of()), limit, () -> false);
    }

    /** As long as an address may take, and a little more. */
    private static int nothingWithin(Duration most) throws IOException {
        try {
            new CountDownLatch(1).await(most.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("Read timed out");
    }
}
