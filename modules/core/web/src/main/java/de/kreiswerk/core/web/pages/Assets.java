package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.EntityTag;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Styles, fonts, icons and the script of all forms: a fixed set, read once. All share one hash in their addresses, so that the style sheet's
 * relative links to the fonts need no rewriting.
 */
@Component(service = Assets.class)
public class Assets {

    private static final String SVG = "image/svg+xml";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String WOFF2 = "font/woff2";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "kern.min.css", CSS,
            "kreiswerk.css", CSS,
            "once.js", JAVASCRIPT,
            "fonts/fira-sans/FiraSans-Regular.woff2", WOFF2,
            "fonts/fira-sans/FiraSans-Medium.woff2", WOFF2,
            "fonts/fira-sans/FiraSans-SemiBold.woff2", WOFF2,
            "favicon.svg", SVG,
            "favicon.ico", "image/x-icon");

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final String hash;

    /** Reads the files of this bundle. */
    @Activate
    public Assets() {
        MEDIA_TYPES.keySet().stream()
                .sorted()
                .forEach(name -> assets.put(name, Asset.of(MEDIA_TYPES.get(name), read(name))));
        String tags = assets.values().stream().map(Asset::tag).collect(Collectors.joining());
        hash = EntityTag.of(tags.getBytes(StandardCharsets.US_ASCII)).value().replace("\"", "");
    }

    String hash() {
        return hash;
    }

    /** The address of a file, good for as long as its content. */
    String address(String name) {
        return "/assets/" + hash + "/" + name;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("assets/" + name + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
