package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layouts of an attachment list. */
class AttachmentsTest {

    @Test
    void numberDashName() {
        assertThat(attachments("""
                        **Anlage/n**

                        1 - 1\\_Lageplan\\_neu (öffentlich)
                        2 – Vertrag (Entwurf) (nichtöffentlich) (1,5 MB)
                        """))
                .containsExactly(
                        new NamedAttachment(1, "1_Lageplan_neu", Visibility.PUBLIC, null),
                        new NamedAttachment(2, "Vertrag (Entwurf)", Visibility.NON_PUBLIC, "1,5 MB"));
    }

    @Test
    void allrisListBesideAListOfNamesAndACount() {
        assertThat(attachments("""
                        Anlagen:
                        Lageplan

                        Anlage/n: 2 Anlagen (Lageplan)

                        Anlagen:
                          Nr. Name
                        Anlage 1 1 Lageplan (84 KB)
                        Anlage 2 1a Schnitt (9 KB)
                        """))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", null, "84 KB"),
                        new NamedAttachment(2, "1a Schnitt", null, "9 KB"));
    }

    @Test
    void numberedInOtherWays() {
        assertThat(attachments("Anlagen:\nAnlage 1: Lageplan\nAnlage 2 - Schnitt\nAnlage 3 Ansicht\n"))
                .extracting(NamedAttachment::name)
                .containsExactly("Lageplan", "Schnitt", "Ansicht");
        assertThat(attachments("Anlagen:\n1. Lageplan\n2) Schnitt\n"))
                .extracting(NamedAttachment::number)
                .containsExactly(1, 2);
    }

    @Test
    void pipeTable() {
        assertThat(attachments("Anlagen\n\n| Nr. | Name | Größe |\n|---|---|---|\n| 1 | Lageplan | 84 KB |\n"))
                .containsExactly(new NamedAttachment(1, "Lageplan", null, "84 KB"));
    }

    @Test
    void namesWithoutNumbersAreCounted() {
        assertThat(attachments("Anlagen:\nLageplan\nSchnitt\n"))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", null, null), new NamedAttachment(2, "Schnitt", null, null));
        assertThat(attachments("Anlagen:\n\n- Lageplan\n\n- Schnitt\n")).hasSize(2);
        assertThat(attachments("Anlage: Lageplan\n")).hasSize(1);
        assertThat(attachments("Anlage/n: 1 Anlage (Lageplan)\n"))
                .containsExactly(new NamedAttachment(1, "Lageplan", null, null));
    }

    @Test
    void noneMeansNone() {
        assertThat(attachments("Anlagen: keine\n")).isEmpty();
        assertThat(attachments("Anlage/n:\n\n-1-\n")).isEmpty();
    }

    @Test
    void otherTextInTheListIsKept() {
        PaperDocument paper = paper("""
                Anlagen:
                1 - Lageplan

                Der Rest liegt unter https://wolke.example/s/1

                gez. Beispiel
                """);
        assertThat(paper.attachments()).hasSize(1);
        assertThat(paper.otherSections())
                .containsExactly(
                        new Section("Anlagen", 5, "Der Rest liegt unter https://wolke.example/s/1\n\ngez. Beispiel"));
    }

    @Test
    void aNumberThatIsTakenGetsTheNextFreeOne() {
        assertThat(attachments("Anlagen:\n1 - Lageplan\n1 - Schnitt\n3 - Ansicht\nAnlage 3a: Modell\n"))
                .extracting(NamedAttachment::number, NamedAttachment::name)
                .containsExactly(
                        tuple(1, "Lageplan"), tuple(2, "Schnitt"), tuple(3, "Ansicht"), tuple(4, "Anlage 3a: Modell"));
    }

    private static List<NamedAttachment> attachments(String text) {
        PaperDocument paper = paper(text);
        assertThat(paper.otherSections()).isEmpty();
        return paper.attachments();
    }
}
