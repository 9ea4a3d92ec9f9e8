package de.kreiswerk.runtime.bench.plain;

import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Serves {@link PlainServlet} in a running platform. Needs no bundle of the platform. */
public final class PlainActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.pattern", "/bench/plain/*");
        properties.put("kreiswerk.permission", "deployment.deploy");
        context.registerService(Servlet.class, new PlainServlet(context), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
