package de.kreiswerk.console.web.overview;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;

/**
 * How the platform is, as its health checks say.
 *
 * @param results one a check
 */
record Health(List<HealthCheckExecutionResult> results) {

    private static final Text NOTHING = Text.same("");
    private static final String TITLE = "kreiswerk.title";

    Text summary() {
        if (results.isEmpty()) {
            return OverviewTexts.NO_CHECKS;
        }
        return switch (worst()) {
            case OK -> OverviewTexts.ALL_WELL;
            case WARN -> OverviewTexts.WATCH;
            default -> OverviewTexts.NOT_WELL;
        };
    }

    String look() {
        return look(worst());
    }

    List<OverviewView.Check> checks(Locale language, boolean withMessages) {
        return results.stream()
                .sorted(Comparator.comparing(result -> name(result, language), String.CASE_INSENSITIVE_ORDER))
                .map(result -> new OverviewView.Check(
                        name(result, language),
                        OverviewTexts.STATES.get(status(result)).in(language),
                        look(status(result)),
                        withMessages ? Findings.words(result.getHealthCheckResult()) : NOTHING))
                .toList();
    }

    /** Names are English; a check may state what it is called in German. */
    private static String name(HealthCheckExecutionResult result, Locale language) {
        HealthCheckMetadata check = result.getHealthCheckMetadata();
        Object title = "en".equals(language.getLanguage())
                ? null
                : check.getServiceReference().getProperty(TITLE);
        return title == null ? check.getName() : title.toString();
    }

    private Result.Status worst() {
        return results.stream()
                .map(Health::status)
                .max(Comparator.naturalOrder())
                .orElse(Result.Status.HEALTH_CHECK_ERROR);
    }

    private static Result.Status status(HealthCheckExecutionResult result) {
        return result.getHealthCheckResult().getStatus();
    }

    private static String look(Result.Status status) {
        return switch (status) {
            case OK -> "success";
            case WARN -> "warning";
            default -> "danger";
        };
    }
}
