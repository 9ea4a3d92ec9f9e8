package de.kreiswerk.core.web.framework;

import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings warnings and errors of the OSGi log into the platform's own: above all what Declarative Services says of a component
 * that cannot start, which is where a wrong setting shows.
 */
@Component(service = FrameworkLog.class, immediate = true)
public final class FrameworkLog implements LogListener {

    private final LogReaderService reader;

    @Activate
    public FrameworkLog(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(this);
        // What was said before anybody listened; newest first.
        List<LogEntry> before = Collections.list(reader.getLog());
        Collections.reverse(before);
        before.forEach(this::logged);
    }

    @Deactivate
    void close() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        // Failures of requests are logged where they happen, and framework events by the launcher.
        if (entry.getLogLevel() != LogLevel.ERROR && entry.getLogLevel() != LogLevel.WARN
                || entry.getLoggerName().startsWith("Events.")) {
            return;
        }
        Logger logger = LoggerFactory.getLogger(entry.getLoggerName());
        if (entry.getLogLevel() == LogLevel.ERROR) {
            logger.error("{}", entry.getMessage(), entry.getException());
        } else {
            logger.warn("{}", entry.getMessage(), entry.getException());
        }
    }
}
