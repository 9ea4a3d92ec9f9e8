package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.util.List;
import java.util.UUID;

/** Idempotency-Key: whoever does not know whether a request arrived may send it again. */
class IdempotencyTest {

    private static final String HEADER = "Idempotency-Key";

    @OnEachDatabase
    void sameKeyGetsTheSameAnswerEvenAfterTheTextHasChanged(Platform platform) {
        String key = UUID.randomUUID().toString();
        Vorlage text = Vorlage.numbered(platform.freshReference());
        String first = text.text();
        Reply created = platform.papers().importText(first, HEADER, key).is(201);
        platform.papers().importText(text.titled("Inzwischen geändert").text()).is(200);
        Reply repeated = platform.papers().importText(first, HEADER, key).is(201);

        assertThat(repeated.json()).isEqualTo(created.json());
        assertThat(repeated.header("Location")).isEqualTo(created.header("Location"));
        assertThat(repeated.header("ETag")).isEqualTo(created.header("ETag"));
        Reply paper = platform.papers().get(created.field("id"));
        assertThat(paper.json().path("version").asInt()).isEqualTo(2);
        assertThat(paper.json().path("document").path("name").asText()).isEqualTo("Inzwischen geändert");
    }

    @OnEachDatabase
    void keyUsedForAnotherTextIsRefused(Platform platform) {
        String key = UUID.randomUUID().toString();
        platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text(), HEADER, key)
                .is(201);
        String other = platform.freshReference();
        Reply reply = platform.papers().importText(Vorlage.numbered(other).text(), HEADER, key);

        Problem.of(reply, 422).coded("idempotency-key-reused");
        assertThat(platform.papers().find(other)).isNull();
    }

    @OnEachDatabase
    void keyOfRefusedTextMayBeUsedForTheCorrectedOne(Platform platform) {
        String key = UUID.randomUUID().toString();
        Problem.of(platform.papers().importText("Kein Kopf, keine Nummer.", HEADER, key), 422);
        platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text(), HEADER, key)
                .is(201);
    }

    @OnEachDatabase
    void sameKeyAtOnceMakesOnePaper(Platform platform) {
        for (int round = 0; round < 5; round++) {
            String key = UUID.randomUUID().toString();
            String text = Vorlage.numbered(platform.freshReference()).text();
            List<Reply> replies = AtOnce.run(2, i -> platform.papers().importText(text, HEADER, key));

            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertThat(replies.get(0).json()).isEqualTo(replies.get(1).json());
            assertThat(platform.papers().get(replies.get(0).field("id")).json().path("versions"))
                    .hasSize(1);
        }
    }

    @OnEachDatabase
    void keyThatIsTooLongIsRefused(Platform platform) {
        Reply reply = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text(), HEADER, "k".repeat(256));

        Problem.of(reply, 400).coded("idempotency-key-too-long");
    }
}
