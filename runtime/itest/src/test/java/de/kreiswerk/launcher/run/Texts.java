package de.kreiswerk.launcher.run;

/** Texts of proposals in the county's form. */
final class Texts {

    private Texts() {}

    static String proposal(String reference, String sentence) {
        return """
                **Vorlagennummer:** %s
                **Vorlageart:** Beschlussvorlage
                **Öffentlichkeitsstatus:** öffentlich

                ## Neue Bänke am Uferweg

                **Federführung:** Fachdienst Grünflächen
                **Produkte:** 55.1 Grünflächen

                ### Beratungsfolge

                Beratungsfolge\tGeplante Sitzungstermine\tÖffentlichkeitsstatus
                Umweltausschuss (Beratung)\t01.02.2027\tÖ
                Kreisausschuss (Beratung)\t08.02.2027\tN
                Kreistag (Entscheidung)\t15.02.2027\tÖ

                ### Beschlussvorschlag:

                Der Kreistag stimmt den neuen Bänken zu.

                ### Sachverhalt:

                %s
                """.formatted(reference, sentence);
    }
}
