package de.kreiswerk.audit.stream.syslog;

import de.kreiswerk.audit.sendkit.Line;
import de.kreiswerk.audit.sendkit.Receiver;
import de.kreiswerk.audit.sendkit.SendingFailed;
import java.io.IOException;
import java.io.InputStream;

/**
 * A connection to a receiver, and somebody who listens on it: nothing is ever said there, but only so does one hear at once that it
 * was closed. What is not read, such as the tickets of TLS 1.3, would also make the end of the connection take back what was sent.
 */
final class SyslogLine {

    private static final int SOME = 1_024;

    private final Line line;
    private final String name;
    private volatile boolean open;
    private volatile boolean endedWell;
    private volatile SendingFailed why;

    SyslogLine(Receiver to, String name) {
        this.line = new Line(to);
        this.name = name;
    }

    void open() throws SendingFailed {
        line.open();
        try {
            line.listenForEver();
        } catch (IOException e) {
            throw line.failed(e);
        }
        open = true;
        Thread listener = new Thread(this::listen, name + "-listens");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try {
            InputStream in = line.in();
            byte[] ignored = new byte[SOME];
            while (in.read(ignored) >= 0) {
                // Nothing is expected.
            }
            why = new SendingFailed(
                    "Der Empfänger hat die Verbindung beendet. Sehen Sie in seinem Protokoll nach",
                    "The receiver closed the connection");
            endedWell = true;
        } catch (IOException e) {
            why = line.failed(e);
        } finally {
            open = false;
            line.close();
        }
    }

    boolean isOpen() {
        return open;
    }

    /** As the network tells it: who is gone ends nothing, but a system ends the connections of a process that died. */
    boolean endedWell() {
        return endedWell;
    }

    void write(byte[] messages) throws SendingFailed {
        mustBeOpen();
        try {
            line.out().write(messages);
            line.out().flush();
        } catch (IOException e) {
            mustBeOpen();
            throw line.failed(e);
        }
        mustBeOpen();
    }

    /** What the listener heard says more than that nothing can be written. */
    private void mustBeOpen() throws SendingFailed {
        if (!open) {
            throw why == null ? new SendingFailed("Die Verbindung ist beendet", "The connection is closed") : why;
        }
    }

    void farewell() throws SendingFailed {
        line.farewell();
    }

    void close() {
        line.close();
    }
}
