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
 * @param objection why it cannot be used, in German; null when it can
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
        String objection) {

    private static final int LONGEST = 300;

    static ProviderSettings of(ProviderConfig config, String nameOfPid) {
        String name = config.name().isBlank() ? nameOfPid : config.name().strip();
        String label = config.label().isBlank() ? name : config.label().strip();
        Mapping mapping = new Mapping(List.of());
        TrustLevels trust = TrustLevels.NONE;
        String objection = objection(config, name, label);
        try {
            mapping = Mapping.parse(config.mapping());
            trust = TrustLevels.of(config.trustClaim(), config.trustLevels(), config.trustMinimum());
        } catch (IllegalArgumentException e) {
            objection = objection == null ? e.getMessage() : objection;
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

    private static String objection(ProviderConfig config, String name, String label) {
        if (!name.matches("[a-z0-9-]{1,30}")) {
            return "Der Name braucht 1 bis 30 Kleinbuchstaben, Ziffern und Bindestriche";
        }
        if (label.length() > 100) {
            return "Die Beschriftung hat mehr als 100 Zeichen";
        }
        if (!isSafe(config.issuer().strip())) {
            return "Der Aussteller ist keine Adresse mit https://";
        }
        if (config.clientId().isBlank() || config.clientId().length() > LONGEST) {
            return "Die Client-Kennung fehlt oder ist zu lang";
        }
        if (!Set.of(ProviderConfig.EMPLOYEES, ProviderConfig.CITIZENS).contains(config.audience())) {
            return "Die Art ist weder " + ProviderConfig.EMPLOYEES + " noch " + ProviderConfig.CITIZENS;
        }
        if (config.audience().equals(ProviderConfig.CITIZENS)
                && !config.mapping().isBlank()) {
            return "Wer Bürgerin oder Bürger ist, bekommt keine Rolle nach Gruppen: lassen Sie die Zuordnung leer";
        }
        return null;
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
