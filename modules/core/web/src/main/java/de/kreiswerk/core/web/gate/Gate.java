package de.kreiswerk.core.web.gate;

import de.kreiswerk.core.api.settings.StatedNumber;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.core.web.pages.BaseUrl;
import de.kreiswerk.core.web.server.ServerThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate in the chain: counts who is inside, bundle by bundle, and lets wait whom it must. */
@Component(service = Gate.class)
@Designate(ocd = Gate.Config.class)
public final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** Header of requests that a switch makes itself. */
    public static final String PASS = "Kreiswerk-Pass";

    private static final int MOST_WAITING = 50;
    private static final int LONGEST_SECONDS = 30;
    /** Far more threads than any server has. */
    private static final int MOST_PLACES = 10_000;
    /** Nobody waits longer for a page, nor does a proxy. */
    private static final int MOST_SECONDS = 600;
    /** One of so many threads of the server may wait. */
    private static final int PARTS = 4;

    private final Map<String, Passage> passages = new ConcurrentHashMap<>();
    private final Supplier<Optional<String>> base;
    private final Supplier<OptionalInt> threads;
    private volatile Waiting waiting;

    /** How many wait, and how long. */
    @ObjectClassDefinition(
            name = "Anhalten von Anfragen",
            description = "Während eine Komponente ausgetauscht wird, warten Anfragen an sie.")
    public @interface Config {

        /** How many. */
        @AttributeDefinition(
                name = "Höchstens wartende Anfragen",
                min = "0",
                max = MOST_PLACES + "",
                description =
                        "Jede hält einen Thread des Servers fest. Weitere werden gebeten, es gleich noch einmal zu versuchen. Nie mehr als ein Viertel der Threads, die der Server hat, was hier auch steht.")
        int mostWaiting() default MOST_WAITING;

        /** How long, in seconds. */
        @AttributeDefinition(
                name = "Längstes Warten",
                min = "0",
                max = MOST_SECONDS + "",
                description =
                        "In Sekunden. Wer dann noch wartet, wird gebeten, es gleich noch einmal zu versuchen (503). Nehmen Sie mehr als bei „Warten“ unter „Umschalten von Komponenten“, sonst werden Anfragen abgewiesen, während das Umschalten noch gelingen kann.")
        int longestWaitSeconds() default LONGEST_SECONDS;
    }

    /** Where people wait, and for how long at most. */
    private record Waiting(AtomicInteger people, int most, long longestNanos) {

        static Waiting as(Config config) {
            return new Waiting(
                    new AtomicInteger(),
                    StatedNumber.of(
                            Gate.class.getName() + "/mostWaiting",
                            config::mostWaiting,
                            0,
                            MOST_PLACES,
                            MOST_WAITING,
                            LOG::error),
                    TimeUnit.SECONDS.toNanos(StatedNumber.of(
                            Gate.class.getName() + "/longestWaitSeconds",
                            config::longestWaitSeconds,
                            0,
                            MOST_SECONDS,
                            LONGEST_SECONDS,
                            LOG::error)));
        }
    }

    @Activate
    public Gate(@Reference BaseUrl base, @Reference ServerThreads threads, Config config) {
        this(base::listening, threads::most, config);
    }

    Gate(Supplier<Optional<String>> base, Supplier<OptionalInt> threads, Config config) {
        this.base = base;
        this.threads = threads;
        this.waiting = Waiting.as(config);
    }

    /** Another gate would know nothing of who is inside, and who waits keeps the place that there was. */
    @Modified
    void modified(Config config) {
        waiting = Waiting.as(config);
    }

    /**
     * A gate of a server that listens somewhere.
     *
     * @param base where, empty while it does not
     * @param config its limits
     * @return the gate
     */
    public static Gate at(Supplier<Optional<String>> base, Config config) {
        return new Gate(base, OptionalInt::empty, config);
    }

    /** Nobody waits for a gate that is gone. */
    @Deactivate
    void close() {
        passages.values().forEach(Passage::openAnyway);
    }

    /**
     * Comes in, after waiting if need be.
     *
     * @param bundle the symbolic name of the bundle that claims the address
     * @param pass what the request brings as {@link #PASS}, may be null
     * @return to be closed when the request is answered; null when it may not come in
     */
    public Inside enter(String bundle, String pass) {
        Passage passage = passages.computeIfAbsent(bundle, any -> new Passage());
        Waiting now = waiting;
        long end = System.nanoTime() + now.longestNanos();
        for (HeldRequests hold = passage.enter(); hold != null; hold = passage.enter()) {
            if (hold.lets(pass)) {
                passage.enterPast();
                return new Past(passage);
            }
            if (!await(hold, now, end - System.nanoTime())) {
                return null;
            }
        }
        return passage::leave;
    }

    /**
     * How long anybody waits at most.
     *
     * @return what is set
     */
    public Duration longestWait() {
        return Duration.ofNanos(waiting.longestNanos());
    }

    private boolean await(HeldRequests hold, Waiting now, long nanos) {
        int places = places(now);
        if (nanos <= 0 || now.people().getAndUpdate(people -> people < places ? people + 1 : people) >= places) {
            return false;
        }
        try {
            return hold.awaitEnd(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            now.people().decrementAndGet();
        }
    }

    /** Whatever is stated: the others need threads, too, and so does what is switched. */
    private int places(Waiting now) {
        OptionalInt most = threads.get();
        return most.isPresent() ? Math.min(now.most(), Math.max(1, most.getAsInt() / PARTS)) : now.most();
    }

    /**
     * Holds.
     *
     * @param bundles symbolic names
     * @return the hold
     */
    public RequestGate.Hold hold(Set<String> bundles) {
        List<Passage> held = bundles.stream()
                .map(bundle -> passages.computeIfAbsent(bundle, any -> new Passage()))
                .toList();
        HeldRequests hold = new HeldRequests(held, base);
        hold.begin();
        return hold;
    }

    /** A request that is inside. */
    @FunctionalInterface
    public interface Inside extends AutoCloseable {

        /** It is answered. */
        @Override
        void close();

        /** Whether it is the switch's own, which came past those who wait. */
        default boolean isPast() {
            return false;
        }
    }

    private record Past(Passage passage) implements Inside {

        @Override
        public boolean isPast() {
            return true;
        }

        @Override
        public void close() {
            passage.leave();
        }
    }
}
