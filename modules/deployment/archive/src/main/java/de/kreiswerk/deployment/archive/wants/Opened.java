package de.kreiswerk.deployment.archive.wants;

import java.util.Optional;
import java.util.Set;

/** Knows what opens a file, an address or a stylesheet by what it is given: given something else, the same is harmless. */
final class Opened {

    private static final String TEXT = "(Ljava/lang/String;";
    private static final String FILE = "Ljava/io/File;";
    private static final String PATH = "Ljava/nio/file/Path;";
    private static final String URL = "Ljava/net/URL;";

    /** These only compare paths. */
    private static final Set<String> OF_PATHS = Set.of("java/nio/file/Path", "java/nio/file/PathMatcher");

    private static final Set<String> FILE_WRITERS =
            Set.of("java/io/PrintStream", "java/io/PrintWriter", "java/util/Formatter");

    private static final Set<String> IMAGES = Set.of("getImage", "createImage");
    private static final Set<String> SOURCES =
            Set.of("javax/xml/transform/stream/StreamSource", "org/xml/sax/InputSource");

    private Opened() {}

    static Optional<Want> by(String owner, String member, String descriptor) {
        // Of a field, a class and a method without parameters nothing is given.
        String given = descriptor.substring(0, descriptor.indexOf(')') + 1);
        if (opensFile(owner, member, given)) {
            return Optional.of(Want.FILES);
        }
        if (opensAddress(owner, member, given)) {
            return Optional.of(Want.SOCKETS);
        }
        return isStylesheet(owner, member, given) ? Optional.of(Want.CLASS_LOADING) : Optional.empty();
    }

    private static boolean opensFile(String owner, String member, String given) {
        if (!owner.startsWith("java/") && !owner.startsWith("javax/")) {
            return false;
        }
        return given.contains(FILE)
                || given.contains(PATH) && !OF_PATHS.contains(owner)
                || given.startsWith(TEXT) && opensNamedFile(owner, member);
    }

    private static boolean opensNamedFile(String owner, String member) {
        return FILE_WRITERS.contains(owner) && member.equals(Signs.INIT)
                || owner.equals("java/awt/Toolkit") && IMAGES.contains(member)
                || owner.equals("javax/xml/transform/stream/StreamResult");
    }

    private static boolean opensAddress(String owner, String member, String given) {
        if (given.contains(URL)) {
            return owner.equals("javax/imageio/ImageIO")
                    || owner.equals("java/awt/Toolkit")
                    || owner.startsWith("javax/sound/")
                    || owner.startsWith("com/fasterxml/jackson/");
        }
        return given.startsWith(TEXT) && opensNamedAddress(owner, member, given);
    }

    private static boolean opensNamedAddress(String owner, String member, String given) {
        return switch (member) {
            case "parse" -> owner.startsWith("javax/xml/parsers/") || owner.startsWith("org/xml/sax/");
            // Whoever makes an address of a name asks for it in the network at once.
            case Signs.INIT ->
                SOURCES.contains(owner) || owner.equals("java/net/InetSocketAddress") && given.equals(TEXT + "I)");
            default -> false;
        };
    }

    /** XSLT calls whatever Java it names; without a stylesheet a transformation only writes XML. */
    private static boolean isStylesheet(String owner, String member, String given) {
        return owner.startsWith("javax/xml/transform/")
                && owner.endsWith("TransformerFactory")
                && (given.startsWith("(Ljavax/xml/transform/Source;)") || member.equals("newTemplatesHandler"));
    }
}
