package de.kreiswerk.proposals.oparl;

import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.List;

/** What is wrong with a request, and what it should look like. */
final class OparlProblems {

    private static final int MAX_NAME = 40;
    private static final Text PARAMETER = new Text("Parameter nicht verstanden", "Parameter not understood");
    private static final Text MISSING = new Text("Nicht gefunden", "Not found");

    private OparlProblems() {}

    static ProblemException unknownParameter(String name, List<String> known) {
        String shown = name.codePoints()
                .limit(MAX_NAME)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String all = String.join(", ", known);
        return parameter(
                "parameter-unknown",
                "Den Parameter „" + shown + "“ gibt es nicht. Diese gibt es: " + all + ".",
                "There is no parameter “" + shown + "”. There are: " + all + ".");
    }

    static ProblemException repeated(String name) {
        return parameter(
                "parameter-repeated",
                "Den Parameter " + name + " darf es nur einmal geben.",
                "The parameter " + name + " may be there once only.");
    }

    static ProblemException notADateTime(String name) {
        return parameter(
                "parameter-not-valid",
                name + " braucht Datum, Uhrzeit und Zeitzone, wie 2026-06-10T16:00:00+02:00, in der Adresse"
                        + " 2026-06-10T16%3A00%3A00%2B02%3A00.",
                name + " needs date, time and offset, such as 2026-06-10T16:00:00+02:00, in the address"
                        + " 2026-06-10T16%3A00%3A00%2B02%3A00.");
    }

    static ProblemException notALimit(String name, int most) {
        return parameter(
                "parameter-not-valid",
                name + " braucht eine ganze Zahl von 1 bis " + most + ".",
                name + " needs a whole number from 1 to " + most + ".");
    }

    static ProblemException notTrueOrFalse(String name) {
        return parameter(
                "parameter-not-valid",
                name + " ist true oder false, in kleinen Buchstaben.",
                name + " is true or false, in lower case.");
    }

    static ProblemException notAKey(String name) {
        return parameter(
                "parameter-not-valid",
                name
                        + " ist keine Stelle dieser Liste. Folgen Sie links.next der vorigen Seite, oder beginnen Sie ohne "
                        + name + ".",
                name + " is no place in this list. Follow links.next of the page before, or begin without " + name
                        + ".");
    }

    static ProblemException badlyEncoded() {
        return parameter(
                "query-not-valid",
                "Hinter dem Fragezeichen stehen Prozentzeichen, denen keine zwei Hexadezimalziffern folgen.",
                "Behind the question mark there are percent signs that no two hexadecimal digits follow.");
    }

    static ProblemException unknownAddress() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "address-not-found",
                MISSING,
                new Text(
                        "Unter dieser Adresse gibt es nichts. OParl beginnt bei /oparl/v1; folgen Sie von dort den Adressen in den Antworten.",
                        "There is nothing at this address. OParl begins at /oparl/v1; follow the addresses in the answers from there."));
    }

    static ProblemException unknownObject() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "object-not-found",
                MISSING,
                new Text(
                        "Dieses Objekt gibt es nicht. Was einmal öffentlich war und es nicht mehr ist, wäre als gelöscht gekennzeichnet.",
                        "There is no such object. What was public once and is not any more would be marked as deleted."));
    }

    static ProblemException fileDeleted() {
        return new ProblemException(
                Kind.GONE,
                "file-deleted",
                new Text("Datei gelöscht", "File deleted"),
                new Text("Diese Datei ist nicht mehr öffentlich.", "This file is not public any more."));
    }

    static ProblemException fileMissing() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "file-missing",
                new Text("Datei fehlt", "File missing"),
                new Text(
                        "Die Datei ist bekannt, aber ihr Inhalt ist nicht auffindbar. Bitte wenden Sie sich an die Kreisverwaltung.",
                        "The file is known, but its content cannot be found. Please contact the county."));
    }

    private static ProblemException parameter(String code, String german, String english) {
        return new ProblemException(Kind.MALFORMED, code, PARAMETER, new Text(german, english));
    }
}
