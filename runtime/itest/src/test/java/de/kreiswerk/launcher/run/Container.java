package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * The distribution's bundles in a framework within this process, started by the launcher's own classes: same bundles, same
 * start levels, same properties.
 */
final class Container implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Path data;
    private final Platform platform;
    private final String url;
    private final String token;

    private Container(Path data, Platform platform, String url, String token) {
        this.data = data;
        this.platform = platform;
        this.url = url;
        this.token = token;
    }

    static Container start(Path data) throws Exception {
        Path home = Path.of(System.getProperty("kreiswerk.distribution")).toRealPath();
        // As bin/kreiswerk does; logback looks nowhere else.
        System.setProperty(
                "logback.configurationFile", home.resolve("conf/logback.xml").toString());
        FrameworkConfiguration configuration = FrameworkConfiguration.read(home.resolve("conf/framework.properties"));
        Platform platform = Platform.prepare(
                configuration.properties(given(home, data, configuration)),
                new Terminal(System.out, System.err, System.getenv(), Language.GERMAN));
        platform.install(jars(home), configuration.startLevels());
        platform.start(configuration.startLevels());
        Path urlFile = data.resolve("kreiswerk.url");
        until(
                "the platform is ready",
                () -> Files.exists(urlFile) && !Files.readString(urlFile).isBlank());
        return new Container(
                data,
                platform,
                Files.readString(urlFile).strip(),
                Files.readString(data.resolve("operator.token")).strip());
    }

    private static Map<String, String> given(Path home, Path data, FrameworkConfiguration configuration) {
        Map<String, String> given = new TreeMap<>();
        given.put("kreiswerk.data", data.toString());
        given.put("kreiswerk.home", home.toString());
        given.put("kreiswerk.demo", "false");
        given.put("kreiswerk.version", "test");
        given.put("org.osgi.service.http.port", "0");
        given.put(Constants.FRAMEWORK_STORAGE, data.resolve("cache").toString());
        given.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        given.put(
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                String.valueOf(configuration.startLevels().first()));
        return given;
    }

    private static List<Path> jars(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("bundles"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    String token() {
        return token;
    }

    String url() {
        return url;
    }

    Path data() {
        return data;
    }

    Bundle bundle(String symbolicName) {
        return Arrays.stream(platform.context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** The framework from inside. */
    BundleContext context() {
        return platform.context();
    }

    /** Installs and starts one bundle more. */
    Bundle install(Path jar) throws BundleException {
        Bundle bundle = platform.context().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    Bundle system() {
        return platform.context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> getAsStranger(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).GET());
    }

    /** Asks as whoever the headers say; the answer is not followed anywhere. */
    HttpResponse<String> send(String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        return send(request);
    }

    HttpResponse<String> importText(String text, boolean publish) throws IOException, InterruptedException {
        return send(request("/api/proposals/v1/papers/import?publish=" + publish)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits for a condition; fails, naming it, when it does not come true. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        platform.stop(Duration.ofSeconds(30));
    }
}
