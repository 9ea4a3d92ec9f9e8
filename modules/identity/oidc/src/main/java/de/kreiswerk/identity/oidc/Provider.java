package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.SignInWay;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider of OpenID Connect: leads people there, redeems what they come back with, and knows whether it answers. */
@Component(
        service = {Provider.class, SignInWay.class},
        configurationPid = ProviderConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProviderConfig.class, factory = true)
public final class Provider implements SignInWay {

    static final String BASE = "/anmelden/dienst/";
    static final String BACK = "/zurueck";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 300;

    private final ProviderSettings settings;
    private final Fetcher fetcher;
    private final Keys keys;
    private final IdTokens tokens;
    private final Clock clock;
    private volatile Described described;
    private volatile State state;

    /** What the provider says of itself, and when it said so. */
    private record Described(Metadata metadata, Instant when) {}

    /**
     * Whether the provider answers.
     *
     * @param reachable whether it did when it was asked last
     * @param since when it was asked last, null when never
     * @param lastError what went wrong last, null when nothing did
     * @param lastErrorAt when, null when nothing did
     */
    record State(boolean reachable, Instant since, String lastError, Instant lastErrorAt) {}

    @Activate
    public Provider(ProviderConfig config, Map<String, Object> properties) {
        this(ProviderSettings.of(config, nameOf(properties)), new Fetcher(Fetcher.PATIENCE), Clock.systemUTC());
    }

    Provider(ProviderSettings settings, Fetcher fetcher, Clock clock) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.clock = clock;
        this.keys = new Keys(fetcher, clock);
        this.tokens = new IdTokens(settings.issuer(), settings.clientId(), keys, clock);
        // Whoever comes before the first check is let through: it is asked then.
        this.state = new State(settings.objection() == null, null, settings.objection(), null);
        if (settings.objection() != null) {
            LOG.error("The sign-in service '{}' cannot be used: {}", settings.name(), settings.objection());
        }
    }

    private static String nameOf(Map<String, Object> properties) {
        String pid = String.valueOf(properties.get("service.pid"));
        return pid.substring(Math.max(pid.lastIndexOf('~'), pid.lastIndexOf('.')) + 1);
    }

    @Override
    public Text label() {
        return settings.label();
    }

    @Override
    public String path() {
        return BASE + settings.name();
    }

    @Override
    public int order() {
        return settings.place();
    }

    @Override
    public boolean available() {
        return state.reachable();
    }

    ProviderSettings settings() {
        return settings;
    }

    State state() {
        return state;
    }

    /** Asks whether it answers, and takes over what it says of itself. Changes of state are told in the log, once. */
    void check() {
        if (settings.objection() != null) {
            return;
        }
        try {
            Metadata metadata = fetchMetadata();
            keys.fetch(metadata.keys());
            noteAnswered();
        } catch (IOException | RuntimeException e) {
            noteFailed(words(e));
        }
    }

    /** Ends a sign-in before it begins when there is nobody to ask. */
    void mustAnswer() throws SignInFailed {
        metadata();
    }

    /** Where somebody signs in. */
    String authorization(Flow flow, String redirect) throws SignInFailed {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", redirect);
        query.put("scope", settings.scopes());
        query.put("state", flow.state());
        query.put("nonce", flow.nonce());
        query.put("code_challenge", Randoms.hash(flow.verifier()));
        query.put("code_challenge_method", "S256");
        String address = metadata().authorization();
        return address + (address.contains("?") ? "&" : "?") + form(query);
    }

    /** Whether an answer that names this issuer, or none, can be the provider's (RFC 9207). */
    boolean isAnswerOf(String named) throws SignInFailed {
        return named == null ? !metadata().namesIssuer() : settings.issuer().equals(named);
    }

    /** Redeems a code and checks what comes of it. */
    Claims redeem(String code, Flow flow, String redirect) throws SignInFailed {
        Metadata metadata = metadata();
        Claims claims = tokens.check(idToken(metadata, code, flow, redirect), flow.nonce(), metadata.keys());
        if (!keys.areAway()) {
            noteAnswered();
        }
        return claims;
    }

    private String idToken(Metadata metadata, String code, Flow flow, String redirect) throws SignInFailed {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect);
        form.put("code_verifier", flow.verifier());
        Map<String, String> headers = new LinkedHashMap<>();
        if (settings.clientSecret().isEmpty()) {
            form.put("client_id", settings.clientId());
        } else if (metadata.secretInForm()) {
            form.put("client_id", settings.clientId());
            form.put("client_secret", settings.clientSecret());
        } else {
            headers.put("Authorization", "Basic " + credentials());
        }
        Fetcher.Answer answer;
        try {
            answer = fetcher.post(metadata.token(), headers, form(form));
        } catch (IOException | RuntimeException e) {
            throw away("its tokens: " + words(e));
        }
        if (answer.status() == 401) {
            throw away("it does not take our client id and secret");
        }
        Map<String, Object> json = json(answer);
        if (answer.status() == 200) {
            return json.get("id_token") instanceof String token ? token : null;
        }
        if ("invalid_grant".equals(json.get("error"))) {
            throw new SignInFailed(Failure.CODE_REFUSED, "the provider does not take the code");
        }
        throw away("its tokens answer " + answer.status() + " " + plain(json.get("error")));
    }

    private Map<String, Object> json(Fetcher.Answer answer) throws SignInFailed {
        try {
            return JSONObjectUtils.parse(answer.body(), Fetcher.LARGEST);
        } catch (ParseException | RuntimeException e) {
            throw away("its tokens answer " + answer.status() + " and no JSON");
        }
    }

    /** As RFC 6749, section 2.3.1, has it: encoded like a form first. */
    private String credentials() {
        String plain = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private Metadata metadata() throws SignInFailed {
        if (settings.objection() != null) {
            throw new SignInFailed(Failure.PROVIDER_AWAY, settings.objection());
        }
        Described last = described;
        if (last != null && isGood(last, state)) {
            return last.metadata();
        }
        try {
            // That it is there again, as a whole, is seen by the next check or sign-in.
            return fetchMetadata();
        } catch (IOException | RuntimeException e) {
            throw away(words(e));
        }
    }

    /** After something went wrong, only what was said since then is. */
    private boolean isGood(Described last, State now) {
        return last.when().plus(FRESH).isAfter(clock.instant())
                && (now.reachable() || last.when().isAfter(now.since()));
    }

    private Metadata fetchMetadata() throws IOException {
        Metadata metadata = Metadata.fetch(fetcher, settings.issuer());
        described = new Described(metadata, clock.instant());
        return metadata;
    }

    private SignInFailed away(String message) {
        noteFailed(message);
        return new SignInFailed(Failure.PROVIDER_AWAY, message);
    }

    private synchronized void noteAnswered() {
        State before = state;
        state = new State(true, clock.instant(), before.lastError(), before.lastErrorAt());
        if (!before.reachable()) {
            LOG.info("The sign-in service '{}' answers again", settings.name());
        }
    }

    private synchronized void noteFailed(String message) {
        State before = state;
        Instant now = clock.instant();
        state = new State(false, now, message, now);
        if (before.reachable()) {
            LOG.warn("The sign-in service '{}' does not answer properly: {}", settings.name(), message);
        }
    }

    /** For administrators: what went wrong, in one line. */
    private static String words(Exception failure) {
        String kind = failure.getClass() == IOException.class
                ? ""
                : failure.getClass().getSimpleName() + ": ";
        return plain(kind + failure.getMessage());
    }

    /** What comes from elsewhere is written to log and console: one line, not long. */
    private static String plain(Object text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) + "…" : line;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
