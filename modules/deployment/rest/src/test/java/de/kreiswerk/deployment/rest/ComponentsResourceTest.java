package de.kreiswerk.deployment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class ComponentsResourceTest {

    private static final String BASE = "https://example.de/api/deployment/v1/";

    private final FakeComponents service = new FakeComponents();
    private final Replaceable<Components> components = new Replaceable<>();
    private final Http http = new Http();
    private final ComponentsResource resource = new ComponentsResource(
            components, new Addresses(http), Clock.fixed(Instant.parse("2026-11-29T10:00:00.0007Z"), ZoneOffset.UTC));

    ComponentsResourceTest() {
        components.set(service);
    }

    @Test
    void newBytesMakeAVersionAndTheSameBytesMakeNoSecondOne() {
        service.now = Instant.parse("2026-11-29T10:00:00Z");
        Response first = upload("archive");
        service.versions.set(0, uploadedBefore(service.versions.get(0)));
        Response again = upload("archive");

        String archive = ((ComponentVersion) first.getEntity()).archive();
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getLocation())
                .hasToString(BASE + "components/" + FakeComponents.NAME + "/versions/" + archive);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(service.versions).hasSize(1);
        // How all components are takes asking each of them.
        assertThat(service.looks).isZero();
        assertThat(resource.version(FakeComponents.NAME, archive, http.request())
                        .archive())
                .isEqualTo(archive);
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() {
        http.length = Components.LARGEST + 1;
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> resource.upload(InputStream.nullInputStream(), http.request()));
        assertThat(refused.problem().code()).isEqualTo("archive-too-large");
        assertThat(refused.problem().kind().status()).isEqualTo(413);
    }

    @Test
    void whatDoesNotSayItIsCountedWhileItIsRead() {
        InputStream endless = LimitedArchive.of(
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                },
                1024 * 1024);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> endless.transferTo(java.io.OutputStream.nullOutputStream()));
        assertThat(refused.problem().detail().german()).contains("Erlaubt sind 1 MiB");
    }

    @Test
    void anUploadThatBreaksOffIsNoVersion() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new java.io.EOFException();
            }
        };
        UncheckedIOException failed =
                catchThrowableOfType(UncheckedIOException.class, () -> resource.upload(broken, http.request()));
        assertThat(failed).hasCauseInstanceOf(java.io.EOFException.class);
        assertThat(service.versions).isEmpty();
    }

    @Test
    void aSwitchIsUnderWayAndSaysWhereToLook() {
        Response begun = resource.switchTo(FakeComponents.NAME, "a", "\"7\"", http.request(), http.response());

        assertThat(begun.getStatus()).isEqualTo(202);
        assertThat(begun.getLocation()).hasToString(BASE + "switches/switch-1");
        assertThat(begun.getHeaderString("Retry-After")).isEqualTo("1");
        assertThat(service.expected).isEqualTo(7);
    }

    @Test
    void whoeverComesSecondIsLedToWhatIsUnderWay() {
        resource.switchTo(FakeComponents.NAME, "a", null, http.request(), http.response());

        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> resource.remove(FakeComponents.NAME, null, "*", http.request(), http.response()));

        assertThat(refused.problem().kind().status()).isEqualTo(409);
        assertThat(http.headers).containsEntry("Location", BASE + "switches/switch-1");
    }

    @Test
    void aRemovalKeepsTheDataUnlessItIsAskedOtherwiseInPlainWords() {
        resource.remove(FakeComponents.NAME, null, null, http.request(), http.response());
        service.switching = null;
        resource.remove(FakeComponents.NAME, "keep", null, http.request(), http.response());
        service.switching = null;
        assertThat(service.withData).isFalse();

        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> resource.remove(FakeComponents.NAME, "Delete", null, http.request(), http.response()));
        assertThat(refused.problem().code()).isEqualTo("parameter-malformed");
        assertThat(service.withData).isFalse();

        Response begun = resource.remove(FakeComponents.NAME, "delete", "\"7\"", http.request(), http.response());
        assertThat(begun.getStatus()).isEqualTo(202);
        assertThat(service.withData).isTrue();
        assertThat(service.expected).isEqualTo(7);
        assertThat(resource.belongings(FakeComponents.NAME, http.request()).tables())
                .hasSize(1);
    }

    @Test
    void anUnknownVersionIsNotFound() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> resource.version(FakeComponents.NAME, "a", http.request()));
        assertThat(refused.problem().code()).isEqualTo("version-not-found");
    }

    @Test
    void theETagIsWhatIfMatchTakes() {
        Response answer = resource.get(FakeComponents.NAME, http.request());
        assertThat(answer.getEntityTag().getValue()).isEqualTo("7");
    }

    @Test
    void whileTheServiceIsReplacedNothingIsLost() {
        components.unset(service);
        ProblemException away = catchThrowableOfType(ProblemException.class, () -> resource.all(http.request()));
        assertThat(away.problem().kind().status()).isEqualTo(503);
    }

    private static ComponentVersion uploadedBefore(ComponentVersion version) {
        return new ComponentVersion(
                version.component(),
                version.archive(),
                version.version(),
                version.state(),
                version.signature(),
                version.findings(),
                version.wants(),
                version.bundles(),
                version.bytes(),
                version.uploaded().minusMillis(1),
                version.uploadedBy(),
                version.approvedBy(),
                version.quarantine());
    }

    private Response upload(String bytes) {
        return resource.upload(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), http.request());
    }
}
