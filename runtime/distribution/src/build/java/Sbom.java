import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes Maven's bill of materials true for the distribution. Maven lists what the build depends on; this keeps what is
 * shipped, by SHA-256 and with the jars inside of bundles, refuses a shipped jar that nobody listed, and adds the npm
 * packages, of which Maven knows nothing.
 *
 * <p>Run by the build: {@code java Sbom.java MAVEN_BOM RESULT PACKAGE_LOCK FOLDER...}
 */
public final class Sbom {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NPM_FOLDER = "node_modules/";

    private final ObjectNode bom;

    private Sbom(ObjectNode bom) {
        this.bom = bom;
    }

    public static void main(String[] arguments) throws IOException {
        Sbom sbom = new Sbom((ObjectNode) JSON.readTree(Path.of(arguments[0]).toFile()));
        Map<String, String> shipped = new TreeMap<>();
        for (String folder : List.of(arguments).subList(3, arguments.length)) {
            shipped.putAll(jars(Path.of(folder)));
        }
        sbom.keep(shipped);
        sbom.addNpm(JSON.readTree(Path.of(arguments[2]).toFile()));
        Path result = Path.of(arguments[1]);
        Files.createDirectories(result.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(result.toFile(), sbom.bom);
    }

    private static Map<String, String> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("There is no " + folder + ": the bundles have to be exported first.");
        }
        Map<String, String> nameByHash = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                String name = file.getFileName().toString();
                nameByHash.put(hash(Files.readAllBytes(file)), name);
                nameByHash.putAll(jarsWithin(file, name));
            }
        }
        return nameByHash;
    }

    private static Map<String, String> jarsWithin(Path jar, String name) throws IOException {
        Map<String, String> nameByHash = new TreeMap<>();
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    nameByHash.put(hash(zip.readAllBytes()), name + "!/" + entry.getName());
                }
            }
        }
        return nameByHash;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(Map<String, String> shipped) {
        Map<String, String> unlisted = new TreeMap<>(shipped);
        Set<String> kept = new HashSet<>();
        kept.add(bom.at("/metadata/component/bom-ref").asText());
        ArrayNode components = JSON.createArrayNode();
        for (JsonNode component : bom.path("components")) {
            String hash = hash(component);
            if (shipped.containsKey(hash)) {
                unlisted.remove(hash);
                kept.add(component.path("bom-ref").asText());
                components.add(component);
            }
        }
        if (!unlisted.isEmpty()) {
            throw new IllegalStateException(
                    "The distribution holds jars of unknown origin; state them as dependencies in"
                            + " runtime/distribution/pom.xml: " + unlisted.values());
        }
        bom.set("components", components);
        bom.set("dependencies", dependenciesAmong(kept));
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "";
    }

    private ArrayNode dependenciesAmong(Set<String> kept) {
        ArrayNode dependencies = JSON.createArrayNode();
        for (JsonNode dependency : bom.path("dependencies")) {
            if (kept.contains(dependency.path("ref").asText())) {
                ObjectNode copy = dependencies
                        .addObject()
                        .put("ref", dependency.path("ref").asText());
                ArrayNode dependsOn = copy.putArray("dependsOn");
                dependency.path("dependsOn").forEach(ref -> {
                    if (kept.contains(ref.asText())) {
                        dependsOn.add(ref);
                    }
                });
            }
        }
        return dependencies;
    }

    private void addNpm(JsonNode lock) {
        List<String> added = new ArrayList<>();
        lock.path("packages").properties().forEach(entry -> {
            if (entry.getKey().startsWith(NPM_FOLDER)
                    && !entry.getValue().path("dev").asBoolean()) {
                added.add(addNpm(entry.getKey().substring(NPM_FOLDER.length()), entry.getValue()));
            }
        });
        if (added.isEmpty()) {
            throw new IllegalStateException("The lock file lists no npm package.");
        }
        String root = bom.at("/metadata/component/bom-ref").asText();
        for (JsonNode dependency : bom.path("dependencies")) {
            if (dependency.path("ref").asText().equals(root)) {
                added.forEach(((ArrayNode) dependency.path("dependsOn"))::add);
            }
        }
        added.forEach(ref -> ((ArrayNode) bom.path("dependencies"))
                .addObject()
                .put("ref", ref)
                .putArray("dependsOn"));
    }

    private String addNpm(String name, JsonNode locked) {
        String version = locked.path("version").asText();
        String purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
        ObjectNode component = ((ArrayNode) bom.path("components"))
                .addObject()
                .put("type", "library")
                .put("bom-ref", purl);
        int slash = name.indexOf('/');
        if (slash > 0) {
            component.put("group", name.substring(0, slash));
        }
        component.put("name", name.substring(slash + 1)).put("version", version).put("scope", "required");
        String integrity = locked.path("integrity").asText();
        if (integrity.startsWith("sha512-")) {
            byte[] sha512 = Base64.getDecoder().decode(integrity.substring("sha512-".length()));
            component
                    .putArray("hashes")
                    .addObject()
                    .put("alg", "SHA-512")
                    .put("content", HexFormat.of().formatHex(sha512));
        }
        component
                .putArray("licenses")
                .addObject()
                .putObject("license")
                .put("id", locked.path("license").asText());
        component.put("purl", purl);
        return purl;
    }
}
