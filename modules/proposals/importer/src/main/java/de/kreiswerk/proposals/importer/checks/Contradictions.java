package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** Answers that cannot all be meant. */
public final class Contradictions implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().contradictions().forEach(found -> {
            switch (found.value()) {
                case VISIBILITY ->
                    findings.error(
                            "visibility-contradictory",
                            found.line(),
                            "Der Text sagt an einer Stelle öffentlich und an einer anderen nichtöffentlich, hier die zweite."
                                    + " Die Vorlage gilt als nichtöffentlich. Bitte die falsche Angabe löschen.",
                            "The text says öffentlich in one place and nichtöffentlich in another, of which this is the"
                                    + " second. The proposal counts as non-public. Please delete what is wrong.");
                case CLIMATE_RATING ->
                    findings.error(
                            "climate-rating-ambiguous",
                            found.line(),
                            "Beim Klimacheck ist mehr als eine Klimawirkung angekreuzt oder nicht zu erkennen, welche. Bitte genau"
                                    + " eine ankreuzen, mit dem Kreuz davor.",
                            "More than one rating of the climate check is ticked, or it is not clear which. Please tick"
                                    + " exactly one, with the tick before it.");
                case REVENUE ->
                    findings.error(
                            "revenue-ambiguous",
                            found.line(),
                            "Bei d) ist mehr als eine Antwort zu den Einnahmen angekreuzt oder nicht zu erkennen, welche. Bitte genau"
                                    + " eine ankreuzen, mit dem Kreuz davor.",
                            "More than one answer about revenue is ticked at d), or it is not clear which. Please tick"
                                    + " exactly one, with the tick before it.");
                case VAT ->
                    findings.error(
                            "vat-ambiguous",
                            found.line(),
                            "Zur umsatzsteuerlichen Relevanz ist mehr als eine Antwort angekreuzt oder nicht zu erkennen, welche."
                                    + " Bitte genau eine ankreuzen, mit dem Kreuz davor.",
                            "More than one answer about value added tax is ticked, or it is not clear which. Please tick"
                                    + " exactly one, with the tick before it.");
                case VAT_WITHOUT_REVENUE ->
                    findings.warning(
                            "vat-without-revenue",
                            found.line(),
                            "Die umsatzsteuerliche Relevanz ist angekreuzt, obwohl bei d) keine Einnahmen angegeben sind. Bitte"
                                    + " d) mit ja beantworten oder das Kreuz entfernen.",
                            "Value added tax is ticked although d) does not state any revenue. Please answer d) with “ja” or"
                                    + " remove the tick.");
            }
        });
    }
}
