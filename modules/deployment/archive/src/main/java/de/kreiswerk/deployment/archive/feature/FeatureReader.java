package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.bundle.BundleReader;
import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code component.json}: a feature as the OSGi Feature Service writes it (Compendium, chapter 159), whose extension
 * {@value #EXTENSION} says what only Kreiswerk asks.
 */
public final class FeatureReader {

    /** Where the description lies in an archive. */
    public static final String PLACE = "component.json";

    /** The extension with Kreiswerk's part. */
    public static final String EXTENSION = "de.kreiswerk.component";

    /** Metadata of a bundle: its hash, which then must be right. */
    public static final String HASH = "de.kreiswerk.sha256";

    /** The one version of the feature's form that there is. */
    public static final String RESOURCE_VERSION = "1.0";

    private static final Set<String> KEYS = Set.of(
            "feature-resource-version",
            "id",
            "name",
            "description",
            "docURL",
            "license",
            "SCM",
            "vendor",
            "complete",
            "categories",
            "bundles",
            "configurations",
            "variables",
            "extensions");

    private final Limits limits;
    private final BundleReader bundles;

    /**
     * Makes a reader.
     *
     * @param limits how large and how deep the description may be
     * @param bundles reads the bundles that it names
     */
    public FeatureReader(Limits limits, BundleReader bundles) {
        this.limits = limits;
        this.bundles = bundles;
    }

    /**
     * Reads the component of an archive.
     *
     * @param zip the archive
     * @return what it says of itself
     * @throws BadArchive when it does not say it, or says what is not so
     */
    public ComponentDescription read(Zip zip) throws BadArchive {
        Entry file = zip.entry(PLACE)
                .orElseThrow(() -> new BadArchive(
                        "description.missing",
                        "Im Archiv fehlt die component.json.",
                        "The archive lacks its component.json."));
        Json feature = new Json(StrictJson.read(file.bytes(), limits), "");
        version(feature);
        feature.knowing(KEYS);
        ArtifactId id = ArtifactId.parse(feature.text("id"));
        if (!SymbolicName.isOne(id.artifact()) || !ComponentVersion.isVersion(id.version())) {
            throw StrictJson.bad(
                    "„id“ nennt keinen Namen wie de.landkreis.amt.dienst mit einer Version wie 1.2.0",
                    "'id' states no name such as de.county.office.service with a version such as 1.2.0");
        }
        if (feature.node().path("variables").size() > 0) {
            throw StrictJson.bad("Kreiswerk setzt keine „variables“ ein", "Kreiswerk fills in no 'variables'");
        }
        return description(id, feature, new ComponentPart(extension(feature)), named(feature, zip));
    }

    private static ComponentDescription description(
            ArtifactId id, Json feature, ComponentPart part, List<ComponentBundle> bundles) throws BadArchive {
        return new ComponentDescription(
                id.artifact(),
                ComponentVersion.parse(id.version()),
                part.department(),
                part.title(),
                feature.has("description") && part.description().german().isEmpty()
                        ? Text.same(feature.text("description"))
                        : part.description(),
                bundles,
                Configurations.read(feature.node().path("configurations")),
                part.requiredCapabilities(),
                part.minimumPlatform(),
                part.health(),
                part.schemaSteps(),
                part.keptData());
    }

    private static void version(Json feature) throws BadArchive {
        String version = feature.node().path("feature-resource-version").asText("");
        if (!version.equals(RESOURCE_VERSION)) {
            throw new BadArchive(
                    "description.version",
                    "Die component.json hat die feature-resource-version „" + Quoted.of(version)
                            + "“; diese Plattform liest nur " + RESOURCE_VERSION + ".",
                    "The component.json has the feature-resource-version '" + Quoted.of(version)
                            + "'; this platform reads " + RESOURCE_VERSION + " only.");
        }
    }

    private static Json extension(Json feature) throws BadArchive {
        Json found = null;
        for (Map.Entry<String, JsonNode> each :
                feature.object("extensions").node().properties()) {
            Json extension = new Json(each.getValue(), "extensions." + Quoted.of(each.getKey()));
            if (each.getKey().equals(EXTENSION)) {
                found = extension;
            } else if (extension.node().path("kind").asText("optional").equalsIgnoreCase("mandatory")) {
                throw StrictJson.bad(
                        "die Erweiterung „" + Quoted.of(each.getKey())
                                + "“ ist hier unbekannt und als unentbehrlich markiert",
                        "the extension '" + Quoted.of(each.getKey()) + "' is unknown here and marked as mandatory");
            }
        }
        if (found == null || !found.node().path("type").asText("").equalsIgnoreCase("json")) {
            throw StrictJson.bad(
                    "die Erweiterung „" + EXTENSION + "“ vom Typ JSON fehlt",
                    "the extension '" + EXTENSION + "' of type JSON is missing");
        }
        return found.object("json");
    }

    private List<ComponentBundle> named(Json feature, Zip zip) throws BadArchive {
        Set<String> entries = new HashSet<>();
        Set<String> symbolicNames = new HashSet<>();
        List<ComponentBundle> read = new ArrayList<>();
        for (JsonNode each : feature.array("bundles")) {
            // An id alone is the short form of an object with nothing else.
            String id = each.isTextual() ? each.asText() : new Json(each, "bundles").text("id");
            String place = ArtifactId.parse(id).entry();
            Entry entry = zip.entry(place).orElseThrow(() -> missing(place));
            ComponentBundle bundle = bundles.read(entry);
            sameHash(each.path(HASH).asText(entry.sha256()), entry);
            if (!entries.add(entry.name()) || !symbolicNames.add(bundle.symbolicName())) {
                throw new BadArchive(
                        "bundle.twice",
                        "Das Archiv enthält das Bundle „" + bundle.symbolicName() + "“ zweimal.",
                        "The archive holds the bundle '" + bundle.symbolicName() + "' twice.");
            }
            read.add(bundle);
        }
        nothingElse(zip, entries);
        return read;
    }

    private static void sameHash(String stated, Entry entry) throws BadArchive {
        if (!stated.equalsIgnoreCase(entry.sha256())) {
            throw new BadArchive(
                    "bundle.hash",
                    "Der Hash, den die component.json für „" + Quoted.of(entry.name())
                            + "“ nennt, ist nicht der des Bundles.",
                    "The hash that component.json states for '" + Quoted.of(entry.name()) + "' is not the bundle's.");
        }
    }

    private static void nothingElse(Zip zip, Set<String> named) throws BadArchive {
        if (named.isEmpty()) {
            throw StrictJson.bad("sie nennt kein Bundle", "it names no bundle");
        }
        for (Entry entry : zip.entries()) {
            if (entry.name().endsWith(".jar") && !named.contains(entry.name())) {
                throw new BadArchive(
                        "bundle.not-named",
                        "Das Archiv enthält „" + Quoted.of(entry.name()) + "“, das die component.json nicht nennt.",
                        "The archive holds '" + Quoted.of(entry.name()) + "', which component.json does not name.");
            }
        }
    }

    private static BadArchive missing(String entry) {
        return new BadArchive(
                "bundle.missing",
                "Die component.json nennt „" + Quoted.of(entry) + "“, das im Archiv fehlt.",
                "The component.json names '" + Quoted.of(entry) + "', which the archive lacks.");
    }
}
