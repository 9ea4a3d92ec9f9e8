package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a component puts between others and their requests needs somebody's approval (Compendium, chapter 140). */
final class WhiteboardCheck implements Check {

    private static final String PREFIX = "osgi.http.whiteboard.";
    private static final String CONTEXT_NAME = PREFIX + "context.name";
    private static final String CONTEXT_SELECT = PREFIX + "context.select";

    private static final List<String> BETWEEN =
            List.of(PREFIX + "filter.", PREFIX + "listener", PREFIX + "preprocessor.", PREFIX + "servlet.errorpage");

    private static final Set<String> SERVICES = Set.of(
            "org.osgi.service.servlet.whiteboard.Preprocessor",
            "org.osgi.service.http.whiteboard.Preprocessor",
            "jakarta.servlet.Filter",
            "javax.servlet.Filter");

    /** Makes a servlet the platform's sign-in page. */
    private static final String SIGN_IN = "kreiswerk.sign-in";

    @Override
    public void check(Case subject, Findings findings) {
        List<Declared> declared = subject.declared();
        Set<String> own = new HashSet<>();
        declared.forEach(
                each -> each.values(CONTEXT_NAME).forEach(name -> own.add("(" + CONTEXT_NAME + "=" + name + ")")));
        for (Declared each : declared) {
            boolean named = each.values(CONTEXT_NAME).stream()
                    .allMatch(
                            name -> SymbolicName.isWithin(name, subject.grant().namespace()));
            if (!named) {
                add(
                        "whiteboard.name",
                        each,
                        "gibt einem Servlet-Kontext einen Namen außerhalb des Namensraums und könnte so einen anderen verdrängen",
                        "gives a servlet context a name outside of the namespace and might so take another one's place",
                        findings);
            }
            if (!own.containsAll(each.values(CONTEXT_SELECT))) {
                add(
                        "whiteboard.context",
                        each,
                        "hängt sich in einen Servlet-Kontext anderer",
                        "joins a servlet context of others",
                        findings);
            }
            boolean between =
                    BETWEEN.stream().anyMatch(prefix -> !each.beginning(prefix).isEmpty())
                            || each.provides().stream().anyMatch(SERVICES::contains);
            if (between) {
                add(
                        "whiteboard.between",
                        each,
                        "stellt sich als Filter, Listener, Vorverarbeitung oder Fehlerseite vor andere",
                        "puts itself before others as a filter, listener, preprocessor or error page",
                        findings);
            }
            // Whatever it says: how a value is read differs between those who read it.
            if (each.states(SIGN_IN)) {
                add("whiteboard.sign-in", each, "will die Anmeldeseite sein", "wants to be the sign-in page", findings);
            }
        }
    }

    private static void add(String code, Declared declared, String german, String english, Findings findings) {
        findings.add(
                code,
                Severity.NEEDS_APPROVAL,
                declared.bundle(),
                "„" + Quoted.of(declared.place()) + "“ " + german + ".",
                "'" + Quoted.of(declared.place()) + "' " + english + ".");
    }
}
