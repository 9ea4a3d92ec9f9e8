package de.kreiswerk.launcher.run;

import static de.kreiswerk.launcher.run.Container.until;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.itest.careless.CarelessApplication;
import de.kreiswerk.itest.careless.CarelessBundle;
import de.kreiswerk.itest.careless.CarelessResource;
import de.kreiswerk.itest.careless.CarelessServlet;
import de.kreiswerk.launcher.run.Registered.Operation;
import de.kreiswerk.launcher.run.Registered.ServletAt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that the running platform has registered, asked by a stranger and by somebody who may do nothing. What is for
 * everyone is written down here: who adds to it does so on purpose.
 */
class EveryEndpointTest {

    private static final Set<String> PUBLIC_SERVLETS = new TreeSet<>(List.of(
            "",
            "/.well-known/security.txt",
            "/abmelden",
            "/anmelden/*",
            "/anmelden/dienst/*",
            "/assets/*",
            "/barrierefreiheit",
            "/datenschutz",
            "/favicon.ico",
            "/health/live",
            "/health/ready",
            "/impressum",
            "/oparl/*",
            "/sitzungen.ics",
            "/sitzungen/*",
            "/transparenz",
            "/transparenz/kreiswerk-verify.jar",
            "/vorlagen.atom",
            "/vorlagen/*"));

    private static final Set<String> PUBLIC_OPERATIONS = Set.of(
            "GET /api/careless/v1/careless/everyone",
            "GET /audit/log/checkpoint",
            "GET /audit/log/keys",
            "GET /audit/log/keys/vouching",
            "GET /audit/log/openapi.json",
            "GET /audit/log/proof/consistency",
            "GET /audit/log/proof/consistency.txt",
            "GET /audit/log/proof/inclusion",
            "GET /audit/log/proof/inclusion.tlog-proof",
            "GET /audit/log/tile/{level}/{tile: .+}");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

    @TempDir
    static Path data;

    private static Container container;
    private static Registered registered;

    @BeforeAll
    static void start() throws Exception {
        container = Container.start(data);
        container.install(carelessBundle(data.resolve("careless.jar")));
        registered = new Registered(container.context());
        until(
                "the careless bundle is served",
                () -> registered.applications().containsAll(List.of("/api/careless/v1", "/api/unchecked/v1"))
                        && registered.servlets().contains(new ServletAt("/careless", false))
                        && ask("GET", "/api/careless/v1/careless/everyone", null) == 200
                        && ask("GET", "/careless", CarelessBundle.MAY_NOTHING) == 403);
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void onlyTheServletsWrittenDownHereAreForEveryone() throws Exception {
        Set<String> open = registered.servlets().stream()
                .filter(ServletAt::isPublic)
                .map(ServletAt::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).isEqualTo(PUBLIC_SERVLETS);
    }

    @Test
    void everyOtherServletAnswers401ToAStrangerAnd403ToWhoMayNothing() throws Exception {
        SoftAssertions all = new SoftAssertions();
        Set<String> walked = new TreeSet<>();
        for (ServletAt servlet : registered.servlets()) {
            if (PUBLIC_SERVLETS.contains(servlet.pattern())) {
                continue;
            }
            walked.add(servlet.pattern());
            for (String address : servlet.addresses()) {
                for (String method : METHODS) {
                    isClosed(all, method, address, Map.of("Accept", "application/json"));
                }
            }
        }
        all.assertAll();
        assertThat(walked).contains("/admin", "/konto/*", "/api/platform/v1/texts/*", "/careless", "/careless/below/*");
    }

    @Test
    void everyOperationThatIsNotPublicAnswers401ToAStrangerAnd403ToWhoMayNothing() throws Exception {
        SoftAssertions all = new SoftAssertions();
        Set<String> walked = new TreeSet<>();
        for (Operation operation : registered.operations()) {
            walked.add(operation.toString());
            if (!PUBLIC_OPERATIONS.contains(operation.toString())) {
                isClosed(all, operation.method(), operation.address(), headers(operation));
            }
        }
        all.assertAll();
        assertThat(walked)
                .containsAll(PUBLIC_OPERATIONS)
                .contains(
                        "POST /api/proposals/v1/papers/import",
                        "GET /api/proposals/v1/papers/{id}",
                        "DELETE /api/identity/v1/accounts/{id}/grants/{grant}",
                        "GET /api/careless/v1/careless",
                        "DELETE /api/careless/v1/careless/{id}",
                        "GET /api/unchecked/v1/careless/everyone");
    }

    @Test
    void whatStatesNothingIsClosedEvenToWhoMayEverything() throws Exception {
        List<String> open = new ArrayList<>();
        for (String address : List.of(
                "/careless",
                "/careless/below/1",
                "/api/careless/v1/careless",
                "/api/unchecked/v1/careless",
                "/api/unchecked/v1/careless/everyone")) {
            if (ask("GET", address, CarelessBundle.MAY_EVERYTHING) != 403) {
                open.add(address);
            }
        }
        assertThat(open).isEmpty();
        assertThat(ask("POST", "/api/careless/v1/careless", CarelessBundle.MAY_EVERYTHING))
                .as("what states a permission is for who has it")
                .isEqualTo(200);
    }

    @Test
    void aResourceWithoutAnApplicationIsReachedByNobody() throws Exception {
        List<Operation> strays = registered.strays();
        assertThat(strays.stream().map(Operation::toString)).contains("GET /careless/everyone");
        for (Operation stray : strays) {
            // Where a servlet has the address, it answers, and not the resource.
            assertThat(ask(stray.method(), stray.address(), CarelessBundle.MAY_EVERYTHING))
                    .as(stray.toString())
                    .isIn(403, 404);
        }
    }

    private static void isClosed(SoftAssertions all, String method, String address, Map<String, String> headers)
            throws Exception {
        all.assertThat(container.send(method, address, headers).statusCode())
                .as("a stranger: %s %s", method, address)
                .isEqualTo(401);
        all.assertThat(container
                        .send(method, address, with(headers, CarelessBundle.MAY_NOTHING))
                        .statusCode())
                .as("somebody who may do nothing: %s %s", method, address)
                .isEqualTo(403);
    }

    private static int ask(String method, String address, String token) throws Exception {
        return container.send(method, address, with(Map.of(), token)).statusCode();
    }

    private static Map<String, String> headers(Operation operation) {
        Map<String, String> headers = new TreeMap<>();
        if (!operation.consumes().isEmpty()) {
            headers.put("Content-Type", operation.consumes());
        }
        if (!operation.produces().isEmpty()) {
            headers.put("Accept", operation.produces());
        }
        return headers;
    }

    private static Map<String, String> with(Map<String, String> headers, String token) {
        Map<String, String> all = new TreeMap<>(Map.of("Accept", "application/json"));
        all.putAll(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        return all;
    }

    private static Path carelessBundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Map.of(
                        "Manifest-Version", "1.0",
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "de.kreiswerk.itest.careless",
                        "Bundle-Activator", CarelessBundle.class.getName(),
                        "Import-Package",
                                "org.osgi.framework,de.kreiswerk.core.api.identity,de.kreiswerk.core.api.web,"
                                        + "jakarta.servlet,jakarta.servlet.http,javax.ws.rs,javax.ws.rs.core")
                .forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(
                    CarelessBundle.class,
                    Class.forName(CarelessBundle.class.getName() + "$TwoTokens", false, loader()),
                    CarelessServlet.class,
                    CarelessApplication.class,
                    CarelessResource.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in = loader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return jar;
    }

    private static ClassLoader loader() {
        return CarelessBundle.class.getClassLoader();
    }
}
