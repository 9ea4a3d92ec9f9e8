package de.kreiswerk.proposals.web.view;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/** Words that papers and meetings share. */
public final class CommonTexts {

    public static final Text HOME = new Text("Startseite", "Home");
    public static final Text YOU_ARE_HERE = new Text("Sie sind hier", "You are here");
    public static final Text PAPERS = new Text("Vorlagen", "Council papers");
    public static final Text MEETINGS = new Text("Sitzungen", "Meetings");
    public static final Text MEETING = new Text("Sitzung", "Meeting");
    public static final Text NO_ANSWER = new Text("keine Angabe", "not stated");
    public static final Text ORGANIZATION = new Text("Gremium", "Committee");
    public static final Text RESULT = new Text("Ergebnis", "Result");
    public static final Text PUBLIC = new Text("öffentlich", "public");
    public static final Text NON_PUBLIC = new Text("nichtöffentlich", "not public");
    public static final Text CANCELLED = new Text("abgesagt", "cancelled");

    public static final Text FILTER_ANY = new Text("alle", "all");
    public static final Text FILTERS_ACTIVE = new Text("Aktive Filter", "Active filters");
    public static final Text FILTER_REMOVE = new Text("Filter entfernen:", "Remove filter:");
    public static final Text FILTERS_REMOVE = new Text("Alle Filter entfernen", "Remove all filters");
    public static final Text FILTER_ERRORS =
            new Text("Bitte prüfen Sie Ihre Angaben", "Please check what you have entered");

    public static final Text OPEN_DATA = new Text("Offene Daten", "Open data");
    public static final Text OPEN_DATA_ALL = new Text(
            "Offene Daten: alle Vorlagen und Sitzungen für Programme (OParl)",
            "Open data: all council papers and meetings for programs (OParl)");
    public static final Text OPEN_DATA_LINK = new Text("Als OParl-Objekt (JSON)", "As an OParl object (JSON)");
    public static final Text LICENCE = new Text("Lizenz:", "Licence:");
    public static final Text NO_LICENCE =
            new Text("Zur Weiterverwendung ist keine Lizenz angegeben.", "No licence for reuse is stated.");

    /** Well-known licences of open data by their address. */
    public static final Map<String, Text> LICENCES = Map.of(
            "https://www.govdata.de/dl-de/by-2-0",
            new Text(
                    "Datenlizenz Deutschland – Namensnennung – Version 2.0",
                    "Data licence Germany – attribution – version 2.0"),
            "https://www.govdata.de/dl-de/zero-2-0",
            new Text("Datenlizenz Deutschland – Zero – Version 2.0", "Data licence Germany – Zero – version 2.0"),
            "https://creativecommons.org/licenses/by/4.0/",
            new Text("Creative Commons Namensnennung 4.0 (CC BY 4.0)", "Creative Commons Attribution 4.0 (CC BY 4.0)"),
            "https://creativecommons.org/publicdomain/zero/1.0/",
            new Text("Creative Commons Zero 1.0 (CC0)", "Creative Commons Zero 1.0 (CC0)"));

    private CommonTexts() {}
}
