package de.kreiswerk.core.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.admin.LoggerContext;

class NamesOfLogsTest {

    private static final String BUNDLE = "some.bundle";

    private final Mend mend = new NamesOfLogs();
    private final List<String> asked = new ArrayList<>();

    /** When this fails after an upgrade, look whether Felix names no bundles for nothing any more: then the mend goes. */
    @Test
    void thereIsSomethingToMend() throws ReflectiveOperationException {
        assertThat(level(admin(false))).isEqualTo(LogLevel.WARN);

        assertThat(asked).contains("getVersion", "getLocation");
    }

    @Test
    void whatHoldsForAllIsAnsweredWithoutNamingTheBundle() throws ReflectiveOperationException {
        assertThat(level(admin(true))).isEqualTo(LogLevel.WARN);

        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasSetForABundleHoldsForIt() throws ReflectiveOperationException {
        Object admin = admin(true);
        Dictionary<String, Object> set = new Hashtable<>();
        set.put("ROOT", "DEBUG");
        Method update = admin.getClass().getDeclaredMethod("updateConfiguration", String.class, Dictionary.class);
        update.setAccessible(true);
        update.invoke(admin, BUNDLE, set);

        assertThat(level(admin)).isEqualTo(LogLevel.DEBUG);
    }

    private Object admin(boolean mended) throws ReflectiveOperationException {
        Constructor<?> constructor = Loaded.type(mend, mended).getDeclaredConstructors()[0];
        return constructor.newInstance("WARN", null);
    }

    private LogLevel level(Object admin) throws ReflectiveOperationException {
        Method context = admin.getClass().getDeclaredMethod("getLoggerContext", Bundle.class, String.class);
        context.setAccessible(true);
        return ((LoggerContext) context.invoke(admin, bundle(), "some.Class")).getEffectiveLogLevel("some.Class");
    }

    private Bundle bundle() {
        return Loaded.proxy(Bundle.class, (proxy, method, arguments) -> {
            asked.add(method.getName());
            return switch (method.getName()) {
                case "getSymbolicName" -> BUNDLE;
                case "getVersion" -> Version.emptyVersion;
                default -> "somewhere";
            };
        });
    }
}
