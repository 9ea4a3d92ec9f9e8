package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.api.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Asks all who may know that a person can still act. Where nobody who keeps accounts can be asked nobody has agreed either, whatever others
 * say: while the platform starts, or a component is replaced, that is so for a while, and an erasure cannot be taken back.
 */
@Component(service = Objections.class)
public final class Objections {

    /** So long after somebody went, or all began to come, one may be missing that is only being replaced, or starts later. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final List<ErasureObjection> all = new CopyOnWriteArrayList<>();
    private final Set<ErasureObjection> ofAccounts = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private volatile Instant since;

    /** Nobody is there yet. */
    @Activate
    public Objections() {
        this(Clock.systemUTC());
    }

    /**
     * Nobody is there yet.
     *
     * @param clock the time
     */
    public Objections(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * Somebody to ask comes.
     *
     * @param objection knows whether a person can still act
     * @param properties say whether they keep the accounts
     */
    @Reference(
            service = ErasureObjection.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void bind(ErasureObjection objection, Map<String, Object> properties) {
        all.add(objection);
        if (Boolean.TRUE.equals(properties.get(ErasureObjection.KEEPS_ACCOUNTS))) {
            ofAccounts.add(objection);
        }
    }

    /**
     * Somebody to ask goes.
     *
     * @param objection whom not to ask any more
     */
    public void unbind(ErasureObjection objection) {
        since = clock.instant();
        ofAccounts.remove(objection);
        all.remove(objection);
    }

    /**
     * Whether nobody is likely to be missing. Whoever asks before an offer is made can ask again; what is carried out cannot be taken back.
     *
     * @param now the time
     * @return false for a while after somebody went, or all began to come
     */
    public boolean areAllThere(Instant now) {
        return !now.isBefore(since.plus(SETTLED));
    }

    /**
     * What stands in the way of forgetting a person.
     *
     * @param subject the person's random id
     * @return empty when nothing does
     */
    public Optional<ProblemException> to(String subject) {
        List<ErasureObjection> asked = List.copyOf(all);
        if (asked.stream().noneMatch(ofAccounts::contains)) {
            return Optional.of(RetentionProblems.nobodyToAsk());
        }
        return asked.stream()
                .flatMap(each -> each.to(subject).stream())
                .findFirst()
                .map(RetentionProblems::objected);
    }
}
