package de.kreiswerk.deployment.archive.bundle;

import de.kreiswerk.deployment.archive.zip.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of a bundle.
 *
 * @param place where it lies, such as {@code lib/tax.jar!/de/tax/Rate.class}
 * @param entry its file
 */
public record ClassFile(String place, Entry entry) {

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d{1,4})/.*");

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
     * For which Java it was compiled.
     *
     * @param bytes the file
     * @return the feature version, 0 when this is no class
     */
    static int java(byte[] bytes) {
        boolean isClass = bytes.length > 8
                && (bytes[0] & 0xFF) == 0xCA
                && (bytes[1] & 0xFF) == 0xFE
                && (bytes[2] & 0xFF) == 0xBA
                && (bytes[3] & 0xFF) == 0xBE;
        return isClass ? ((bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF) - MAJOR_OF_JAVA_ZERO : 0;
    }
}
