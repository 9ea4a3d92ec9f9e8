package de.kreiswerk.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as told, and remembers what it was asked. */
final class StubPlatform implements AutoCloseable {

    static final String TOKEN = "kw_Test-token.1";

    private final HttpServer server;
    private final FileChannel lock;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    StubPlatform(Path data) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        lock = FileChannel.open(data.resolve("kreiswerk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        Files.writeString(data.resolve("kreiswerk.url"), url() + "/\n");
        Files.writeString(data.resolve("operator.token"), TOKEN + "\n");
    }

    record Reply(int status, String etag, String body) {}

    record Request(String line, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answer(String requestLine, int status, String body) {
        answer(requestLine, status, null, body);
    }

    void answer(String requestLine, int status, String etag, String body) {
        replies.put(requestLine, new Reply(status, etag, body));
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Reply reply = replies.getOrDefault(line, new Reply(404, null, "<h1>Not found</h1>"));
        if (reply.status() != 413) {
            requests.add(new Request(
                    line,
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
        }
        if (reply.etag() != null) {
            exchange.getResponseHeaders().set("ETag", reply.etag());
        }
        if (reply.status() == 204) {
            exchange.sendResponseHeaders(reply.status(), -1);
            exchange.close();
            return;
        }
        if (line.startsWith("GET /api/platform/v1/texts/")) {
            exchange.getResponseHeaders().set("Content-Type", "text/markdown; charset=utf-8");
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As after {@code kill -9}: the address stays, the lock does not, and somebody else listens on the port. */
    void die() throws IOException {
        lock.close();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        lock.close();
    }
}
