package de.kreiswerk.core.mending;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Mends classes of third parties while they are loaded, by the weaving hooks of the framework (OSGi Core, chapter 56): started before
 * all others, and by hand, for Declarative Services are not there yet. The test of each mend says when an upgrade leaves nothing to
 * mend; then it is to be deleted. Without this bundle everything works, but slower.
 */
public final class Mending implements BundleActivator {

    private final Map<String, Mend> mends = Stream.of(
                    new ForgottenServices(), new WeavingOfAll(), new NamesOfLogs(), new MethodsOfResources())
            .collect(Collectors.toUnmodifiableMap(Mend::type, Function.identity()));

    @Override
    public void start(BundleContext context) {
        context.registerService(WeavingHook.class, this::weave, null);
    }

    /** The framework takes the hook away; what is loaded stays as it is. */
    @Override
    public void stop(BundleContext context) {}

    private void weave(WovenClass loaded) {
        Mend mend = mends.get(loaded.getClassName());
        if (mend == null) {
            return;
        }
        byte[] mended;
        try {
            mended = mend.mended(loaded.getBytes());
        } catch (RuntimeException e) {
            // Somebody has put in a newer one, for a newer Java: it works as it is, and would not be loaded at all if
            // this was thrown.
            return;
        }
        loaded.setBytes(mended);
    }
}
