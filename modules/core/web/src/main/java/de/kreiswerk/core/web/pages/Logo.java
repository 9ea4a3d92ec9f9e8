package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.web.county.CountyConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The county's logo: a file in the data directory. One that cannot be used is told in the log, and the built-in mark stands
 * in for it.
 */
@Component(service = Logo.class, configurationPid = CountyConfig.PID)
public class Logo {

    private static final Logger LOG = LoggerFactory.getLogger(Logo.class);
    private static final int MAX_BYTES = 256 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String name;
    private final Asset asset;

    /**
     * Reads the file.
     *
     * @param context says where the data directory is
     * @param config says which file
     */
    @Activate
    public Logo(BundleContext context, CountyConfig config) {
        this(Path.of(context.getProperty("kreiswerk.data")), config.logo());
    }

    Logo(Path data, String file) {
        Asset read = null;
        if (!file.isBlank()) {
            try {
                read = read(data, file.strip());
            } catch (IOException | IllegalArgumentException e) {
                LOG.error(
                        "{}/logo is '{}', which cannot be used: {}. It must be an SVG or PNG file in the data directory"
                                + " of at most 256 KiB; the built-in mark stands in for it",
                        CountyConfig.PID,
                        file,
                        e.getMessage());
            }
        }
        asset = read;
        name = read == null ? null : read.mediaType().equals("image/png") ? "logo.png" : "logo.svg";
    }

    /** The address, good for as long as the file's content; null when there is no logo. */
    String address() {
        return asset == null ? null : "/assets/" + hash() + "/" + name;
    }

    /** The file by the name in its address. */
    Optional<Asset> find(String wanted) {
        return wanted.equals(name) ? Optional.of(asset) : Optional.empty();
    }

    String hash() {
        return asset.tag().replace("\"", "");
    }

    private static Asset read(Path data, String file) throws IOException {
        Path directory = data.toRealPath();
        Path path = directory.resolve(file).toRealPath();
        if (!path.startsWith(directory) || !Files.isRegularFile(path)) {
            throw new IllegalArgumentException("it is no file in the data directory");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(path)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new IllegalArgumentException("it is larger than 256 KiB");
        }
        return Asset.of(mediaType(content), content);
    }

    /** By what the file is, not by what it is called. */
    private static String mediaType(byte[] content) {
        if (content.length > PNG.length && java.util.Arrays.equals(content, 0, PNG.length, PNG, 0, PNG.length)) {
            return "image/png";
        }
        String begin = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.UTF_8).stripLeading();
        if ((begin.startsWith("<") || begin.startsWith("\uFEFF<")) && begin.contains("<svg")) {
            return "image/svg+xml";
        }
        throw new IllegalArgumentException("it is neither SVG nor PNG");
    }
}
