package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The operator's token lies in a file and is a token like any other. */
@Execution(ExecutionMode.CONCURRENT)
class OperatorTokenFileTest {

    private static final String TOKENS = "/api/identity/v1/tokens";
    private static final String PAPERS = "/api/proposals/v1/papers";

    @OnOneDatabase
    void theOperatorsTokenIsAmongThemAndAnotherFileMakesAnother(Starter starter) throws IOException {
        // The page names the folder in which the token was made.
        Platform platform = starter.startWithNothing(Settings.of("--no-demo"));
        String first = platform.token();
        JsonNode shown = operators(platform).get(0);
        assertThat(shown.path("state").asText()).isEqualTo("VALID");
        assertThat(shown.path("lastUsed").asText()).isNotEmpty();
        assertThat(platform.operator().get("/admin/tokens").is(200).text())
                .contains("operator.token", platform.data().toString());

        platform.stop();
        Files.delete(platform.data().resolve("operator.token"));
        platform.start();

        assertThat(platform.token()).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(platform.data().resolve("operator.token"))))
                .isEqualTo("rw-------");
        Problem.of(platform.bearer(first).get(PAPERS), 401);
        assertThat(operators(platform))
                .extracting(token -> token.path("state").asText())
                .containsExactlyInAnyOrder("VALID", "REVOKED");
    }

    private static List<JsonNode> operators(Platform platform) {
        List<JsonNode> found = new ArrayList<>();
        platform.operator().get(TOKENS).is(200).json().path("data").forEach(token -> {
            if (token.path("kind").asText().equals("OPERATOR")) {
                found.add(token);
            }
        });
        return found;
    }
}
