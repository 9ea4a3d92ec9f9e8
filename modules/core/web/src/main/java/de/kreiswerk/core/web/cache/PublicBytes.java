package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.publication.PublicationListener;
import de.kreiswerk.core.api.settings.StatedNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the bytes of public answers until something that they are made of changes. */
@Component(service = {PublicBytes.class, PublicationListener.class, ConfigurationListener.class})
@Designate(ocd = PublicBytes.Config.class)
public final class PublicBytes implements PublicationListener, ConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(PublicBytes.class);

    private static final long MEBIBYTE = 1024L * 1024;

    private static final int MEBIBYTES = 32;
    private static final int MOST_MEBIBYTES = 10_000;

    private final Clock clock;
    private volatile KeptAnswers answers;
    private volatile FrameState frame;

    /** How much is kept. */
    @ObjectClassDefinition(
            name = "Zwischenspeicher öffentlicher Antworten",
            description = "Fertige Seiten und offene Daten, bis sich ändert, woraus sie gemacht sind.")
    public @interface Config {

        /** How much. */
        @AttributeDefinition(
                name = "Größe",
                min = "0",
                max = MOST_MEBIBYTES + "",
                description = "In MiB; 0 schaltet ihn ab.")
        int maxMebibytes() default MEBIBYTES;
    }

    /**
     * Starts empty.
     *
     * @param config how much is kept
     */
    @Activate
    public PublicBytes(Config config) {
        this(capacity(config), Clock.systemUTC());
    }

    PublicBytes(long capacity, Clock clock) {
        this.answers = new KeptAnswers(capacity);
        this.clock = clock;
    }

    /** The request chain cannot be without it. What is being made at the moment is kept where nobody looks any more. */
    @Modified
    void modified(Config config) {
        answers = new KeptAnswers(capacity(config));
    }

    private static long capacity(Config config) {
        return MEBIBYTE
                * StatedNumber.of(
                        PublicBytes.class.getName() + "/maxMebibytes",
                        config::maxMebibytes,
                        0,
                        MOST_MEBIBYTES,
                        MEBIBYTES,
                        LOG::error);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setFrame(FrameState service) {
        frame = service;
    }

    public void unsetFrame(FrameState service) {
        if (frame == service) {
            frame = null;
        }
    }

    /**
     * Finds a kept answer. Whether its address still leads to the same place is for the caller to say.
     *
     * @param request the request
     * @return null when there is none, or none for this request
     */
    public KeptAnswer find(HttpServletRequest request) {
        FrameState state = frame;
        if (state == null || !answers.isOn() || !isAnonymousRead(request)) {
            return null;
        }
        KeptAnswer kept = answers.find(key(request, state));
        if (kept == null) {
            return null;
        }
        if (!kept.isRight(state.stamp(), state.base(), clock.millis())) {
            answers.remove(kept);
            return null;
        }
        return kept;
    }

    /**
     * Begins to keep what is answered to a request; must be closed.
     *
     * @param request the request
     * @param response where the answer goes
     * @param place what the address leads to
     * @return null when an answer to this request cannot be kept
     */
    public Capture capture(HttpServletRequest request, HttpServletResponse response, Place place) {
        FrameState state = frame;
        if (state == null || !answers.isOn() || !request.getMethod().equals("GET") || !isAnonymousRead(request)) {
            return null;
        }
        String base = state.base();
        return base == null
                ? null
                : new Capture(
                        answers,
                        new Capture.Question(key(request, state), place, state, state.stamp(), base),
                        request,
                        response);
    }

    /**
     * Takes an answer out.
     *
     * @param kept the answer
     */
    public void drop(KeptAnswer kept) {
        answers.remove(kept);
    }

    /** Forgets everything, also what is being made at the moment. */
    public void clear() {
        answers.clear();
    }

    @Override
    public void changed(Set<String> paths, Set<String> lists) {
        answers.changed(paths, lists);
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        answers.clear();
    }

    /** With an Authorization header the caller is to be told when it is not valid. */
    private static boolean isAnonymousRead(HttpServletRequest request) {
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && request.getHeader("Authorization") == null
                && request.getContentLengthLong() <= 0;
    }

    private static AnswerKey key(HttpServletRequest request, FrameState state) {
        return new AnswerKey(request.getRequestURI(), request.getQueryString(), state.languageOf(request));
    }
}
