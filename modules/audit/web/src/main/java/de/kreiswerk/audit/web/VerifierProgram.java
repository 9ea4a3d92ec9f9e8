package de.kreiswerk.audit.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The program with which people verify by themselves, as it lies in the distribution: the same bytes, so that its checksum is the one that
 * others have. A platform that does not run from a distribution has none.
 */
@Component(service = VerifierProgram.class)
public final class VerifierProgram {

    /** Where everybody gets it. */
    public static final String ADDRESS = TransparencyServlet.PATH + "/" + VerifierProgram.NAME;

    static final String NAME = "kreiswerk-verify.jar";

    /** The property of the framework that names the distribution's folder. */
    private static final String HOME = "kreiswerk.home";

    private final File file;

    /**
     * The file.
     *
     * @param bytes what it holds
     * @param hash their SHA-256, in hexadecimal digits
     */
    public record File(byte[] bytes, String hash) {}

    /**
     * Reads it.
     *
     * @param context knows the distribution
     * @throws IOException when it is there and cannot be read
     */
    @Activate
    public VerifierProgram(BundleContext context) throws IOException {
        this(context.getProperty(HOME) == null ? null : Path.of(context.getProperty(HOME)));
    }

    /**
     * Reads it from a distribution.
     *
     * @param home its folder, null when there is none
     * @throws IOException when it is there and cannot be read
     */
    public VerifierProgram(Path home) throws IOException {
        Path program = home == null ? null : home.resolve("verify").resolve(NAME);
        if (program == null || !Files.isRegularFile(program)) {
            file = null;
            return;
        }
        byte[] bytes = Files.readAllBytes(program);
        try {
            file = new File(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The file.
     *
     * @return empty when this platform has none
     */
    public Optional<File> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Its checksum.
     *
     * @return SHA-256 in hexadecimal digits, null when this platform has none
     */
    public String hash() {
        return file == null ? null : file.hash();
    }
}
