package de.kreiswerk.runtime.bench;

import java.util.Random;

/**
 * Texts of proposals as a county's form has them, each a little different, as long as a real one (3 to 4 KB). The words
 * are invented.
 */
final class Vorlagen {

    private static final String[] SUBJECTS = {
        "Erneuerung des Radwegs am Mühlengraben",
        "Neue Fahrradständer am Schulzentrum",
        "Ausbau der Kindertagespflege im ländlichen Raum",
        "Förderung der Ortsbüchereien",
        "Beschaffung zweier Rettungswagen",
        "Sanierung der Sporthalle an der Berufsschule",
        "Weiterführung der Energieberatung",
        "Pflege der Wanderwege am Heidesee"
    };

    private static final String[] DEPARTMENTS = {
        "Fachdienst Schule und Kultur",
        "Fachdienst Straßenbau",
        "Fachbereich Soziales",
        "Fachdienst Rettungswesen",
        "Fachdienst Klimaschutz"
    };

    private static final String[] COMMITTEES = {
        "Ausschuss für Schule und Kultur",
        "Ausschuss für Bauen und Verkehr",
        "Ausschuss für Soziales und Gesundheit",
        "Ausschuss für Umwelt und Klima"
    };

    private static final String[] SENTENCES = {
        "Die Verwaltung hat den Bestand im vergangenen Jahr aufgenommen und mit den Gemeinden besprochen.",
        "Dabei zeigte sich, dass an mehreren Stellen schneller gehandelt werden muss als bisher angenommen.",
        "Die Kosten sind gegenüber der ersten Schätzung gestiegen, weil Material und Löhne teurer geworden sind.",
        "Ein Teil davon kann durch das Förderprogramm des Landes getragen werden, dessen Frist im Herbst endet.",
        "Ohne einen Beschluss noch in diesem Quartal wäre der Antrag nicht mehr rechtzeitig zu stellen.",
        "Die betroffenen Anlieger wurden in zwei Versammlungen unterrichtet; ihre Hinweise sind eingearbeitet.",
        "Für die Bauzeit ist eine Umleitung vorgesehen, die auch der Schülerverkehr nutzen kann.",
        "Alternativen wurden geprüft und wegen der höheren Unterhaltung nicht weiter verfolgt.",
        "Nach Abschluss der Arbeiten wird dem Ausschuss über Ergebnis und Kosten berichtet.",
        "Der Personalaufwand bleibt unverändert, weil die Aufgabe auf vorhandene Stellen verteilt wird.",
        "Die Erfahrungen der Nachbarkreise sind eingeflossen, soweit sie vergleichbar sind.",
        "Eine Auswertung nach drei Jahren soll zeigen, ob die Ziele erreicht wurden."
    };

    private Vorlagen() {}

    /** The text with that Vorlagennummer; the same number always gives the same text. */
    static String text(int number) {
        Random random = new Random(number);
        StringBuilder facts = new StringBuilder();
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            for (int i = 0; i < 5; i++) {
                facts.append(pick(random, SENTENCES)).append(i < 4 ? " " : "\n\n");
            }
        }
        int day = 1 + random.nextInt(9);
        String committee = pick(random, COMMITTEES);
        return """
                **Vorlagennummer:** %1$s
                **Vorlageart:** Beschlussvorlage
                **Öffentlichkeitsstatus:** öffentlich

                ## %2$s

                **Federführung:** %3$s
                **Produkte:** %4$d

                ### Beratungsfolge

                Beratungsfolge\tGeplante Sitzungstermine\tÖffentlichkeitsstatus
                %5$s (Beratung)\t0%6$d.06.2031\tÖ
                Kreisausschuss (Beratung)\t1%6$d.06.2031\tN
                Kreistag (Entscheidung)\t2%6$d.06.2031\tÖ

                ### Beschlussvorschlag:

                Der Kreistag stimmt dem Vorhaben %2$s zu und stellt die Mittel bereit.

                ### Sachverhalt:

                %7$s
                ### Finanzielle Auswirkungen:

                a) für die Umsetzung der Maßnahmen: %8$d.000 €

                b) an Folgekosten: %9$d.500 €

                c) Haushaltsrechtlich gesichert:

                x im Haushaltsplan veranschlagt

                durch überplanmäßige/außerplanmäßige Ausgabe

                durch Mittelverschiebung im Budget

                Begründung:

                Sonstiges:

                d) mögliche Einnahmen: nein

                **Klimacheck:**

                Was für eine Klimawirkung hat das Vorhaben?

                stark positive Klimawirkung

                x positive Klimawirkung

                keine oder geringe Klimawirkung

                negative Klimawirkung

                stark negative Klimawirkung

                **Anlage/n**

                1 - Lageplan (öffentlich)

                2 - Kostenberechnung (öffentlich)
                """.formatted(
                        reference(number),
                        pick(random, SUBJECTS),
                        pick(random, DEPARTMENTS),
                        100_000 + random.nextInt(900_000),
                        committee,
                        day,
                        facts,
                        10 + random.nextInt(900),
                        1 + random.nextInt(9));
    }

    /** A Vorlagennummer, of the same length for every number below a million. */
    static String reference(int number) {
        return "2031/%06d".formatted(number);
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
