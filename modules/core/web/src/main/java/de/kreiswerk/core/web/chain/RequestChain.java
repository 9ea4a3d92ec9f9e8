package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.StatedNumber;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.cache.Capture;
import de.kreiswerk.core.web.cache.KeptAnswer;
import de.kreiswerk.core.web.cache.Place;
import de.kreiswerk.core.web.cache.PublicBytes;
import de.kreiswerk.core.web.gate.Gate;
import de.kreiswerk.core.web.metrics.RequestMetrics;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What every request passes: request id, security headers, kept answers, the gate, limits, whether its address is served, who calls and
 * whether they may. Nothing gets around it: a preprocessor sees requests of unknown addresses and of JAX-RS as well.
 */
@Component(service = Preprocessor.class, immediate = true)
@Designate(ocd = RequestChain.Config.class)
public final class RequestChain implements Preprocessor {

    private static final Logger LOG = LoggerFactory.getLogger(RequestChain.class);
    /** What an authenticator takes. */
    private static final int MAX_TOKEN = 4_096;
    /** A longer address is asked for anew after signing in. */
    private static final int MAX_NEXT = 2_000;
    /** Of a request that a switch makes itself, once the gate has let it past those who wait. */
    private static final String PAST = RequestChain.class.getName() + ".past";

    /** The largest that the platform's own endpoints take, attachments and archives. */
    private static final int MEBIBYTES = 100;
    /** A department's component may take more than the platform does; far from any overflow. */
    private static final int MOST_MEBIBYTES = 10_000;

    private final Endpoints endpoints;
    private final PublicBytes bytes;
    private final SessionCookies cookies;
    private final Denials denials;
    private final RequestMetrics metrics;
    private final Gate gate;
    private final ErrorAnswers answers;
    private volatile ClientAddresses clients;
    private volatile Limits limits;
    private volatile Forgery forgery;
    private final LowerCase lowerCase;
    private final RequestIds ids = new RequestIds();
    private final SecurityHeaders headers = new SecurityHeaders();
    private final AtomicReference<Authenticator> authenticator = new AtomicReference<>();
    private final AtomicReference<Pages> pages = new AtomicReference<>();

    /** Limits of all requests. */
    @ObjectClassDefinition(name = "Anfragen", description = "Was keine Anfrage überschreiten darf.")
    @interface Config {

        @AttributeDefinition(
                name = "Größter Inhalt",
                min = "1",
                max = MOST_MEBIBYTES + "",
                description =
                        "In MiB, für jede Anfrage. Anlagen und Archive von Komponenten haben höchstens 100 MiB, Vorlagentexte höchstens 10; ein kleinerer Wert begrenzt auch sie, ein größerer gilt nur für das, was Komponenten der Fachbereiche selbst annehmen.")
        int maxBodyMebibytes() default MEBIBYTES;

        @AttributeDefinition(
                name = "Vertraute Proxys",
                description =
                        "Netzadressen mit Kommas dazwischen. Nur ihnen wird geglaubt, für wen sie anfragen (X-Forwarded-For).")
        String trustedProxies() default "127.0.0.1,::1";
    }

    @Activate
    public RequestChain(
            @Reference Endpoints endpoints,
            @Reference ProblemDetails details,
            @Reference PublicBytes bytes,
            @Reference SessionCookies cookies,
            @Reference Denials denials,
            @Reference RequestMetrics metrics,
            @Reference Gate gate,
            Config config) {
        this.endpoints = endpoints;
        this.lowerCase = new LowerCase(endpoints);
        this.bytes = bytes;
        this.cookies = cookies;
        this.denials = denials;
        this.metrics = metrics;
        this.gate = gate;
        this.answers = new ErrorAnswers(details);
        modified(config);
    }

