package de.kreiswerk.runtime.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies of the distribution, and everything else that a run leaves on the disk. */
public final class Folders {

    private final Path work;
    private int number;

    /**
     * Empties a folder to work in.
     *
     * @param work the folder; whatever is in it goes
     */
    public Folders(Path work) {
        this.work = work.toAbsolutePath();
        delete(this.work);
    }

    /**
     * An empty folder.
     *
     * @param name the beginning of its name
     * @return its path
     */
    public Path fresh(String name) {
        try {
            return Files.createDirectories(work.resolve(name + "-" + ++number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies a distribution.
     *
     * @param home the distribution
     * @param bundles which of its bundles come along, by file name
     * @return the copy
     */
    public Path copy(Path home, Predicate<String> bundles) {
        Path copy = fresh("distribution");
        for (Path file : files(home)) {
            boolean wanted = !file.getParent().endsWith("bundles")
                    || bundles.test(file.getFileName().toString());
            if (wanted) {
                copy(file, copy.resolve(home.relativize(file).toString()));
            }
        }
        return copy;
    }

    /**
     * Copies a file.
     *
     * @param from the file
     * @param to its new path
     */
    public static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is left of the run. */
    public void clear() {
        delete(work);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
