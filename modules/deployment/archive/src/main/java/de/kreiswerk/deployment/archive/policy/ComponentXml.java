package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads the component descriptions of a bundle (Compendium, section 112.4). */
final class ComponentXml {

    private static final String EXTENSIONS = "http://felix.apache.org/xmlns/scr/";
    private static final Set<String> PROPERTY = Set.of("property", "factory-property");
    private static final Set<String> PROPERTY_FILE = Set.of("properties", "factory-properties");

    /** A path that everybody reads as it stands; the last part may have stars. */
    private static final Pattern PLACE =
            Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))/?([\\p{L}\\p{N}_$.-]+/)*[\\p{L}\\p{N}_$.*-]+");

    private final String bundle;
    private final Zip zip;

    ComponentXml(String bundle, Zip zip) {
        this.bundle = bundle;
        this.zip = zip;
    }

    List<Declared> read(Map<String, String> headers) throws BadArchive {
        List<Declared> declared = new ArrayList<>();
        // Who starts them divides at blanks as well, and knows no parameters.
        for (String path : headers.getOrDefault("Service-Component", "").split("[, ]+")) {
            if (!path.isEmpty() && !PLACE.matcher(path).matches()) {
                throw bad(path);
            }
            for (Entry entry : described(path)) {
                for (Element component : components(entry)) {
                    declared.add(declared(component, entry.name()));
                }
            }
        }
        return declared;
    }

    /** The last part of a path may have stars. */
    private List<Entry> described(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        Pattern file = Pattern.compile(Stream.of(name.substring(folder.length()).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]*")));
        return zip.entries().stream()
                .filter(each -> each.name().startsWith(folder)
                        && file.matcher(each.name().substring(folder.length())).matches())
                .toList();
    }

    private List<Element> components(Entry entry) throws BadArchive {
        try {
            return PlainXml.elements(entry, "component");
        } catch (IOException e) {
            throw bad(entry.name());
        }
    }

    private Declared declared(Element component, String place) throws BadArchive {
        if (isExtended(component)) {
            // Its code could say while it runs what properties its services have.
            throw bad(place);
        }
        Map<String, List<String>> properties = new HashMap<>();
        Set<String> provides = new HashSet<>();
        Set<String> needs = new HashSet<>();
        String implementation = "";
        NodeList children = component.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < children.getLength(); i++) {
            Element child = (Element) children.item(i);
            String name = child.getLocalName();
            if (name.equals("provide")) {
                provides.add(child.getAttribute("interface"));
            } else if (name.equals("reference") && isNeeded(child)) {
                needs.add(child.getAttribute("interface"));
            } else if (name.equals("implementation")) {
                implementation = child.getAttribute("class");
            } else if (PROPERTY.contains(name)) {
                add(properties, child.getAttribute("name"), values(child));
            } else if (PROPERTY_FILE.contains(name)) {
                file(child.getAttribute("entry"), place).forEach((key, value) -> add(properties, key, List.of(value)));
            }
        }
        String name = name(component, implementation);
        return new Declared(name, place, bundle, provides, needs, pids(component, name), properties);
    }

    private static boolean isExtended(Element component) {
        boolean extended = isExtension(component);
        NamedNodeMap attributes = component.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            extended |= isExtension(attributes.item(i));
        }
        return extended;
    }

    private static boolean isExtension(Node node) {
        return node.getNamespaceURI() != null && node.getNamespaceURI().startsWith(EXTENSIONS);
    }

    /** What is not said is 1..1 and static. */
    private static boolean isNeeded(Element reference) {
        return !reference.getAttribute("cardinality").strip().startsWith("0")
                && !reference.getAttribute("policy").strip().equals("dynamic");
    }

    /** The class is a component's name when it states none. */
    private static String name(Element component, String implementation) {
        return component.hasAttribute("name") ? component.getAttribute("name") : implementation;
    }

    /** A name that stands there twice replaces the first; both are judged. */
    private static void add(Map<String, List<String>> properties, String name, List<String> values) {
        List<String> all = new ArrayList<>(properties.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        all.addAll(values);
        properties.put(name.toLowerCase(Locale.ROOT), all);
    }

    private static List<String> values(Element property) {
        return property.hasAttribute("value")
                ? List.of(property.getAttribute("value").strip())
                : property.getTextContent()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private Map<String, String> file(String name, String place) throws BadArchive {
        Entry entry = zip.entry(name.startsWith("/") ? name.substring(1) : name).orElseThrow(() -> bad(place));
        Properties properties = new Properties();
        try (InputStream in = entry.open()) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw bad(name);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(each -> each, properties::getProperty));
    }

    /** The component's name is its PID when it states none. */
    private static Set<String> pids(Element component, String name) {
        if (component.getAttribute("configuration-policy").equals("ignore")) {
            return Set.of();
        }
        String stated = component.hasAttribute("configuration-pid") ? component.getAttribute("configuration-pid") : "$";
        return Arrays.stream(stated.strip().split("\\s+"))
                .map(each -> each.equals("$") ? name : each)
                .collect(Collectors.toSet());
    }

    private BadArchive bad(String place) {
        return new BadArchive(
                "component.unreadable",
                "Die Komponentenbeschreibung „" + Quoted.of(place) + "“ in „" + bundle
                        + "“ kann nicht gelesen und deshalb nicht geprüft werden.",
                "The component description '" + Quoted.of(place) + "' in '" + bundle
                        + "' cannot be read, and so not be examined.");
    }
}
