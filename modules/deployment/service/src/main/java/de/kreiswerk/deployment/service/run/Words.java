package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.service.framework.ComponentThreads.Trouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is said of a switch that did not come to its end. */
final class Words {

    private static final int MOST_LINES = 40;

    private Words() {}

    static Unhealthy startFailed(Trouble trouble, Limits limits) {
        if (trouble.threads() > 0) {
            return tooManyThreads(trouble.threads(), limits.threads());
        }
        Duration limit = limits.start();
        return trouble.isTooLong()
                ? Unhealthy.ofNewVersion(
                        new Text(
                                "Das Bundle " + trouble.bundle() + " war nach " + limit.toSeconds()
                                        + " Sekunden noch nicht gestartet.",
                                "The bundle " + trouble.bundle() + " had not started after " + limit.toSeconds()
                                        + " seconds."),
                        List.of(),
                        trouble)
                : Unhealthy.ofNewVersion(
                        new Text(
                                "Das Bundle " + trouble.bundle() + " startet nicht: " + cause(trouble) + ".",
                                "The bundle " + trouble.bundle() + " does not start: " + cause(trouble) + "."),
                        lines(trouble.getCause()),
                        trouble);
    }

    static Unhealthy tooLate(Duration waited, List<String> details) {
        return Unhealthy.ofNewVersion(
                new Text(
                        "Nach " + waited.toSeconds()
                                + " Sekunden arbeitete die neue Version noch nicht; länger sollen Anfragen nicht warten.",
                        "After " + waited.toSeconds()
                                + " seconds the new version did not work yet; requests are not to wait any longer."),
                details,
                null);
    }

    static Unhealthy stopFailed(Trouble trouble) {
        return new Unhealthy(
                new Text(
                        "Das Bundle " + trouble.bundle()
                                + " der bisherigen Version lässt sich nicht anhalten. Starten Sie die Plattform neu, wenn die Komponente danach nicht läuft.",
                        "The bundle " + trouble.bundle()
                                + " of the former version cannot be stopped. Start the platform again if the component does not run afterwards."),
                trouble.isTooLong() ? List.of() : lines(trouble.getCause()),
                trouble);
    }

    private static Unhealthy tooManyThreads(int there, int allowed) {
        return Unhealthy.ofNewVersion(
                new Text(
                        "Die neue Version hat beim Start " + there + " Threads erzeugt; erlaubt sind " + allowed + ".",
                        "The new version has made " + there + " threads when it started; " + allowed + " are allowed."),
                List.of(),
                null);
    }

    static Text cut(int requests, Duration waited) {
        long seconds = waited.toSeconds();
        return requests == 1
                ? new Text(
                        "Eine Anfrage war nach " + seconds
                                + " s noch nicht beantwortet und wurde abgeschnitten, als die bisherige Version angehalten wurde.",
                        "One request was not answered after " + seconds
                                + " s, and was cut off when the former version was stopped.")
                : new Text(
                        requests + " Anfragen waren nach " + seconds
                                + " s noch nicht beantwortet und wurden abgeschnitten, als die bisherige Version angehalten wurde.",
                        requests + " requests were not answered after " + seconds
                                + " s, and were cut off when the former version was stopped.");
    }

    static Text oldDoesNotRun(Text why) {
        return new Text(
                why.german() + " Auch die bisherige Version läuft nicht wieder an.",
                why.english() + " The former version does not start again either.");
    }

    static Unhealthy unresolved(List<String> bundles) {
        return new Unhealthy(
                new Text(
                        "Bundles lassen sich nicht auflösen: " + String.join(", ", bundles) + ".",
                        "Bundles cannot be resolved: " + String.join(", ", bundles) + "."),
                List.of());
    }

    static Unhealthy notOurs() {
        return new Unhealthy(
                new Text("Die Umschaltung wurde inzwischen abgebrochen.", "The switch was broken off in between."),
                List.of());
    }

    static Unhealthy cancelled() {
        return new Unhealthy(
                new Text(
                        "Die Umschaltung wurde abgebrochen, bevor sie fertig war.",
                        "The switch was cancelled before it was done."),
                List.of());
    }

    static Text cutOff(Phase phase) {
        Text step = phase.title();
        return new Text(
                "Die Plattform endete während der Umschaltung, beim Schritt „" + step.german()
                        + "“. Es gilt, was vorher lief.",
                "The platform ended during the switch, at the step '" + step.english()
                        + "'. What ran before is what counts.");
    }

    static Text notBegun() {
        return new Text(
                "Die Umschaltung kam nicht an die Reihe oder hatte gerade erst begonnen: Die Plattform endete, oder ihre Bereitstellung wurde neu gestartet. Nichts wurde verändert; schalten Sie noch einmal um.",
                "The switch did not have its turn or had only just begun: the platform ended, or its deployment was started again. Nothing was changed; switch once more.");
    }

    static Text endedThePlatform() {
        return new Text(
                "Die Plattform endete, während diese Version gestartet wurde; vielleicht war sie der Grund.",
                "The platform ended while this version was started; maybe it was the reason.");
    }

    static Unhealthy unexpected(Throwable failure) {
        return new Unhealthy(
                new Text(
                        "Etwas ist schiefgegangen, das nicht an der Komponente liegen muss: " + message(failure) + ".",
                        "Something went wrong that need not be the component's fault: " + message(failure) + "."),
                lines(failure),
                failure);
    }

    /** Of a version that runs. */
    static Unhealthy notAskable(RuntimeException failure) {
        return new Unhealthy(
                new Text(
                        "Ob die Komponente arbeitet, lässt sich nicht feststellen: " + message(failure)
                                + ". Bleibt das so, muss ihr Hersteller nachsehen, womit sie ihre Prüfungen anmeldet.",
                        "Whether the component works cannot be told: " + message(failure)
                                + ". If that stays so, its maker must look at what it registers its checks with."),
                lines(failure),
                failure);
    }

    private static String cause(Throwable trouble) {
        Throwable last = trouble.getCause();
        for (int i = 0; i < 20 && last.getCause() != null && last.getCause() != last; i++) {
            last = last.getCause();
        }
        return message(last);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    /** A line in each language: who reads what is behind a sentence may know one of them only. */
    static List<String> inBoth(List<Text> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.german(), text.english()))
                .distinct()
                .toList();
    }

    static List<String> lines(Throwable failure) {
        if (failure == null) {
            return List.of();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        List<String> lines =
                new ArrayList<>(trace.toString().lines().limit(MOST_LINES).toList());
        return lines;
    }
}
