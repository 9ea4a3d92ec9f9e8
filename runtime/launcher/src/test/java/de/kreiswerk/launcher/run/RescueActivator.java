package de.kreiswerk.launcher.run;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers, as a bundle, to reset the password of {@code admin}. */
public final class RescueActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        boolean known = "admin".equals(context.getProperty("kreiswerk.account"));
        Map.Entry<Boolean, String> answer = Map.entry(known, known ? "new-password" : "Gibt es nicht.");
        Callable<Map.Entry<Boolean, String>> offer = () -> answer;
        context.registerService(Callable.class, offer, new Hashtable<>(Map.of("kreiswerk.command", "reset-password")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes back what was offered.
    }
}
