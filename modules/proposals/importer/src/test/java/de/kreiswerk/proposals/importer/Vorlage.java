package de.kreiswerk.proposals.importer;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import java.util.List;

/** Texts of an invented council, and short ways to read them. */
final class Vorlage {

    /** A text with nothing to complain about. */
    static final String COMPLETE = """
            **Vorlagennummer:** 2031/014
            **Vorlageart:** Beschlussvorlage
            **Öffentlichkeitsstatus:** öffentlich

            ## Lastenräder für die Außenstellen

            **Federführung:** Fachdienst Fuhrpark
            **Produkte:** 111-900 Fahrzeuge

            ### Beratungsfolge

            Beratungsfolge\tGeplante Sitzungstermine\tÖffentlichkeitsstatus
            Ausschuss für Mobilität (Beratung)\t04.03.2031\tÖ
            Kreisausschuss (Beratung)\t11.03.2031\tN
            Kreistag (Entscheidung)\t20.03.2031\tÖ

            ### Beschlussvorschlag:

            Es werden vier Lastenräder angeschafft.

            ### Sachverhalt:

            Die Außenstellen liegen dicht beieinander.

            Kurze Wege lassen sich mit dem Rad fahren (Anlage 1).

            ### Finanzielle Auswirkungen:

            a) für die Umsetzung der Maßnahmen: 12.500,00 €
            b) an Folgekosten: 400 €
            c) Haushaltsrechtlich gesichert:
            x im Haushaltsplan veranschlagt
            durch überplanmäßige/außerplanmäßige Ausgabe
            durch Mittelverschiebung im Budget
            Begründung:
            Sonstiges:
            d) mögliche Einnahmen: nein

            **Klimacheck:**
            x stark positive Klimawirkung
            positive Klimawirkung
            Ergebnis des KlimaChecks:
            Verkehr\t+2

            **Anlage/n**

            1 - Streckenplan (öffentlich)
            """;

    private Vorlage() {}

    /** A text with a number and some further lines. */
    static String with(String lines) {
        return "Vorlagennummer: 2031/014\n" + lines;
    }

    static ImportedText read(String text) {
        return new PaperImporterImpl().read(text);
    }

    /** The document of a text with a number and some further lines. */
    static PaperDocument paper(String lines) {
        return read(with(lines)).document();
    }

    /** The findings of a code. */
    static List<Finding> findings(String code, String text) {
        return read(text).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }
}
