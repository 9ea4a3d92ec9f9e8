package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where people sign in
 * @param token where codes are redeemed
 * @param keys where its keys are
 * @param namesIssuer whether its answers name it (RFC 9207)
 * @param secretInForm whether it wants our secret in the form instead of a header
 */
record Metadata(String authorization, String token, String keys, boolean namesIssuer, boolean secretInForm) {

    private static final String PATH = "/.well-known/openid-configuration";

    static Metadata fetch(Fetcher fetcher, String issuer) throws IOException {
        Fetcher.Answer answer = fetcher.get(issuer.replaceFirst("/$", "") + PATH);
        if (answer.status() != 200) {
            throw new Fault(
                    "Seine Beschreibung (Aussteller" + PATH + ") antwortet mit " + answer.status() + ".",
                    "its description answers " + answer.status());
        }
        try {
            return parse(answer.body(), issuer);
        } catch (ParseException e) {
            throw new Fault(
                    "Seine Beschreibung (Aussteller" + PATH + ") ist kein JSON.", "its description is not JSON");
        }
    }

    static Metadata parse(String json, String issuer) throws ParseException, IOException {
        Map<String, Object> all = JSONObjectUtils.parse(json, Fetcher.LARGEST);
        String named = JSONObjectUtils.getString(all, "issuer");
        if (!issuer.equals(named)) {
            throw new Fault(
                    "Er nennt sich „" + shortened(named) + "“, nicht „" + issuer
                            + "“: der Aussteller muss genau so heißen.",
                    "it calls itself '" + shortened(named) + "', not '" + issuer + "'");
        }
        List<String> methods = JSONObjectUtils.getStringList(all, "token_endpoint_auth_methods_supported");
        return new Metadata(
                address(all, "authorization_endpoint", issuer),
                address(all, "token_endpoint", issuer),
                address(all, "jwks_uri", issuer),
                Boolean.TRUE.equals(all.get("authorization_response_iss_parameter_supported")),
                methods != null && !methods.contains("client_secret_basic") && methods.contains("client_secret_post"));
    }

    private static String address(Map<String, Object> all, String key, String issuer)
            throws ParseException, IOException {
        String address = JSONObjectUtils.getString(all, key);
        // Only who is on this machine may name it: nobody else's words make us ask what runs here.
        boolean secure = address != null
                && ProviderSettings.isSafe(address)
                && (ProviderSettings.isHere(issuer) || !ProviderSettings.isHere(address));
        if (!secure) {
            throw new Fault(
                    "Was er als " + key + " nennt, ist keine Adresse mit https://.",
                    "its " + key + " is no address with https://");
        }
        return address;
    }

    private static String shortened(String text) {
        String plain = String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}
