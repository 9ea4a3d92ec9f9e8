package de.kreiswerk.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Writes down, as a bundle, what it sees. */
public final class WitnessActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) throws IOException {
        Path data = Path.of(context.getProperty("kreiswerk.data"));
        Files.writeString(
                data.resolve("seen"),
                String.join(
                        "\n",
                        context.getProperty("org.osgi.service.http.port"),
                        context.getProperty("kreiswerk.demo"),
                        context.getProperty("kreiswerk.version"),
                        context.getProperty("kreiswerk.home"),
                        context.getProperty("example")));
        Files.writeString(data.resolve("kreiswerk.url"), "http://localhost:1/\n");
        System.out.println("Kreiswerk is ready: http://localhost:1/");
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        Files.writeString(Path.of(context.getProperty("kreiswerk.data")).resolve("stopped"), "");
    }
}
