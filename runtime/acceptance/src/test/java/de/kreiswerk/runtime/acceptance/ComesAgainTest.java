package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The platform as a process: it goes, and finds everything when it comes again. */
@Execution(ExecutionMode.CONCURRENT)
class ComesAgainTest {

    /** What Java leaves when SIGTERM ended it, and what an orderly end of the platform itself would leave. */
    private static final Set<Integer> CLEAN = Set.of(0, 128 + 15);

    @OnOneDatabase
    void stoppedPlatformFindsEverythingAgain(Starter starter) {
        Platform platform = starter.start();
        checkDemoCouncil(platform);
        Vorlage text = Vorlage.numbered("2046/001").attaching("Plan", "öffentlich");
        Reply imported = platform.papers().importAndPublish(text.text()).is(201);
        String id = imported.field("id");
        String page = URI.create(imported.field("url")).getPath();
        platform.papers()
                .attach(id, 1, "plan.txt", "text/plain", "Norden oben".getBytes(StandardCharsets.UTF_8))
                .is(200);
        String token = platform.token();
        Reply paper = platform.papers().get(id);
        String before = platform.url().toString();
        List<JsonNode> papers = platform.papers().all();
        JsonNode organizations = platform.papers().organizations();
        JsonNode meetings = platform.papers().meetings();

        assertThat(platform.stop()).isIn(CLEAN);
        assertThat(platform.isRunning()).isFalse();
        assertThat(platform.data().resolve("kreiswerk.url")).doesNotExist();
        assertThat(String.join("\n", platform.log())).doesNotContain(" ERROR ", "Exception");
        platform.start();

        assertThat(platform.token()).isEqualTo(token);
        assertThat(platform.papers().get(id).text().replace(platform.url().toString(), before))
                .isEqualTo(paper.text());
        assertThat(platform.papers().get(id).header("ETag")).isEqualTo(paper.header("ETag"));
        assertThat(platform.papers().all()).as("the demo council comes once").isEqualTo(papers);
        assertThat(platform.papers().organizations()).isEqualTo(organizations);
        assertThat(platform.papers().meetings()).isEqualTo(meetings);
        assertThat(platform.stranger().get(page).is(200).text()).contains("2046/001");
        assertThat(platform.stranger().get(page + "/anlagen/1").is(200).text()).isEqualTo("Norden oben");
        assertThat(platform.papers().importText(text.text()).is(200).field("outcome"))
                .isEqualTo("UNCHANGED");
        assertThat(platform.stop()).isIn(CLEAN);
    }

    private static void checkDemoCouncil(Platform platform) {
        List<String> committees = new ArrayList<>();
        platform.papers().organizations().forEach(one -> {
            if (one.path("organizationType").asText().equals("Gremium")) {
                committees.add(one.path("name").asText());
            }
        });
        List<JsonNode> papers = platform.papers().all();
        Set<String> states = new TreeSet<>();
        papers.forEach(paper -> states.add(paper.path("state").asText()));

        assertThat(committees).contains("Kreistag", "Kreisausschuss").hasSize(5);
        assertThat(papers).hasSizeBetween(10, 15);
        assertThat(states).containsExactly("DRAFT", "PUBLISHED", "WITHDRAWN");
        assertThat(papers).allMatch(paper -> paper.hasNonNull("name"));
        assertThat(platform.papers().meetings())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(meeting ->
                        committees.contains(meeting.path("organizationName").asText()));
        for (JsonNode paper : papers) {
            int expected = switch (paper.path("state").asText()) {
                case "PUBLISHED" -> 200;
                case "WITHDRAWN" -> 410;
                default -> 404;
            };
            platform.stranger().get("/vorlagen/" + paper.path("slug").asText()).is(expected);
        }
    }
}
