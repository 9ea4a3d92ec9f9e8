package de.kreiswerk.core.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

class MendingTest {

    private static final String MENDED = new NamesOfLogs().type();

    private final List<byte[]> set = new ArrayList<>();

    @Test
    void onlyWhatThereIsAMendForIsChanged() {
        weave(MENDED, Loaded.bytes(MENDED));
        weave("org.apache.felix.log.LoggerImpl", Loaded.bytes("org.apache.felix.log.LoggerImpl"));

        assertThat(set).hasSize(1);
        assertThat(set.get(0)).isNotEqualTo(Loaded.bytes(MENDED));
    }

    /** It would not be loaded at all otherwise, and without SPI Fly there is no log. */
    @Test
    void aClassThatCannotBeReadIsLoadedAsItIs() {
        byte[] ofTheFuture = Loaded.bytes(MENDED);
        ofTheFuture[7] = (byte) 200;

        weave(MENDED, ofTheFuture);

        assertThat(set).isEmpty();
    }

    private void weave(String name, byte[] bytes) {
        WeavingHook[] hook = new WeavingHook[1];
        new Mending().start(Loaded.proxy(BundleContext.class, (proxy, method, arguments) -> {
            hook[0] = (WeavingHook) arguments[1];
            return null;
        }));
        hook[0].weave(Loaded.proxy(WovenClass.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getClassName" -> name;
            case "getBytes" -> bytes;
            default -> {
                set.add((byte[]) arguments[0]);
                yield null;
            }
        }));
    }
}
