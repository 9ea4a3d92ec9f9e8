package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes a description by what the bundles say. */
public final class FeatureWriter {

    /** A version of Maven's: up to three numbers, then something behind a hyphen. */
    private static final Pattern MAVEN = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?-([A-Za-z0-9_-]+)");

    private FeatureWriter() {}

    /**
     * Where a bundle lies in an archive.
     *
     * @param bundle the bundle
     * @return the entry's name
     */
    public static String entry(ComponentBundle bundle) {
        return new ArtifactId(bundle.symbolicName(), bundle.version().toString(), "").entry();
    }

    /**
     * Completes a description.
     *
     * @param description a component.json, with or without its bundles
     * @param bundles those that are there, in the order in which they are named
     * @param limits how large the description may be
     * @return the description, with the bundles and their hashes
     * @throws BadArchive when it is no JSON, or its id is none
     */
    public static byte[] complete(byte[] description, Collection<ComponentBundle> bundles, Limits limits)
            throws BadArchive {
        ObjectNode feature = (ObjectNode) StrictJson.read(description, limits);
        String id = new Json(feature, "").text("id");
        int colon = id.lastIndexOf(':');
        if (colon > 0) {
            feature.put("id", id.substring(0, colon + 1) + osgi(id.substring(colon + 1)));
        }
        if (!feature.has("bundles")) {
            ArrayNode named = feature.putArray("bundles");
            String group = id.substring(0, Math.max(0, id.indexOf(':')));
            bundles.forEach(each -> named.addObject()
                    .put("id", group + ":" + each.symbolicName() + ":" + each.version())
                    .put(FeatureReader.HASH, each.sha256()));
        }
        return written(feature);
    }

    /** As bnd does: {@code 1.2-SNAPSHOT} becomes {@code 1.2.0.SNAPSHOT}. */
    private static String osgi(String version) {
        Matcher maven = MAVEN.matcher(version);
        return maven.matches()
                ? maven.group(1) + "." + orZero(maven.group(2)) + "." + orZero(maven.group(3)) + "." + maven.group(4)
                : version;
    }

    private static String orZero(String number) {
        return number == null ? "0" : number;
    }

    private static byte[] written(ObjectNode feature) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            String json = new ObjectMapper().writer(printer).writeValueAsString(feature);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }
}