    /** Another chain would leave a moment in which there is none. */
    @Modified
    void modified(Config config) {
        int mebibytes = StatedNumber.of(
                RequestChain.class.getName() + "/maxBodyMebibytes",
                config::maxBodyMebibytes,
                1,
                MOST_MEBIBYTES,
                MEBIBYTES,
                LOG::error);
        this.clients = new ClientAddresses(config.trustedProxies());
        this.limits = new Limits(mebibytes * 1024L * 1024);
        this.forgery = new Forgery(cookies, limits);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAuthenticator(Authenticator service) {
        authenticator.set(service);
        bytes.clear();
    }

    void unsetAuthenticator(Authenticator service) {
        authenticator.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setPages(Pages service) {
        pages.set(service);
    }

    void unsetPages(Pages service) {
        pages.compareAndSet(service, null);
    }

    @Override
    public void init(FilterConfig config) {
        // Configured by Config Admin.
    }

    @Override
    public void destroy() {
        // Nothing to give back.
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            goOn(request, response, chain);
            return;
        }
        long start = System.nanoTime();
        String id = ids.next();
        KeptAnswer kept = kept(request);
        if (kept != null) {
            setStandardHeaders(request, response, id);
            kept.send(request, response);
            // Whoever made it is at its place.
            count((Endpoint) kept.place().endpoint(), response, start);
            return;
        }
        request.setAttribute(WebConstants.REQUEST_ID, id);
        ErrorCatchingResponse catching = catching(request, response);
        Gate.Inside inside = null;
        try {
            MDC.put("requestId", id);
            inside = enter(request);
            Problem refusal = inside == null ? Problems.componentAway() : refusalOrFailure(request, id);
            answer(request, catching, chain, refusal);
        } finally {
            leave(inside, request);
            MDC.remove("requestId");
            Endpoints.Found found = found(request);
            count(found == null ? null : found.endpoint(), catching, start);
        }
    }

    /**
     * A request that came in before and goes on, perhaps at another address: it is inside until it ends, and counted. Held now, it
     * would wait for those who wait for it.
     */
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        Object known = request.getAttribute(WebConstants.REQUEST_ID);
        String id = known == null ? ids.next() : known.toString();
        request.setAttribute(WebConstants.REQUEST_ID, id);
        try {
            MDC.put("requestId", id);
            answer(request, catching(request, response), chain, refusalOrFailure(request, id));
        } finally {
            MDC.remove("requestId");
        }
    }

    private ErrorCatchingResponse catching(HttpServletRequest request, HttpServletResponse response) {
        standardHeaders(request, response);
        return new ErrorCatchingResponse(response, () -> standardHeaders(request, response), () -> isPersonal(request));
    }

