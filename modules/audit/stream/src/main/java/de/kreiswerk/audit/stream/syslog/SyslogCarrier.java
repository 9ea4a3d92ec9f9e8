package de.kreiswerk.audit.stream.syslog;

import de.kreiswerk.audit.sendkit.SendingFailed;
import de.kreiswerk.audit.stream.Carrier;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Keeps one connection to a receiver of syslog. */
final class SyslogCarrier implements Carrier {

    private final SyslogSettings settings;
    private volatile SyslogLine line;
    private volatile boolean closed;

    SyslogCarrier(SyslogSettings settings) {
        this.settings = settings;
    }

    @Override
    public Duration unsure() {
        return settings.unsure();
    }

    @Override
    public boolean goesOn() {
        SyslogLine current = line;
        return current != null && current.isOpen();
    }

    @Override
    public boolean endedWell() {
        SyslogLine current = line;
        return current != null && current.endedWell();
    }

    @Override
    public void send(List<AuditRecord> records, boolean anew) throws SendingFailed {
        if (anew) {
            hangUp();
            SyslogLine fresh = new SyslogLine(
                    settings.to(), "kreiswerk-stream-" + settings.receiving().name());
            // Before it opens: whoever cuts it off must find it.
            line = fresh;
            if (closed) {
                fresh.close();
            }
            fresh.open();
        }
        SyslogLine current = line;
        if (current == null) {
            throw new SendingFailed("Die Verbindung ist beendet", "The connection is closed");
        }
        SyslogMessage message = new SyslogMessage(settings, hostName());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(record -> message.write(record, out));
        current.write(out.toByteArray());
    }

    private String hostName() {
        if (!settings.hostName().isEmpty()) {
            return settings.hostName();
        }
        try {
            String own = InetAddress.getLocalHost().getHostName();
            return own.matches("[\\x21-\\x7e]{1,255}") ? own : "-";
        } catch (IOException e) {
            return "-";
        }
    }

    @Override
    public Duration longest() {
        // For the connection, for TLS, and for what is sent.
        return settings.to().patience().multipliedBy(2);
    }

    @Override
    public void farewell() throws SendingFailed {
        SyslogLine current = line;
        if (current != null) {
            current.farewell();
        }
    }

    @Override
    public void hangUp() {
        SyslogLine current = line;
        line = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }
}
