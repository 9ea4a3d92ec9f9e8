package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a provider is set up, as it was stated.
 *
 * @param name its name in addresses
 * @param label what people call it
 * @param place its place among others
 * @param issuer its address
 * @param clientId what it calls us
 * @param clientSecret proves that we are it, empty for none
 * @param scopes what we ask for, with blanks between
 * @param citizens whether it is for everybody instead of those who work here
 * @param createAccounts whether whoever has no account gets one
 * @param groupsClaim where the groups are
 * @param mapping what groups are here
 * @param trust what level of trust is asked for
 * @param objection why it cannot be used, in a sentence; null when it can
 */
record ProviderSettings(
        String name,
        Text label,
        int place,
        String issuer,
        String clientId,
        String clientSecret,
        String scopes,
        boolean citizens,
        boolean createAccounts,
        String groupsClaim,
        Mapping mapping,
        TrustLevels trust,
        Text objection) {

    private static final int LONGEST = 300;

    static ProviderSettings of(ProviderConfig config, String name) {
        String label = config.label().isBlank() ? name : config.label().strip();
        Mapping mapping = new Mapping(List.of());
        TrustLevels trust = TrustLevels.NONE;
        Text objection = null;
        try {
            check(config, name, label);
            mapping = Mapping.parse(String.join("\n", config.mapping()));
            trust = TrustLevels.of(config.trustClaim(), config.trustLevels(), config.trustMinimum());
        } catch (Unusable e) {
            objection = e.words();
        }
        return new ProviderSettings(
                name,
                new Text(
                        label,
                        config.labelEnglish().isBlank()
                                ? label
                                : config.labelEnglish().strip()),
                config.place(),
                config.issuer().strip(),
                config.clientId().strip(),
                config.clientSecret(),
                scopes(config.scopes()),
                config.audience().equals(ProviderConfig.CITIZENS),
                config.createAccounts(),
                config.groupsClaim().strip(),
                mapping,
                trust,
                objection);
    }

    private static void check(ProviderConfig config, String name, String label) {
        if (!name.matches("[a-z0-9-]{1,30}")) {
            throw new Unusable(
                    "Der Name braucht 1 bis 30 Kleinbuchstaben, Ziffern und Bindestriche.",
                    "The name needs 1 to 30 small letters, digits and hyphens.");
        }
        if (label.length() > 100) {
            throw new Unusable("Die Beschriftung hat mehr als 100 Zeichen.", "The label has more than 100 characters.");
        }
        if (!isSafe(config.issuer().strip())) {
            throw new Unusable(
                    "Der Aussteller ist keine Adresse mit https://.", "The issuer is no address with https://.");
        }
        if (config.clientId().isBlank() || config.clientId().length() > LONGEST) {
            throw new Unusable("Die Client-Kennung fehlt oder ist zu lang.", "The client id is missing, or too long.");
        }
        if (!Set.of(ProviderConfig.EMPLOYEES, ProviderConfig.CITIZENS).contains(config.audience())) {
            throw new Unusable(
                    "Die Art ist weder " + ProviderConfig.EMPLOYEES + " noch " + ProviderConfig.CITIZENS + ".",
                    "The audience is neither " + ProviderConfig.EMPLOYEES + " nor " + ProviderConfig.CITIZENS + ".");
        }
        if (config.audience().equals(ProviderConfig.CITIZENS)
                && Arrays.stream(config.mapping()).anyMatch(line -> !line.isBlank())) {
            throw new Unusable(
                    "Wer Bürgerin oder Bürger ist, bekommt keine Rolle nach Gruppen: lassen Sie die Zuordnung leer.",
                    "Citizens get no roles by groups: leave the mapping empty.");
        }
    }

    /** Over TLS; on this very machine without, for trying things out. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return address.length() <= LONGEST
                    && host != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || isHere(address) && "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address is of this very machine. */
    static boolean isHere(String address) {
        String host = URI.create(address).getHost();
        return host != null
                && (host.equalsIgnoreCase("localhost") || host.matches("127\\.[0-9.]+") || host.equals("[::1]"));
    }

    private static String scopes(String stated) {
        Set<String> scopes = new LinkedHashSet<>(List.of("openid"));
        Arrays.stream(stated.strip().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .forEach(scopes::add);
        return String.join(" ", scopes);
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + name + "]";
    }
}