    private void answer(HttpServletRequest request, ErrorCatchingResponse response, FilterChain chain, Problem refusal)
            throws IOException {
        if (refusal == null) {
            forward(request, response, chain);
        } else if (!ledToSignIn(request, response, refusal) && !ledToLowerCase(request, response, refusal)) {
            answers.write(request, response, refusal, pages.get());
        }
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                || response.getStatus() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            denials.record(request);
        }
    }

    /**
     * Where nobody ever claimed anything, nobody waits. Whose the address is may change while it waits. Null when the request had to
     * wait for too long.
     */
    private Gate.Inside enter(HttpServletRequest request) {
        while (true) {
            Object state = endpoints.state();
            Endpoints.Found found = endpoints.find(address(request));
            if (found == null) {
                return () -> {};
            }
            String owner = found.endpoint().owner();
            Gate.Inside inside = gate.enter(owner, request.getHeader(Gate.PASS));
            if (inside != null && inside.isPast()) {
                request.setAttribute(PAST, true);
            }
            if (inside == null || endpoints.state() == state || isStill(owner, request)) {
                return inside;
            }
            inside.close();
        }
    }

    private boolean isStill(String owner, HttpServletRequest request) {
        Endpoints.Found found = endpoints.find(address(request));
        return found != null && found.endpoint().owner().equals(owner);
    }

    /**
     * Whose an address is. A switch asks what the new version will serve: what the old one claimed and this one does not is no
     * longer theirs.
     */
    private Endpoints.Found found(HttpServletRequest request) {
        return request.getAttribute(PAST) == null
                ? endpoints.find(address(request))
                : endpoints.claimed(address(request));
    }

    /** A request whose answer goes on in another thread is inside until that ends. */
    private static void leave(Gate.Inside inside, HttpServletRequest request) {
        if (inside == null) {
            return;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AtTheEnd(inside::close));
        } else {
            inside.close();
        }
    }

    private void count(Endpoint endpoint, HttpServletResponse response, long start) {
        metrics.count(endpoint == null ? null : endpoint.prefix(), response.getStatus(), System.nanoTime() - start);
    }

    /** A kept answer whose address still leads to whoever made it; it passed the limits when it was made. */
    private KeptAnswer kept(HttpServletRequest request) {
        // A switch asks for what the new version says, and nobody else is to hear it before it stays.
        KeptAnswer kept = WithoutPass.isIn(request) ? null : bytes.find(request);
        if (kept == null) {
            return null;
        }
        Object state = endpoints.state();
        if (kept.place().state() == state) {
            return kept;
        }
        Endpoints.Found now = endpoints.find(address(request));
        if (now != null && now.served() && now.endpoint() == kept.place().endpoint()) {
            kept.stillAt(new Place(now.endpoint(), state));
            return kept;
        }
        bytes.drop(kept);
        return null;
    }

    /** Null when the answer will not be kept. */
    private Capture capture(HttpServletRequest request, HttpServletResponse response) {
        // The state first: what changes after this look makes the next one look again.
        Object state = endpoints.state();
        Endpoints.Found found = found(request);
        return found != null && found.endpoint().cached() && !WithoutPass.isIn(request)
                ? bytes.capture(request, response, new Place(found.endpoint(), state))
                : null;
    }

    private Problem refusalOrFailure(HttpServletRequest request, String id) {
        try {
            return refusal(request, id);
        } catch (RuntimeException | LinkageError e) {
            return unexpected(e);
        }
    }

    private Problem refusal(HttpServletRequest request, String id) {
        Problem beyondLimits = limits.refusal(request);
        Endpoints.Found found = found(request);
        if (beyondLimits != null) {
            if (beyondLimits.kind() == Problem.Kind.TOO_LARGE && found != null) {
                // Whose it is is recorded.
                authenticate(request, id, found.endpoint());
            }
            return beyondLimits;
        }
        if (found == null) {
            return Problems.notFound();
        }
        if (!found.served()) {
            return Problems.componentAway();
        }
        if (!Forgery.isSafe(request) || found.endpoint().signIn()) {
            request.setAttribute(WebConstants.CLIENT_ADDRESS, clients.of(request));
        }
        Problem notRecognised = authenticate(request, id, found.endpoint());
        if (notRecognised != null) {
            return notRecognised;
        }
        Problem forged = forgery.refusal(request, found.endpoint());
        if (forged != null) {
            return forged;
        }
        Problem notAllowed = Access.refusal(found.endpoint(), request);
        return notAllowed == null && readsForms(request, found.endpoint()) ? limits.formRefusal(request) : notAllowed;
    }

    /** JAX-RS reads bodies itself, whatever their type says. */
    private static boolean readsForms(HttpServletRequest request, Endpoint endpoint) {
        return request.getMethod().equals("POST") && endpoint.access() != Endpoint.Access.BY_OPERATION;
    }

    /** Whoever asks for a page that is not for everyone, and is not signed in, comes back to it afterwards. */
    private boolean ledToSignIn(HttpServletRequest request, HttpServletResponse response, Problem refusal) {
        String page = endpoints.signIn();
        if (page == null
                || refusal.kind() != Problem.Kind.UNAUTHENTICATED
                || !request.getMethod().equals("GET")
                || request.getHeader("Authorization") != null
                || !ErrorAnswers.wantsPage(request)) {
            return false;
        }
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        String next = asked.length() > MAX_NEXT
                ? ""
                : "?" + WebConstants.SIGN_IN_NEXT + "=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", page + next);
        response.setHeader("Cache-Control", "no-store");
        return true;
    }

    private boolean ledToLowerCase(HttpServletRequest request, HttpServletResponse response, Problem refusal) {
        return refusal.kind() == Problem.Kind.NOT_FOUND
                && found(request) == null
                && lowerCase.leads(request, address(request), response);
    }

    private static boolean isPersonal(HttpServletRequest request) {
        return request.getAttribute(WebConstants.SESSION) != null;
    }

    /** Notes the caller in the request. A token that is not valid is refused even where none is needed. */
    private Problem authenticate(HttpServletRequest request, String id, Endpoint endpoint) {
        Authenticator service = authenticator.get();
        if (service == null) {
            request.setAttribute(WebConstants.IDENTITY_AWAY, Boolean.TRUE);
            return null;
        }
        if (!Forgery.hasBearerToken(request)) {
            // Another scheme may be meant for a proxy in front.
            if (asksForSession(request, endpoint)) {
                noteSession(request, id, service);
            }
            return null;
        }
        String token = request.getHeader("Authorization")
                .substring(Forgery.BEARER.length())
                .strip();
        if (token.length() > MAX_TOKEN) {
            return Problems.tokenNotValid();
        }
        Optional<Caller> caller = service.bearer(token, id);
        caller.ifPresent(known -> request.setAttribute(WebConstants.CALLER, known));
        return caller.isPresent() ? null : Problems.tokenNotValid();
    }

    /**
     * What is public is the same for everyone, so that reading it costs nothing more with a session than without, and no
     * answer to a known person can come among those that are kept for all.
     */
    private static boolean asksForSession(HttpServletRequest request, Endpoint endpoint) {
        return !endpoint.isForEveryone() || !Forgery.isSafe(request);
    }

    /** A session that ended is none: its cookie is left over in many browsers, and no reason to refuse anybody. */
    private void noteSession(HttpServletRequest request, String id, Authenticator service) {
        String session = cookies.find(request);
        if (session == null) {
            return;
        }
        service.session(session, id).ifPresent(caller -> {
            request.setAttribute(WebConstants.CALLER, caller);
            request.setAttribute(WebConstants.SESSION, session);
            request.setAttribute(WebConstants.CSRF_TOKEN, Forgery.token(session));
        });
    }

    private void forward(HttpServletRequest request, ErrorCatchingResponse response, FilterChain chain)
            throws IOException {
        Problem problem = null;
        Endpoints.Found before = found(request);
        try (Capture capture = capture(request, response)) {
            HttpServletRequest limited = WithoutPass.of(limits.limited(request));
            if (capture == null) {
                chain.doFilter(limited, response);
            } else {
                chain.doFilter(capture.request(limited), capture.response());
            }
            if (HangUps.isNoted(request)) {
                // Half an answer, and nobody who would read about it.
                return;
            }
            if (response.error() != 0) {
                problem = problem(response.error(), request, before);
            } else if (unchecked(request)) {
                problem = Problems.componentAway();
            } else if (capture != null) {
                capture.finish();
            }
        } catch (ProblemException e) {
            problem = e.problem();
        } catch (IOException e) {
            // Often the other side went away, which is nobody's fault and not worth a stack trace.
            LOG.warn("A request could not be carried out: {}", e.toString());
            problem = Problems.failed();
        } catch (RuntimeException | ServletException | LinkageError e) {
            problem = unexpected(e);
        }
        if (problem == null) {
            return;
        }
        if (response.isCommitted()) {
            LOG.warn("A request failed after its answer had begun: {}", problem.code());
            throw new IOException("The answer cannot be completed");
        }
        String allowed = response.getHeader("Allow");
        String retry = response.getHeader("Retry-After");
        // Also frees the choice between stream and writer, which the failed endpoint may have made.
        response.reset();
        if (allowed != null) {
            response.setHeader("Allow", allowed);
        }
        if (retry != null) {
            response.setHeader("Retry-After", retry);
        }
        answers.write(request, response, problem, pages.get());
    }

    /**
     * Where the server dispatches the request: without dot segments, escapes and parameters. What an address looks like
     * must not decide who gets in.
     */
    private static String address(HttpServletRequest request) {
        String below = request.getPathInfo();
        return request.getServletPath() + (below == null ? "" : below);
    }

    private void standardHeaders(HttpServletRequest request, HttpServletResponse response) {
        setStandardHeaders(request, response, String.valueOf(request.getAttribute(WebConstants.REQUEST_ID)));
    }

    private void setStandardHeaders(HttpServletRequest request, HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        headers.set(request, response);
        if (isPersonal(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** The JAX-RS Whiteboard's servlet outlives its application for a while and then answers in its own words. */
    private boolean unchecked(HttpServletRequest request) {
        // CXF answers OPTIONS by itself, with the Allow header and nothing else.
        if (request.getAttribute(WebConstants.REST_HANDLED) != null
                || request.getMethod().equals("OPTIONS")) {
            return false;
        }
        Endpoints.Found found = found(request);
        return found != null && found.endpoint().access() == Endpoint.Access.BY_OPERATION;
    }

    /** A component that left or was replaced between the check and the dispatch is away, neither missing nor broken. */
    private Problem problem(int status, HttpServletRequest request, Endpoints.Found before) {
        Endpoints.Found now = found(request);
        boolean switched = now != null && (!now.served() || before == null || now.endpoint() != before.endpoint());
        if (switched && (status == 404 || status >= 500)) {
            return Problems.componentAway();
        }
        return status == 404 ? Problems.notFound() : Problems.of(status);
    }

    private static Problem unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
        }
        LOG.error("A request failed", failure);
        return Problems.failed();
    }
}
