package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.slf4j.LoggerFactory;

/** What people read in the log, warnings and worse. */
final class Logged {

    private Logged() {}

    /** By a class while something is done that must succeed. */
    static List<String> by(Class<?> writer, ThrowingCallable work) {
        Logger log = (Logger) LoggerFactory.getLogger(writer);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        log.setLevel(Level.WARN);
        log.addAppender(written);
        try {
            assertThatCode(work).doesNotThrowAnyException();
        } finally {
            log.detachAppender(written);
        }
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
