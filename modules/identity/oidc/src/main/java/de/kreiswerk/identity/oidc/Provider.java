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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private final ProviderSettings settings;
    private final Fetcher fetcher;
    private final Keys keys;
    private final IdTokens tokens;
    private final Clock clock;
    private final CountDownLatch asked = new CountDownLatch(1);
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
    record State(boolean reachable, Instant since, Text lastError, Instant lastErrorAt) {}

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
            // What somebody set is wrong, not the platform.
            LOG.warn(
                    "The sign-in service '{}' cannot be used: {}",
                    settings.name(),
                    settings.objection().english());
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

    /** Waits until it was asked for the first time, or needs not to be. */
    void awaitAsked(Duration patience) {
        try {
            if (settings.objection() == null) {
                asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            noteFailed(Fault.words(e));
        } finally {
            asked.countDown();
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
            Text words = Fault.words(e);
            throw away("Wo es seine Token gibt: " + words.german(), "its tokens: " + words.english());
        }
        if (answer.status() == 401) {
            throw away(
                    "Er nimmt unsere Client-Kennung oder unser Client-Geheimnis nicht an.",
                    "it does not take our client id and secret");
        }
        Map<String, Object> json = json(answer);
        if (answer.status() == 200) {
            return json.get("id_token") instanceof String token ? token : null;
        }
        if ("invalid_grant".equals(json.get("error"))) {
            throw new SignInFailed(Failure.CODE_REFUSED, "the provider does not take the code");
        }
        String answered = answer.status() + " " + Fault.plain(json.get("error"));
        throw away("Wo es seine Token gibt, antwortet er mit " + answered + ".", "its tokens answer " + answered);
    }

    private Map<String, Object> json(Fetcher.Answer answer) throws SignInFailed {
        try {
            return JSONObjectUtils.parse(answer.body(), Fetcher.LARGEST);
        } catch (ParseException | RuntimeException e) {
            throw away(
                    "Wo es seine Token gibt, antwortet er mit " + answer.status() + " und ohne JSON.",
                    "its tokens answer " + answer.status() + " and no JSON");
        }
    }

    /** As RFC 6749, section 2.3.1, has it: encoded like a form first. */
    private String credentials() {
        String plain = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private Metadata metadata() throws SignInFailed {
        if (settings.objection() != null) {
            throw new SignInFailed(Failure.PROVIDER_AWAY, settings.objection().english());
        }
        Described last = described;
        if (last != null && isGood(last, state)) {
            return last.metadata();
        }
        try {
            // That it is there again, as a whole, is seen by the next check or sign-in.
            return fetchMetadata();
        } catch (IOException | RuntimeException e) {
            Text words = Fault.words(e);
            throw away(words.german(), words.english());
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

    private SignInFailed away(String german, String english) {
        noteFailed(new Text(german, english));
        return new SignInFailed(Failure.PROVIDER_AWAY, english);
    }

    private synchronized void noteAnswered() {
        State before = state;
        state = new State(true, clock.instant(), before.lastError(), before.lastErrorAt());
        if (!before.reachable()) {
            LOG.info("The sign-in service '{}' answers again", settings.name());
        }
    }

    private synchronized void noteFailed(Text words) {
        State before = state;
        Instant now = clock.instant();
        state = new State(false, now, words, now);
        if (before.reachable()) {
            LOG.warn("The sign-in service '{}' does not answer properly: {}", settings.name(), words.english());
        }
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
