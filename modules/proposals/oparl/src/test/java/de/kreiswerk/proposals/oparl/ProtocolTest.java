package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.MadeOf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, headers, files. */
class ProtocolTest {

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private final Council council = new Council(publication);

    @BeforeEach
    void publish() {
        council.publish();
    }

    @Test
    void anAnswerIsJsonInUtf8WithoutByteOrderMarkAndScriptsMayReadIt() {
        Oparl.Answer answer = oparl.get("/oparl/v1" + Council.PAPER);

        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/json;charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Content-Length", Integer.toString(answer.body().length));
        assertThat(answer.body()[0]).isEqualTo((byte) '{');
        assertThat(answer.body()).isEqualTo(answer.text().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text()).contains("Bänke");
    }

    @Test
    void nothingIsEscapedAsInHtml() {
        council.paper("Bänke & <Tische> „rund“ 'eckig'");

        assertThat(oparl.get("/oparl/v1" + Council.PAPER).text()).contains("Bänke & <Tische> „rund“ 'eckig'");
    }

    @Test
    void browsersMayAskBeforehand() {
        Oparl.Answer answer = oparl.ask("OPTIONS", "/oparl/v1/body");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void nothingCanBeWritten(String method) {
        Oparl.Answer answer = oparl.ask(method, "/oparl/v1" + Council.PAPER);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Council.PAPER, Council.BODY + "/paper", Council.BODY + "/paper?limit=3"})
    void theHeadOfAnAnswerSaysWhatTheWholeWouldSay(String address) {
        assertThat(oparl.ask("HEAD", "/oparl/v1" + address).headers())
                .isEqualTo(oparl.get("/oparl/v1" + address).headers())
                .containsKey("ETag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Council.PAPER, Council.BODY + "/paper?limit=2"})
    void whoHasAnAnswerIsToldSo(String address) {
        council.papers(11, 15);
        String tag = oparl.get("/oparl/v1" + address).headers().get("ETag");
        for (String method : List.of("GET", "HEAD")) {
            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                Oparl.Answer again = oparl.ask(method, "/oparl/v1" + address, Map.of("If-None-Match", known));
                assertThat(again.status()).as(known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers()).containsEntry("ETag", tag).doesNotContainKey("Content-Length");
            }
        }

        council.paper("Anders");
        council.body("03355", "https://example.org/licence");
        Oparl.Answer changed = oparl.ask("GET", "/oparl/v1" + address, Map.of("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().get("ETag")).isNotEqualTo(tag);
    }

    @Test
    void anErrorHasNoTag() {
        assertThat(oparl.get("/oparl/v1" + Council.BODY + "/paper?limit=0").headers())
                .doesNotContainKey("ETag");
    }

    @Test
    void anAnswerSaysWhatItWasMadeOf() {
        assertThat(oparl.get("/oparl/v1").attributes()).containsEntry(MadeOf.ATTRIBUTE, MadeOf.list("body"));
        assertThat(oparl.get("/oparl/v1" + Council.PAPER).attributes())
                .containsEntry(MadeOf.ATTRIBUTE, MadeOf.object(Council.PAPER));
        assertThat(oparl.get("/oparl/v1" + Council.BODY + "/paper").attributes())
                .containsEntry(MadeOf.ATTRIBUTE, new MadeOf(Set.of(Council.BODY), Set.of("paper"), null));
        assertThat(oparl.get("/oparl/v1" + Council.COMMITTEE + "/meeting").attributes())
                .containsEntry(
                        MadeOf.ATTRIBUTE,
                        new MadeOf(
                                Set.of(Council.COMMITTEE), Set.of(Council.COMMITTEE.substring(1) + "/meeting"), null));
        assertThat(oparl.get("/oparl/v1" + Council.FILE + "/access").attributes())
                .isEmpty();
    }

    @Test
    void aFileIsShownOrSaved() {
        Oparl.Answer shown = oparl.get(oparl.json(Council.FILE).get("accessUrl").textValue());
        assertThat(oparl.sent.sha256()).isEqualTo("ab".repeat(32));
        assertThat(oparl.sent.fileName()).isEqualTo("Lageplan & <Skizze>.pdf");
        assertThat(oparl.sent.mediaType()).isEqualTo("application/pdf");
        assertThat(oparl.download).isFalse();
        assertThat(shown.headers()).containsEntry("Content-Disposition", "inline; filename=\"a.html\"");

        Oparl.Answer saved =
                oparl.get(oparl.json(Council.FILE).get("downloadUrl").textValue());
        assertThat(oparl.download).isTrue();
        assertThat(saved.headers()).containsEntry("Content-Disposition", "attachment; filename=\"a.html\"");
    }

    @Test
    void aFileOfWhichTheBytesAreMissingIsNotFound() {
        oparl.bytesAreThere = false;

        assertThat(oparl.get("/oparl/v1" + Council.FILE + "/access").status()).isEqualTo(404);
    }

    @Test
    void aPartBehindTheEndOfAFileIsRefusedInWordsAndWithItsLength() {
        oparl.noSuchPart = new ProblemException(
                Problem.Kind.NO_SUCH_PART,
                "no-such-part",
                Text.same("too far"),
                new Text("Sie hat 10 Bytes.", "It has 10 bytes."));

        Oparl.Answer german = oparl.get("/oparl/v1" + Council.FILE + "/access");
        oparl.language = Locale.ENGLISH;
        Oparl.Answer english = oparl.get("/oparl/v1" + Council.FILE + "/download");

        assertThat(german.status()).isEqualTo(416);
        assertThat(german.message()).isEqualTo("Sie hat 10 Bytes.");
        assertThat(english.message()).isEqualTo("It has 10 bytes.");
        assertThat(english.headers())
                .containsEntry("Content-Range", "bytes */10")
                .containsEntry("Content-Language", "en")
                .containsEntry("Content-Length", Integer.toString(english.body().length));
        assertThat(english.headers().get("Access-Control-Expose-Headers")).contains("Content-Range");
    }

    @Test
    void aDeletedFileIsGoneAndItsObjectSaysSo() {
        publication.withdraw(Council.FILE);

        assertThat(oparl.get("/oparl/v1" + Council.FILE + "/access").status()).isEqualTo(410);
        assertThat(oparl.get("/oparl/v1" + Council.FILE + "/download").status()).isEqualTo(410);
        assertThat(oparl.json(Council.FILE).get("deleted").booleanValue()).isTrue();
    }
}
