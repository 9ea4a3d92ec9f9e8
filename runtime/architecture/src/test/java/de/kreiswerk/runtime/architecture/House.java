package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The bundles under examination and their classes. */
final class House {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** A folder with it is a bundle, here as in the root pom.xml. */
    private static final String BND = "bnd.bnd";

    private final List<Bundle> bundles;
    private final JavaClasses classes;
    private final Map<JavaClass, Bundle> owners = new HashMap<>();

    House(Collection<Bundle> bundles) {
        this.bundles = List.copyOf(bundles);
        this.classes = new ClassFileImporter()
                .importPaths(this.bundles.stream().map(Bundle::classes).toList());
        for (JavaClass type : classes) {
            Path file = Path.of(type.getSource().orElseThrow().getUri());
            this.bundles.stream()
                    .filter(bundle -> file.startsWith(bundle.classes()))
                    .forEach(bundle -> owners.put(type, bundle));
        }
    }

    /** Every {@code AREA/BUNDLE} in the folder that Maven builds. */
    static House of(Path modules) {
        List<Bundle> found = new ArrayList<>();
        for (Path area : foldersIn(modules)) {
            for (Path folder : foldersIn(area)) {
                if (Files.exists(folder.resolve("pom.xml"))) {
                    found.add(built(area, folder));
                }
            }
        }
        return new House(found);
    }

    private static Bundle built(Path area, Path folder) {
        Path classes = folder.resolve("target/classes");
        boolean library = !Files.exists(folder.resolve(BND));
        if (!Files.exists(library ? classes : classes.resolve(MANIFEST))) {
            throw new IllegalStateException(
                    folder + " is not built. mvn test in the root builds it before it comes here.");
        }
        return new Bundle(
                area.getFileName().toString(),
                folder.getFileName().toString(),
                "de.kreiswerk." + area.getFileName() + "." + folder.getFileName(),
                folder.resolve("pom.xml"),
                folder.resolve("src/main/java"),
                classes,
                library ? null : manifest(classes.resolve(MANIFEST)));
    }

    /** The launcher is no bundle, yet it keeps the rules of good code. */
    static House ofLauncher(Path runtime) {
        Path folder = runtime.resolve("launcher");
        return new House(List.of(new Bundle(
                "runtime",
                "launcher",
                "de.kreiswerk.launcher",
                folder.resolve("pom.xml"),
                folder.resolve("src/main/java"),
                folder.resolve("target/classes"),
                null)));
    }

    static List<Path> foldersIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Headers manifest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Headers.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bundles, without the plain libraries beside them. */
    List<Bundle> bundles() {
        return bundles.stream().filter(bundle -> !bundle.isLibrary()).toList();
    }

    List<Bundle> bundlesAndLibraries() {
        return bundles;
    }

    List<Bundle> libraries() {
        return bundles.stream().filter(Bundle::isLibrary).toList();
    }

    List<Bundle> apis() {
        return bundles.stream().filter(Bundle::isApi).toList();
    }

    JavaClasses classes() {
        return classes;
    }

    List<JavaClass> classesOf(Bundle bundle) {
        return classes.stream().filter(each -> owners.get(each) == bundle).toList();
    }

    /** The bundle that a class belongs to; empty for everything from outside of the house. */
    Optional<Bundle> owner(JavaClass type) {
        return Optional.ofNullable(owners.get(type.getBaseComponentType()));
    }
}
