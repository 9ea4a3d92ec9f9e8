package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the manifests must say (ARCHITECTURE 1 and 2). */
final class ManifestRules {

    private static final String EXPORT = "Export-Package";
    private static final String IMPORT = "Import-Package";
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

    /** Ways to a package that no Import-Package shows. */
    private static final List<String> BACK_DOORS = List.of("Require-Bundle", "Fragment-Host", "DynamicImport-Package");

    /** What an api may import beside other contracts; the same exceptions as in {@link ApiRules}. */
    private static final List<Exemption> FOREIGN_IMPORTS = List.of(
            new Exemption("de.kreiswerk.core.api", "jakarta.persistence", "Transaction.em returns an EntityManager"),
            new Exemption("de.kreiswerk.core.api", "jakarta.servlet.http", "Pages writes into a servlet's answer"),
            new Exemption(
                    "de.kreiswerk.core.api", "org.apache.felix.hc.api", "Findings makes results of health checks"));

    private ManifestRules() {}

    static List<String> exportOnlyVersionedApis(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            Map<String, Map<String, String>> exports = bundle.headers().clauses(EXPORT);
            Set<String> versioned = house.classesOf(bundle).stream()
                    .filter(type -> type.getSimpleName().equals("package-info"))
                    .filter(type -> type.isAnnotatedWith("org.osgi.annotation.versioning.Version")
                            && type.isAnnotatedWith("org.osgi.annotation.bundle.Export"))
                    .map(JavaClass::getPackageName)
                    .collect(Collectors.toSet());
            exports.forEach((name, attributes) -> {
                if (!bundle.isApi() || !isWithin(name, bundle.root())) {
                    violations.add(
                            bundle + " exports " + name + ", and only an api exports, and only its own packages");
                }
                if (!versioned.contains(name) || !attributes.containsKey("version")) {
                    violations.add(name + " is exported, but its package-info.java lacks @Export or @Version");
                }
            });
            if (bundle.isApi()) {
                packages(house, bundle).stream()
                        .filter(name -> !exports.containsKey(name))
                        .forEach(name -> violations.add(name + " lies in an api and is not exported"));
            }
        }
        return violations;
    }

    static List<String> importOnlyApis(House house) {
        Set<String> exported = house.apis().stream()
                .flatMap(api -> api.headers().clauses(EXPORT).keySet().stream())
                .collect(Collectors.toSet());
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            for (String name : bundle.headers().clauses(IMPORT).keySet()) {
                if (name.startsWith("de.kreiswerk.") && !exported.contains(name)) {
                    violations.add(bundle + " imports " + name + ", which no api exports");
                }
            }
            BACK_DOORS.stream()
                    .filter(header -> bundle.headers().get(header) != null)
                    .forEach(header -> violations.add(bundle + " has a " + header + ": "
                            + bundle.headers().get(header)));
        }
        return violations;
    }

    static List<String> importNoTechnologyIntoApis(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle api : house.apis()) {
            for (String name : api.headers().clauses(IMPORT).keySet()) {
                if (!name.startsWith("de.kreiswerk.")
                        && FOREIGN_IMPORTS.stream().noneMatch(each -> each.covers(api.root(), name))) {
                    violations.add(api + " imports " + name);
                }
            }
        }
        return violations;
    }

    static List<String> areNamedByTheirFolder(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            String symbolic = String.join(
                    ",", bundle.headers().clauses("Bundle-SymbolicName").keySet());
            if (!symbolic.equals(bundle.root())) {
                violations.add(bundle + " has the Bundle-SymbolicName " + symbolic + " instead of " + bundle.root());
            }
            String artifact = text(parse(bundle.pom()).getDocumentElement(), "artifactId");
            if (!artifact.equals(bundle.root())) {
                violations.add(bundle + " has the artifact id " + artifact + " instead of " + bundle.root());
            }
            packages(house, bundle).stream()
                    .filter(name -> !isWithin(name, bundle.root()))
                    .forEach(name -> violations.add(bundle + " holds the package " + name));
        }
        return violations;
    }

    /** A constant of another bundle leaves no trace in the classes that use it; the dependency that it needs does. */
    static List<String> areBuiltOnApis(House house) {
        Set<String> libraries = house.libraries().stream().map(Bundle::root).collect(Collectors.toSet());
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundlesAndLibraries()) {
            NodeList dependencies = parse(bundle.pom()).getElementsByTagName("dependency");
            for (int i = 0; i < dependencies.getLength(); i++) {
                Element dependency = (Element) dependencies.item(i);
                String artifact = text(dependency, "artifactId");
                boolean ofTheHouse = text(dependency, "groupId").equals("de.kreiswerk");
                if (ofTheHouse
                        && !artifact.endsWith(".api")
                        && !libraries.contains(artifact)
                        && !text(dependency, "scope").equals("test")) {
                    violations.add(bundle + " is built on " + artifact + ", which is not an api");
                }
            }
        }
        return violations;
    }

    static List<String> listTheirComponents(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            Set<String> listed = new HashSet<>();
            for (String description :
                    bundle.headers().clauses("Service-Component").keySet()) {
                Path file = bundle.classes().resolve(description);
                if (Files.exists(file)) {
                    listed.addAll(attributes(parse(file), "implementation", "class"));
                } else {
                    violations.add(bundle + " lists " + description + ", which is not there");
                }
            }
            house.classesOf(bundle).stream()
                    .filter(type -> type.isAnnotatedWith(COMPONENT) && !listed.contains(type.getName()))
                    .forEach(
                            type -> violations.add(type.getName() + " is a component that no Service-Component lists"));
        }
        return violations;
    }

    private static boolean isWithin(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static Set<String> packages(House house, Bundle bundle) {
        return house.classesOf(bundle).stream()
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Element parent, String child) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(child)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static Document parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
