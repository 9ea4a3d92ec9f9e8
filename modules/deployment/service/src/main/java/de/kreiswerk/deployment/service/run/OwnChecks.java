package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.archive.component.HealthChecks;
import de.kreiswerk.deployment.service.framework.BundleServices;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What the health checks of a component say of it. */
final class OwnChecks {

    /** A page is not to wait for a check that does not end. */
    private static final int MOST_MILLIS = 500;

    /** The entries that the executor puts before what a check said last, when the check is slow. */
    private static final int ABOUT_SLOWNESS = 2;

    private static final Text WARNS = new Text("Eine Prüfung der Komponente warnt.", "A check of the component warns.");

    private final HealthCheckExecutor executor;

    OwnChecks(HealthCheckExecutor executor) {
        this.executor = executor;
    }

    /** Of a version that is being switched to: those that it names must be there, and say that all is well. */
    Optional<Unhealthy> failingNow(List<Bundle> bundles, HealthChecks own) {
        if (own.tags().isEmpty()) {
            return Optional.empty();
        }
        List<HealthCheckExecutionResult> results =
                ask(bundles, own.tags(), new HealthCheckExecutionOptions().setForceInstantExecution(true));
        if (results.isEmpty()) {
            return HealthGate.trouble(
                    "Die Prüfung, die die Komponente nennt, gibt es nicht: " + String.join(", ", own.tags()) + ".",
                    "The check that the component names is not there: " + String.join(", ", own.tags()) + ".",
                    List.of());
        }
        return failing(results, HealthCheckExecutionResult::getHealthCheckResult, Result.Status.WARN);
    }

    /** Of a version that runs: of all that it registers, what they said lately. */
    Switches.Reported reported(List<Bundle> bundles) {
        List<String> tags = bundles.stream()
                .flatMap(BundleServices::registeredBy)
                .filter(OwnChecks::isCheck)
                .flatMap(OwnChecks::tags)
                .distinct()
                .toList();
        if (tags.isEmpty()) {
            return Switches.Reported.WELL;
        }
        List<HealthCheckExecutionResult> results =
                ask(bundles, tags, new HealthCheckExecutionOptions().setOverrideGlobalTimeout(MOST_MILLIS));
        return failing(results, OwnChecks::said, Result.Status.CRITICAL)
                .map(found -> new Switches.Reported(Component.Health.CRITICAL, found.reason(), found.details()))
                .or(() -> failing(results, OwnChecks::said, Result.Status.WARN)
                        .map(found -> new Switches.Reported(Component.Health.WARN, WARNS, found.details())))
                .orElse(Switches.Reported.WELL);
    }

    /** What is slow, and no more than that, warns of nothing: what it said last is behind that it is slow, and when that was. */
    private static Result said(HealthCheckExecutionResult result) {
        Result whole = result.getHealthCheckResult();
        if (!result.hasTimedOut() || whole.getStatus() != Result.Status.WARN) {
            return whole;
        }
        List<ResultLog.Entry> last = StreamSupport.stream(whole.spliterator(), false)
                .skip(ABOUT_SLOWNESS)
                .toList();
        ResultLog log = new ResultLog();
        last.forEach(log::add);
        // A log without entries counts as a warning.
        return last.isEmpty() ? new Result(Result.Status.OK, "") : new Result(log);
    }

    private List<HealthCheckExecutionResult> ask(
            List<Bundle> bundles, List<String> tags, HealthCheckExecutionOptions options) {
        return executor
                .execute(HealthCheckSelector.tags(tags.toArray(String[]::new)), options.setCombineTagsWithOr(true))
                .stream()
                .filter(result -> bundles.contains(
                        result.getHealthCheckMetadata().getServiceReference().getBundle()))
                .toList();
    }

    private static Optional<Unhealthy> failing(
            List<HealthCheckExecutionResult> results,
            Function<HealthCheckExecutionResult, Result> said,
            Result.Status from) {
        List<String> bad = results.stream()
                .filter(result -> said.apply(result).getStatus().compareTo(from) >= 0)
                .map(result -> result.getHealthCheckMetadata().getName() + ": "
                        + Findings.words(said.apply(result)).german())
                .toList();
        return bad.isEmpty()
                ? Optional.empty()
                : HealthGate.trouble(
                        "Eine Prüfung der Komponente meldet einen Fehler.",
                        "A check of the component reports a fault.",
                        bad);
    }

    private static boolean isCheck(ServiceReference<?> service) {
        return Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                .contains(HealthCheck.class.getName());
    }

    /** Of whatever type they are: the filter by which checks are found takes lists as well. */
    private static Stream<String> tags(ServiceReference<?> check) {
        Object tags = check.getProperty(HealthCheck.TAGS);
        Stream<?> each = tags instanceof Object[] several
                ? Arrays.stream(several)
                : tags instanceof Collection<?> several ? several.stream() : Stream.ofNullable(tags);
        return each.map(String::valueOf);
    }
}
