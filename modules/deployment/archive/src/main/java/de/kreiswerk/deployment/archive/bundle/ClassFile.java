package de.kreiswerk.deployment.archive.bundle;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/**
 * A class of a bundle.
 *
 * @param place where it lies, such as {@code lib/tax.jar!/de/tax/Rate.class}
 * @param entry its file
 */
public record ClassFile(String place, Entry entry) {

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d{1,4})/.*");

    /** So much of a class says for which Java it is. */
    static final int HEAD = 8;

    /** Since when classes of Java N have the version N + 44 (JVMS, section 4.1). */
    private static final int MAJOR_OF_JAVA_ZERO = 44;

    /**
     * For which Java alone it is there (multi-release JAR).
     *
     * @return the feature version, empty when it is for all
     */
    public Optional<Integer> onlyFrom() {
        Matcher versioned = VERSIONED.matcher(entry.name());
        return versioned.matches() ? Optional.of(Integer.parseInt(versioned.group(1))) : Optional.empty();
    }

    /**
     * Reads it.
     *
     * @param bundle the name of the bundle that it is in
     * @param visitor hears of what is in it
     * @throws BadArchive when it is not what the format asks for, and so cannot be looked at
     */
    public void accept(String bundle, ClassVisitor visitor) throws BadArchive {
        accept(bundle, visitor, reader -> true);
    }

    /**
     * Reads it, and the code of its methods only where that may say something.
     *
     * @param bundle the name of the bundle that it is in
     * @param visitor hears of what is in it
     * @param code whether to go through the code
     * @throws BadArchive when it is not what the format asks for, and so cannot be looked at
     */
    public void accept(String bundle, ClassVisitor visitor, Predicate<ClassReader> code) throws BadArchive {
        try {
            ClassReader reader = new ClassReader(entry.bytes());
            int skipped = ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
            reader.accept(visitor, code.test(reader) ? skipped : skipped | ClassReader.SKIP_CODE);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ClassCastException
                | StackOverflowError e) {
            // So fails the reader when the file is not what the format asks for, or nests annotations without end.
            throw new BadArchive(
                    "bundle.class-unreadable",
                    "Die Klasse „" + Quoted.of(place) + "“ in „" + bundle
                            + "“ kann nicht gelesen und deshalb nicht geprüft werden.",
                    "The class '" + Quoted.of(place) + "' in '" + bundle + "' cannot be read, and so not be examined.");
        }
    }

    /**
     * For which Java it was compiled.
     *
     * @param bytes how the file begins
     * @return the feature version, 0 when this is no class
     */
    static int java(byte[] bytes) {
        boolean isClass = bytes.length >= HEAD
                && (bytes[0] & 0xFF) == 0xCA
                && (bytes[1] & 0xFF) == 0xFE
                && (bytes[2] & 0xFF) == 0xBA
                && (bytes[3] & 0xFF) == 0xBE;
        return isClass ? ((bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF) - MAJOR_OF_JAVA_ZERO : 0;
    }
}
