package de.kreiswerk.deployment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes made from their source. */
public final class Compiled {

    private Compiled() {}

    /**
     * Compiles.
     *
     * @param folder an empty folder
     * @param source of the class de.lueneburg.ordnung.A, what stands between its braces
     * @return class files by their names in a JAR
     */
    public static Map<String, byte[]> body(Path folder, String source) {
        return sources(folder, "package de.lueneburg.ordnung; public class A { " + source + " }");
    }

    public static Map<String, byte[]> sources(Path folder, String source) {
        try {
            Path file = Files.writeString(folder.resolve("A.java"), source);
            List<String> options =
                    new ArrayList<>(List.of("--release", "17", "-nowarn", "-d", folder.toString(), file.toString()));
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, null, null, options.toArray(new String[0])) != 0) {
                throw new IllegalArgumentException(source);
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    classes.put(folder.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Samples.Jar bundle(Path folder, String body) {
        Samples.Jar jar = Samples.bundle();
        body(folder, body).forEach(jar::file);
        return jar;
    }
}
