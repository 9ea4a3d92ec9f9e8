package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.manifest.Clauses;
import de.kreiswerk.deployment.archive.manifest.Manifests;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.sql.Scripts;
import de.kreiswerk.deployment.archive.sql.Scripts.Script;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A bundle that is looked into. */
final class OpenBundle {

    /** Manifests for newer Javas add imports and requirements (OSGi Core, section 3.11.4). */
    private static final Pattern SUPPLEMENT = Pattern.compile("META-INF/versions/\\d+/OSGI-INF/MANIFEST\\.MF");

    private static final String MIGRATIONS = "db/migration/";

    private final ComponentBundle bundle;
    private final Zip zip;
    private final List<Declared> components;
    private final Set<String> describedPids;

    private OpenBundle(ComponentBundle bundle, Zip zip, List<Declared> components, Set<String> describedPids) {
        this.bundle = bundle;
        this.zip = zip;
        this.components = components;
        this.describedPids = describedPids;
    }

    static OpenBundle open(ComponentBundle bundle) throws BadArchive {
        Zip zip = bundle.contents();
        return new OpenBundle(
                bundle,
                zip,
                new ComponentXml(bundle.symbolicName(), zip).read(bundle.headers()),
                MetatypeXml.pids(bundle.symbolicName(), zip));
    }

    String name() {
        return bundle.symbolicName();
    }

    ComponentBundle bundle() {
        return bundle;
    }

    /** What its component descriptions declare. */
    List<Declared> components() {
        return components;
    }

    /** Which configurations it describes for those who set them. */
    Set<String> describedPids() {
        return describedPids;
    }

    /** Its SQL, wherever it lies: where migrations are looked for is said by more than one header. */
    List<Entry> scripts() {
        return zip.entries().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).endsWith(".sql"))
                .toList();
    }

    /** The tables that its migrations make when it is started: those of the folder that the platform looks at, and below. */
    Set<String> madeTables() {
        String stated = bundle.header("Kreiswerk-Migrations").orElse("");
        String folder = stated.isBlank() ? MIGRATIONS : stated.endsWith("/") ? stated : stated + "/";
        return Scripts.made(zip.entries().stream()
                .filter(each -> each.name().startsWith(folder) && each.name().endsWith(".sql"))
                .map(each -> new Script(
                        each.name().substring(each.name().lastIndexOf('/') + 1),
                        () -> new String(each.bytes(), StandardCharsets.UTF_8)))
                .toList());
    }

    boolean hasClass(String name) {
        return hasFile(name.replace('.', '/') + ".class");
    }

    boolean hasFile(String name) {
        return zip.entry(name).isPresent();
    }

    List<Clause> clauses(String header) throws BadArchive {
        List<Clause> clauses = new ArrayList<>(Clauses.of(bundle.header(header).orElse(null)));
        for (Entry entry : zip.entries()) {
            if (SUPPLEMENT.matcher(entry.name()).matches()) {
                clauses.addAll(
                        Clauses.of(Manifests.main(entry.bytes(), entry.name()).get(header)));
            }
        }
        return clauses;
    }
}
