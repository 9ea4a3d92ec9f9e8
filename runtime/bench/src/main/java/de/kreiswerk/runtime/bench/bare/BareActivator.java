package de.kreiswerk.runtime.bench.bare;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Serves on the HTTP Whiteboard what lies in the data directory: {@code bare.paths} names a path a line, {@code bare/NUMBER}
 * holds the bytes of that line. Needs no bundle of the platform.
 */
public final class BareActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) throws IOException {
        Path data = Path.of(context.getProperty("kreiswerk.data"));
        List<String> paths = Files.readAllLines(data.resolve("bare.paths"));
        Map<String, byte[]> answers = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            answers.put(paths.get(i), Files.readAllBytes(data.resolve("bare").resolve(String.valueOf(i))));
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.pattern", "/oparl/*");
        context.registerService(Servlet.class, new BareServlet(answers), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
