package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.Visibility;
import org.junit.jupiter.api.Test;

class PaperWriterDifferencesTest {

    @Test
    void theSameDocumentDiffersInNothing() {
        PaperDocument stored = new Json().document(new Json().write(Documents.full("2026/127", "x")));

        assertThat(PaperWriter.differences(stored, Documents.full("2026/127", "x")))
                .isEmpty();
    }

    @Test
    void whatDiffersIsNamedAsTheApiNamesIt() {
        PaperDocument before = Documents.of("2026/127").build();
        PaperDocument after = Documents.of("2026/127")
                .named("Radweg an der K 18")
                .visible(null)
                .consulted(Documents.row("Kreistag", null, Visibility.PUBLIC))
                .build();

        assertThat(PaperWriter.differences(before, after)).containsExactly("name", "visibility", "consultations");
        assertThat(PaperWriter.differences(after, before)).containsExactly("name", "visibility", "consultations");
    }

    @Test
    void everyMemberThatChangesIsNamed() {
        PaperDocument empty = Documents.of("other")
                .named(null)
                .type(null)
                .visible(null)
                .ledBy(null)
                .build();

        assertThat(PaperWriter.differences(empty, Documents.full("2026/127", "x")))
                .hasSize(PaperDocument.class.getRecordComponents().length);
    }
}
