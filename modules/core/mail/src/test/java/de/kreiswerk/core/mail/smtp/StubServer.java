package de.kreiswerk.core.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that goes wrong where a test wants it to. */
public final class StubServer implements AutoCloseable {

    /** What came, commands and the lines of mails; what came encrypted has a lock before it. */
    public final List<String> heard = new CopyOnWriteArrayList<>();

    /** The mails that were taken. */
    public final List<String> mails = new CopyOnWriteArrayList<>();

    /** What is answered to a command that begins so, instead of what would be right. */
    public final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What it can. */
    public volatile List<String> abilities = List.of();

    /** Takes mail and closes the connection before it says so. */
    public volatile boolean cutsOff;

    /** Says nothing at all. */
    public volatile boolean silent;

    private final ServerSocket socket;
    private final SSLContext context;
    private final boolean encryptedFromTheBeginning;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Thread door;

    public StubServer() throws IOException {
        this(0, null, false);
    }

    /** At a port that was there before. */
    public StubServer(int port) throws IOException {
        this(port, null, false);
    }

    public StubServer(SSLContext context, boolean encryptedFromTheBeginning) throws IOException {
        this(0, context, encryptedFromTheBeginning);
    }

    private StubServer(int port, SSLContext context, boolean encryptedFromTheBeginning) throws IOException {
        this.socket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        this.context = context;
        this.encryptedFromTheBeginning = encryptedFromTheBeginning;
        this.door = new Thread(this::accept, "stub-mail");
        door.setDaemon(true);
        door.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public SmtpSettings settings(SmtpSettings.Security security) {
        return settings(security, "", "");
    }

    public SmtpSettings settings(SmtpSettings.Security security, String user, String password) {
        return new SmtpSettings(
                "localhost",
                port(),
                security,
                user,
                password,
                "kreiswerk@landkreis.example",
                "Landkreis Lüneburg",
                Duration.ofSeconds(60),
                12,
                Duration.ofDays(30));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket visitor = socket.accept();
                open.add(visitor);
                Thread talk = new Thread(() -> talk(visitor), "stub-mail-talk");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (Socket line = encryptedFromTheBeginning ? encrypted(visitor) : visitor) {
            if (silent) {
                line.getInputStream().read();
                return;
            }
            say(line, answers.getOrDefault("CONNECT", "220 stub.example ready"));
            converse(line);
        } catch (IOException e) {
            heard.add("closed");
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private void converse(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            heard.add((line instanceof SSLSocket ? "🔒" : "") + command);
            String said = command;
            String different = answers.entrySet().stream()
                    .filter(each -> said.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (different != null) {
                say(line, different);
            } else if (command.startsWith("EHLO")) {
                hello(line);
            } else if (command.equals("STARTTLS")) {
                say(line, "220 go ahead");
                converse(encrypted(line));
                return;
            } else if (command.equals("DATA")) {
                say(line, "354 go ahead");
                StringBuilder mail = new StringBuilder();
                for (String each = in.readLine(); !each.equals("."); each = in.readLine()) {
                    mail.append(each).append("\r\n");
                }
                String refused = answers.get(".");
                if (refused == null) {
                    mails.add(mail.toString());
                    if (cutsOff) {
                        line.close();
                        return;
                    }
                }
                say(line, refused == null ? "250 taken" : refused);
            } else if (command.startsWith("AUTH LOGIN")) {
                say(line, "334 VXNlcm5hbWU6");
                heard.add(in.readLine());
                say(line, "334 UGFzc3dvcmQ6");
                heard.add(in.readLine());
                say(line, "235 welcome");
            } else if (command.startsWith("AUTH")) {
                say(line, "235 welcome");
            } else if (command.equals("QUIT")) {
                say(line, "221 bye");
                return;
            } else {
                say(line, "250 ok");
            }
        }
    }

    private void hello(Socket line) throws IOException {
        StringBuilder hello = new StringBuilder("250-stub.example\r\n");
        for (String ability : abilities) {
            hello.append("250-").append(ability).append("\r\n");
        }
        say(line, hello.append("250 SIZE 1000000").toString());
    }

    private static void say(Socket line, String words) throws IOException {
        OutputStream out = line.getOutputStream();
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        awaitTheDoor();
        for (Socket visitor : open) {
            visitor.close();
        }
    }

    /** A thread that still waits in accept keeps the port open: who comes at that moment is let in after the close. */
    private void awaitTheDoor() {
        try {
            door.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
