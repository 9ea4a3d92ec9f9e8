package de.kreiswerk.deployment.archive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final String CODE = "import.optional";

    private final Findings findings = new Findings();

    private void add(String code, Severity severity, String bundle, int count) {
        for (int i = 0; i < count; i++) {
            String sentence = bundle + " imports org.p" + i + ".";
            findings.add(code, severity, bundle, sentence, sentence);
        }
    }

    private static List<Finding> of(String code, List<Finding> found) {
        return found.stream().filter(finding -> finding.code().equals(code)).toList();
    }

    @Test
    void whatALaterBundleNeedsAnApprovalForIsNotHiddenBehindAnEarlierOne() {
        add(CODE, Severity.NEEDS_APPROVAL, "de.a", 60);
        add(CODE, Severity.NEEDS_APPROVAL, "de.b", 3);

        List<Finding> found = findings.worstFirst();

        assertThat(found).hasSize(51).extracting(Finding::bundle).contains("de.b");
        assertThat(found.get(50).sentence().german()).endsWith(" Dazu kommen 12 weitere Funde dieser Art.");
        assertThat(found.get(50).sentence().english()).endsWith(" There are 12 more findings of this kind.");
    }

    @Test
    void theSameHoldsWhenManyKindsShareTheRoom() {
        add("a", Severity.REFUSED, "de.a", 50);
        add("b", Severity.NOTE, "de.a", 50);
        for (String bundle : List.of("de.a", "de.b", "de.c")) {
            add(CODE, Severity.NEEDS_APPROVAL, bundle, 40);
        }

        List<Finding> found = findings.worstFirst();

        assertThat(of(CODE, found)).extracting(Finding::bundle).contains("de.a", "de.b", "de.c");
        assertThat(found).hasSizeLessThan(105).extracting(Finding::code).contains("a", "b");
        assertThat(of("a", found).get(32).sentence().english()).endsWith(" There are 17 more findings of this kind.");
    }

    @Test
    void whatIsFoundTwiceIsNoMore() {
        add(CODE, Severity.NEEDS_APPROVAL, "de.a", 50);
        add(CODE, Severity.NEEDS_APPROVAL, "de.a", 50);

        assertThat(findings.worstFirst())
                .hasSize(50)
                .allMatch(finding -> finding.sentence().english().matches("de.a imports org.p\\d+\\."));
    }

    @Test
    void oneMoreIsOneMore() {
        add(CODE, Severity.NEEDS_APPROVAL, "de.a", 51);

        assertThat(findings.worstFirst().get(49).sentence().german())
                .endsWith(" Dazu kommt ein weiterer Fund dieser Art.");
    }

    @Test
    void moreThanAnybodyCanLookAtIsNotApproved() {
        for (int i = 0; i < 100; i++) {
            add(CODE, Severity.NEEDS_APPROVAL, "de.b" + i, 1);
        }
        assertThat(findings.worstFirst())
                .as("each is there to be seen")
                .hasSize(100)
                .extracting(Finding::severity)
                .containsOnly(Severity.NEEDS_APPROVAL);

        for (int i = 100; i < 1_000; i++) {
            add(CODE, Severity.NEEDS_APPROVAL, "de.b" + i, 1);
        }
        assertThat(findings.worstFirst()).hasSizeLessThan(102).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("approval.too-much");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSED);
        });
    }

    @Test
    void placesOfAllTogetherCanBeWrittenDownAndEachFindingKeepsOne() {
        List<String> places = Stream.generate(() -> "a".repeat(240)).limit(20).toList();
        for (int i = 0; i < 100; i++) {
            findings.add(
                    new Finding("entity.far-reaching", Severity.NEEDS_APPROVAL, Text.same("far"), "de.b" + i, places));
        }
        List<Finding> many = findings.worstFirst();
        assertThat(many).hasSize(100).noneMatch(finding -> finding.places().isEmpty());
        assertThat(many.stream()
                        .flatMap(finding -> finding.places().stream())
                        .mapToInt(String::length)
                        .sum())
                .isLessThan(61_000);
        assertThat(many.get(0).places()).endsWith("…");

        Findings few = new Findings();
        few.add(new Finding("entity.far-reaching", Severity.NEEDS_APPROVAL, Text.same("far"), "de.b", places));
        assertThat(few.worstFirst().get(0).places()).hasSize(20);
    }

    @Test
    void whatWasApprovedCanBeWrittenDown() {
        for (int i = 0; i < 70; i++) {
            add(CODE, Severity.NEEDS_APPROVAL, "de." + "b".repeat(140) + i, 1);
        }

        assertThat(findings.worstFirst()).extracting(Finding::code).contains("approval.too-much");
    }
}
