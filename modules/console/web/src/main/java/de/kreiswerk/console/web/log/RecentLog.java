package de.kreiswerk.console.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last lines of the log in memory, as text. An event of the log would hold on to the classes of whoever logged it,
 * and so to bundles that were replaced.
 */
// Immediate, because what is logged before anybody looks is what they will look for.
@Component(service = RecentLog.class, immediate = true)
@Designate(ocd = RecentLog.Config.class)
public final class RecentLog {

    private static final Logger LOG = LoggerFactory.getLogger(RecentLog.class);
    private static final int FEWEST = 10;
    private static final int MOST = 10_000;
    private static final int MAX_CHARACTERS = 2_000;
    /** As in the log's own file: one line each, the cause of a failure first, no control characters. */
    private static final String ONE_LINE =
            "%replace(%replace(%msg%n%rEx{6}){'[\\s\\p{Cc}]+$', ''}){'\\p{Cc}[\\s\\p{Cc}]*', ' | '}%nopex";

    private final LogRing ring;
    private final Keeper keeper;
    private final LoggerContext context;

    /** How much is kept. */
    @ObjectClassDefinition(
            name = "Protokoll der Konsole",
            description = "Was die Verwaltungskonsole vom Protokoll im Speicher behält, um es zu zeigen.")
    @interface Config {

        @AttributeDefinition(
                name = "Einträge",
                description = "Wie viele Einträge höchstens behalten werden, 10 bis 10.000.",
                min = "10",
                max = "10000")
        int lines() default 1_000;
    }

    /**
     * Begins to listen.
     *
     * @param config how much is kept
     */
    @Activate
    public RecentLog(Config config) {
        this(config.lines(), LoggerFactory.getILoggerFactory());
    }

    RecentLog(int capacity, ILoggerFactory log) {
        ring = new LogRing(limited(capacity));
        context = log instanceof LoggerContext logback ? logback : null;
        keeper = context == null ? null : new Keeper(context, ring);
        if (keeper == null) {
            LOG.warn("The log is not logback, so the console cannot show it");
        } else {
            root().addAppender(keeper);
        }
    }

    /** Keeps what there is: settings arrive after the platform has begun to start, which is worth reading. */
    @Modified
    void resize(Config config) {
        ring.resize(limited(config.lines()));
    }

    private static int limited(int capacity) {
        return Math.max(FEWEST, Math.min(capacity, MOST));
    }

    @Deactivate
    void close() {
        if (keeper != null) {
            root().detachAppender(keeper);
            keeper.stop();
        }
    }

    private ch.qos.logback.classic.Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    /** Those that are wanted, the newest first. */
    public List<LogLine> newest(Predicate<LogLine> wanted, int limit) {
        return ring.newest(wanted, limit);
    }

    /** The last warnings and errors, the newest first. */
    public List<LogLine> complaints(int limit) {
        return newest(line -> line.level().isAtLeast(LogLevel.WARN), limit);
    }

    long count(Predicate<LogLine> wanted) {
        return ring.count(wanted);
    }

    /** Whether nothing went of what came behind a number. */
    boolean isKeptBehind(long number) {
        return ring.isKeptBehind(number);
    }

    SortedSet<String> areas() {
        return ring.areas();
    }

    private static final class Keeper extends AppenderBase<ILoggingEvent> {

        private final LogRing ring;
        private final PatternLayout layout = new PatternLayout();

        Keeper(LoggerContext context, LogRing ring) {
            this.ring = ring;
            setContext(context);
            setName("console-page");
            layout.setContext(context);
            layout.setPattern(ONE_LINE);
            layout.start();
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            String text = layout.doLayout(event);
            ring.add(
                    Instant.ofEpochMilli(event.getTimeStamp()),
                    level(event.getLevel()),
                    event.getLoggerName(),
                    event.getMDCPropertyMap().getOrDefault("requestId", ""),
                    Secrets.masked(text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) + " …" : text));
        }

        private static LogLevel level(Level level) {
            if (level.isGreaterOrEqual(Level.ERROR)) {
                return LogLevel.ERROR;
            }
            if (level.isGreaterOrEqual(Level.WARN)) {
                return LogLevel.WARN;
            }
            return level.isGreaterOrEqual(Level.INFO) ? LogLevel.INFO : LogLevel.DEBUG;
        }
    }
}
