package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class RecordFormatTest {

    private static final Instant TIME = Instant.parse("2026-05-01T08:00:00.123Z");
    private static final Caller CALLER =
            new Caller("op-1f", "Erika Mustermann", Set.of(), "operator-token", TIME, "req7");

    @Test
    void format1IsFixedToTheByte() {
        AuditEvent event = new AuditEvent(
                CALLER,
                "proposals",
                "paper.published",
                "Paper",
                "0192",
                "fachdienst-umwelt",
                Outcome.SUCCESS,
                Map.of("version", "2", "reference", "2026/127"),
                List.of(new PersonalField("p-2", "author", "Max Muster")));

        assertThat(canonical(event))
                .isEqualTo(
                        "{\"action\":\"paper.published\",\"actor\":{\"method\":\"operator-token\",\"subject\":\"op-1f\"},"
                                + "\"area\":\"proposals\",\"department\":\"fachdienst-umwelt\","
                                + "\"details\":{\"reference\":\"2026/127\",\"version\":\"2\"},\"id\":\"id-1\","
                                + "\"object\":{\"id\":\"0192\",\"type\":\"Paper\"},\"outcome\":\"success\","
                                + "\"personal\":{\"p-2\":{\"author\":\"sealed(p-2,author,id-1)\"}},"
                                + "\"request\":\"req7\",\"time\":\"2026-05-01T08:00:00.123Z\",\"v\":1}");
    }

    @Test
    void whatIsNotThereIsAbsent() {
        AuditEvent event = AuditEvent.success(CALLER, "proposals", "paper.read", "Paper", "0192");

        assertThat(canonical(event)).doesNotContain("department", "details", "personal", "null");
    }

    @Test
    void severalFieldsOfOnePersonStandTogether() {
        AuditEvent event = withPersonal(
                new PersonalField("p", "name", "Max Muster"),
                new PersonalField("q", "name", "Eva Muster"),
                new PersonalField("p", "address", "Hauptstraße 1"));

        assertThat(canonical(event))
                .contains(
                        "\"personal\":{\"p\":{\"address\":\"sealed(p,address,id-1)\",\"name\":\"sealed(p,name,id-1)\"},"
                                + "\"q\":{\"name\":\"sealed(q,name,id-1)\"}}");
    }

    @Test
    void noPersonsPlaintextIsInIt() {
        String canonical = canonical(withPersonal(new PersonalField("p", "name", "Max Muster")));

        assertThat(canonical).doesNotContain("Muster", "Erika", "Max");
    }

    @Test
    void itIsCanonicalJsonWhateverTheTextsHold() throws Exception {
        AuditEvent event = AuditEvent.success(CALLER, "a\"b", "tab\there", "Pa\u0001per", "ü\uD83D\uDEB2")
                .with("new\nline", "\\ / \u007f");

        String canonical = canonical(event);

        assertThat(canonical).isEqualTo(new JsonCanonicalizer(canonical).getEncodedString());
    }

    private static AuditEvent withPersonal(PersonalField... fields) {
        return new AuditEvent(CALLER, "area", "action", "Type", "id", null, Outcome.DENIED, Map.of(), List.of(fields));
    }

    private static String canonical(AuditEvent event) {
        return RecordFormat.canonical(
                event,
                "id-1",
                TIME,
                event.personal(),
                (field, record) -> "sealed(" + field.subject() + "," + field.name() + "," + record + ")");
    }
}
