package de.kreiswerk.core.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void saysTheSameInBothLanguages() {
        Result result = Findings.warning("Es gibt noch keine Sicherung", "There is no backup yet");

        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(Findings.words(result))
                .isEqualTo(new Text("Es gibt noch keine Sicherung", "There is no backup yet"));
    }

    @Test
    void isEnglishForWhoKnowsResultsOnly() {
        assertThat(Findings.critical("Weg", "Gone"))
                .filteredOn(entry -> !entry.isDebug())
                .extracting(ResultLog.Entry::getMessage)
                .containsExactly("Gone");
    }

    @Test
    void wordsOfOtherChecksAreTheirOwn() {
        Result mixed = new Result(new ResultLog()
                .add(new ResultLog.Entry("a detail", true))
                .add(new ResultLog.Entry(Result.Status.OK, "as it is"))
                .add(new ResultLog.Entry("another detail", true))
                .add(new ResultLog.Entry(Result.Status.OK, "well"))
                .add(new ResultLog.Entry(Findings.GERMAN + "gut", true)));

        assertThat(Findings.words(mixed)).isEqualTo(new Text("as it is; gut", "as it is; well"));
    }

    @Test
    void timesAreTheCountys() {
        assertThat(Findings.moment(Instant.parse("2026-07-01T22:30:00Z")))
                .isEqualTo(new Text("2. Juli 2026, 00:30 Uhr", "2 July 2026, 00:30"));
    }
}
