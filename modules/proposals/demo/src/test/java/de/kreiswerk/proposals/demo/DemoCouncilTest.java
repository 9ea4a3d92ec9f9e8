package de.kreiswerk.proposals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the console says of the demonstration. */
class DemoCouncilTest {

    private final MemoryCouncil memory = new MemoryCouncil();
    private final Map<String, Object> remembered = new HashMap<>();
    private CompletableFuture<LeasedWork> work = new CompletableFuture<>();

    @Test
    void whereThereIsACouncilAlreadyItIsNotSaidThatTheDemonstrationIsIn() throws Exception {
        memory.office().addOrganization(null, new OrganizationEntry("Kreistag", null, null, null, null, null));
        DemoCouncil council = demonstration();

        work.get(30, TimeUnit.SECONDS).run(tx -> {});

        assertThat(council.execute().isOk()).isTrue();
        assertThat(council.execute().toString()).contains("Es gibt andere oder geänderte Daten");
        council.close();
    }

    /** With the next start: what is there came in, so it must not read as if nothing had. */
    @Test
    void aDemonstrationThatSomebodyChangedIsNotCalledOneThatNeverCameIn() throws Exception {
        DemoLoader loader = new DemoLoader(
                memory.importer(),
                memory.reader(),
                memory.council(),
                memory.office(),
                null,
                LocalDate.of(2026, 12, 1),
                DemoFile.read());
        while (loader.next() == DemoLoader.Step.LOADED) {
            assertThat(memory.calls()).isNotEmpty();
        }
        memory.persons.remove(0);
        DemoCouncil council = demonstration();

        work.get(30, TimeUnit.SECONDS).run(tx -> {});

        assertThat(council.execute().toString())
                .contains("geänderte Daten", "nicht oder nicht weiter geladen", "changed data")
                .doesNotContain("werden nicht geladen", "no demo council is loaded");
        council.close();
    }

    /** Each start would read the file and the council else, and wait for it. */
    @Test
    void thatAllOfItIsInIsRememberedAndNotLookedForAgain() throws Exception {
        DemoCouncil first = demonstration();
        while (!first.execute().isOk()) {
            work.get(30, TimeUnit.SECONDS).run(tx -> {});
        }
        first.close();
        assertThat(remembered).isNotEmpty();
        work = new CompletableFuture<>();
        memory.calls().clear();

        DemoCouncil second = demonstration();

        assertThat(second.execute().toString()).contains("Die Beispieldaten sind geladen");
        second.close();
        assertThat(work).isNotDone();
        assertThat(memory.calls()).isEmpty();
    }

    @Test
    void whatIsNotTheDemonstrationIsLookedAtAgain() throws Exception {
        memory.office().addOrganization(null, new OrganizationEntry("Kreistag", null, null, null, null, null));
        DemoCouncil council = demonstration();

        work.get(30, TimeUnit.SECONDS).run(tx -> {});

        council.close();
        assertThat(remembered).isEmpty();
    }

    private DemoCouncil demonstration() {
        return new DemoCouncil(
                context(),
                remembered,
                settings(),
                transactions(),
                memory.importer(),
                memory.reader(),
                memory.council(),
                memory.office());
    }

    @SuppressWarnings("unchecked")
    private ConfigurationAdmin settings() {
        Configuration own = proxy(Configuration.class, (self, method, arguments) -> {
            remembered.putAll(FrameworkUtil.asMap((Dictionary<String, Object>) arguments[0]));
            return true;
        });
        return proxy(ConfigurationAdmin.class, (self, method, arguments) -> own);
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> "true";
            case "registerService" -> {
                work.complete((LeasedWork) arguments[1]);
                yield proxy(ServiceRegistration.class, (registration, call, none) -> null);
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Transactions transactions() {
        return proxy(Transactions.class, (self, method, arguments) -> ((Transactions.Work<?>) arguments[0]).in(null));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
