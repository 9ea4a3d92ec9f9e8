package de.kreiswerk.audit.stream.syslog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Receives syslog over TLS, with the frames of RFC 5425. Each connection has its own list of messages. */
final class SyslogServer implements AutoCloseable {

    final List<List<byte[]>> connections = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    /** A connection is closed without a word behind so many messages. */
    volatile int closesAfter = Integer.MAX_VALUE;

    volatile boolean reads = true;

    SyslogServer(int port, SSLContext context, boolean wantsCertificate) throws IOException {
        SSLServerSocket tls = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
        tls.setReuseAddress(true);
        tls.setNeedClientAuth(wantsCertificate);
        tls.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        server = tls;
        Thread thread = new Thread(this::accept, "test-syslog");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "test-syslog-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        List<byte[]> messages = new CopyOnWriteArrayList<>();
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            if (!reads) {
                ((javax.net.ssl.SSLSocket) socket).startHandshake();
                synchronized (this) {
                    connections.add(messages);
                    wait();
                }
                return;
            }
            connections.add(messages);
            while (messages.size() < closesAfter) {
                int length = 0;
                int digit = in.read();
                if (digit < 0) {
                    return;
                }
                while (digit != ' ') {
                    if (digit < '0' || digit > '9' || length > 1 << 20) {
                        throw new AssertionError("no frame: " + digit);
                    }
                    length = length * 10 + digit - '0';
                    digit = in.read();
                }
                byte[] message = in.readNBytes(length);
                if (message.length < length) {
                    return;
                }
                messages.add(message);
            }
        } catch (IOException | InterruptedException e) {
            // The connection is gone.
        }
    }

    /** What came by a connection, by the number in it. */
    List<Long> numbers(int connection) {
        List<Long> numbers = new ArrayList<>();
        for (byte[] message : connections.get(connection)) {
            numbers.add(Long.parseLong(new Rfc5424(message).parameters.get("seq")));
        }
        return numbers;
    }

    int total() {
        return connections.stream().mapToInt(List::size).sum();
    }

    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
