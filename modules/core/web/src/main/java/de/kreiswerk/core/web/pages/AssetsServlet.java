package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.gzip.Representation;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves styles, fonts and icons. What a path may name is the key of a map, never a file. */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern({"/assets/*", "/favicon.ico"})
public class AssetsServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String NOT_KEPT = "no-cache";
    private static final String ONE_DAY = "public, max-age=86400";
    private static final String FAVICON = "favicon.ico";

    /** A drawing of someone else may hold styles, but nothing that runs; opened by itself it is a page of its own. */
    private static final String DRAWING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final transient Assets assets;
    private final transient Logo logo;

    /**
     * Serves.
     *
     * @param assets the files
     * @param logo the county's logo
     */
    @Activate
    public AssetsServlet(@Reference Assets assets, @Reference Logo logo) {
        this.assets = assets;
        this.logo = logo;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            send(request, response, assets.find(FAVICON), ONE_DAY);
            return;
        }
        String[] hashAndName = request.getPathInfo().substring(1).split("/", 2);
        String name = hashAndName.length == 2 ? hashAndName[1] : "";
        Optional<Asset> drawing = logo.find(name);
        if (drawing.isPresent()) {
            response.setHeader("Content-Security-Policy", DRAWING);
            send(request, response, drawing, hashAndName[0].equals(logo.hash()) ? FOREVER : NOT_KEPT);
            return;
        }
        Optional<Asset> asset = assets.find(name);
        if (asset.isPresent() && !hashAndName[0].equals(assets.hash())) {
            // A page of the version before, still open or from another node: it gets today's style rather than none.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", assets.address(name));
            response.setHeader("Cache-Control", "no-store");
            return;
        }
        send(request, response, asset, FOREVER);
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, Optional<Asset> found, String cacheControl)
            throws IOException {
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        response.setHeader("Cache-Control", cacheControl);
        response.setContentType(asset.mediaType());
        byte[] compressed = asset.compressed();
        new Representation(asset.content(), asset.tag(), compressed == null ? null : () -> compressed)
                .send(request, response);
    }
}
