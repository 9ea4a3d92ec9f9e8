package de.kreiswerk.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.testing.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierServletTest {

    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path home;

    @Test
    void theProgramIsTheFileOfTheDistributionWithItsChecksum() throws Exception {
        Files.createDirectories(home.resolve("verify"));
        Files.writeString(home.resolve("verify/kreiswerk-verify.jar"), "abc");
        VerifierProgram program = new VerifierProgram(home);
        Http http = Http.get(VerifierProgram.ADDRESS);

        new VerifierServlet(program).service(http.request(), http.response());

        assertThat(program.hash()).isEqualTo(HASH);
        assertThat(http.status()).isEqualTo(200);
        assertThat(http.header("Content-Disposition")).isEqualTo("attachment; filename=\"kreiswerk-verify.jar\"");
        assertThat(http.header("ETag")).contains(HASH);
        assertThat(http.html()).isEqualTo("abc");
    }

    @Test
    void whereThereIsNoneThereIsNothingToBeHad() throws Exception {
        VerifierProgram program = new VerifierProgram(home);
        Http http = Http.get(VerifierProgram.ADDRESS);

        new VerifierServlet(program).service(http.request(), http.response());

        assertThat(program.hash()).isNull();
        assertThat(http.status()).isEqualTo(404);
    }

    @Test
    void itIsOnlyRead() throws Exception {
        Http http = Http.post(VerifierProgram.ADDRESS);

        new VerifierServlet(new VerifierProgram(home)).service(http.request(), http.response());

        assertThat(http.status()).isEqualTo(405);
    }
}
