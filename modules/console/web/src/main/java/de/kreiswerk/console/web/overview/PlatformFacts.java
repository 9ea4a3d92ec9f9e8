package de.kreiswerk.console.web.overview;

import de.kreiswerk.console.web.view.Moments;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsoleFact;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the platform is: what its process knows of itself, and what components add to it. */
@Component(service = PlatformFacts.class)
public class PlatformFacts {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformFacts.class);
    private static final long MEBIBYTE = 1024L * 1024;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<ConsoleFact> more = List.of();

    private final String version;
    private final Clock clock;
    private final Instant start;

    /**
     * Reads what does not change.
     *
     * @param context knows the version
     */
    @Activate
    public PlatformFacts(BundleContext context) {
        this(
                context.getProperty("kreiswerk.version"),
                Clock.systemUTC(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    PlatformFacts(String version, Clock clock, Instant start) {
        this.version = version;
        this.clock = clock;
        this.start = start;
    }

    List<OverviewView.Fact> in(Locale language) {
        List<OverviewView.Fact> facts = new ArrayList<>();
        facts.add(fact(language, OverviewTexts.VERSION, version == null ? OverviewTexts.UNKNOWN : Text.same(version)));
        facts.add(fact(language, OverviewTexts.UPTIME, uptime()));
        more.stream()
                .flatMap(each -> asked(each, language).stream())
                .sorted(Comparator.comparingInt(Asked::order))
                .map(Asked::fact)
                .forEach(facts::add);
        facts.add(fact(language, OverviewTexts.MEMORY, memory()));
        facts.add(fact(
                language,
                OverviewTexts.JAVA,
                Text.same(Runtime.version() + " (" + System.getProperty("java.vendor") + ")")));
        facts.add(fact(
                language,
                OverviewTexts.SYSTEM,
                Text.same(System.getProperty("os.name") + " " + System.getProperty("os.version"))));
        return facts;
    }

    private record Asked(int order, OverviewView.Fact fact) {}

    /** One that fails must not take the others with it. */
    private static Optional<Asked> asked(ConsoleFact fact, Locale language) {
        try {
            return Optional.of(new Asked(fact.order(), fact(language, fact.label(), fact.value())));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} does not say what is the case", fact.getClass().getName(), e);
            return Optional.empty();
        }
    }

    private Text uptime() {
        Duration running = Duration.between(start, clock.instant());
        String since = Moments.of(start);
        long days = running.toDays();
        String german = days == 0 ? "" : days == 1 ? "1 Tag, " : days + " Tage, ";
        String english = days == 0 ? "" : days == 1 ? "1 day, " : days + " days, ";
        String hours = running.toHours() == 0 ? "" : String.valueOf(running.toHoursPart());
        return new Text(
                german + with(hours, " Std., ") + running.toMinutesPart() + " Min., seit " + since,
                english + with(hours, " h, ") + running.toMinutesPart() + " min, since " + since);
    }

    private static String with(String number, String unit) {
        return number.isEmpty() ? "" : number + unit;
    }

    private static Text memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
        long most = runtime.maxMemory() / MEBIBYTE;
        return new Text(used + " von " + most + " MiB belegt", used + " of " + most + " MiB in use");
    }

    private static OverviewView.Fact fact(Locale language, Text label, Text value) {
        return new OverviewView.Fact(label.in(language), value.in(language));
    }
}
