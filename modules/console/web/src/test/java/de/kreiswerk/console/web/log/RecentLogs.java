package de.kreiswerk.console.web.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

/** A log that is kept for the time of a test. */
public final class RecentLogs implements AutoCloseable {

    private final RecentLog log;

    private RecentLogs(LoggerContext logback) {
        log = new RecentLog(100, logback);
    }

    /** A log of its own, so that what others log does not get among it. */
    public static LoggerContext logback() {
        LoggerContext logback = new LoggerContext();
        logback.setMDCAdapter(new LogbackMDCAdapter());
        return logback;
    }

    public static RecentLogs on(LoggerContext logback) {
        return new RecentLogs(logback);
    }

    public RecentLog get() {
        return log;
    }

    @Override
    public void close() {
        log.close();
    }
}
