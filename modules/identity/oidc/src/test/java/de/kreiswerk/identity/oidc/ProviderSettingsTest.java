package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

    private static final Map<String, Object> USABLE =
            Map.of("issuer", "https://sso.kreis.example/realms/kreis", "clientId", "kreiswerk");

    static ProviderConfig config(Map<String, ?> given) {
        return (ProviderConfig) Proxy.newProxyInstance(
                ProviderConfig.class.getClassLoader(), new Class<?>[] {ProviderConfig.class}, (proxy, method, none) -> {
                    Object value = given.containsKey(method.getName())
                            ? given.get(method.getName())
                            : method.getDefaultValue();
                    return method.getReturnType().isArray() && value instanceof String one ? new String[] {one} : value;
                });
    }

    private static ProviderSettings settings(String key, Object value) {
        Map<String, Object> given = new java.util.HashMap<>(USABLE);
        given.put(key, value);
        return ProviderSettings.of(config(given), "amt");
    }

    @Test
    void aFewWordsAreEnough() {
        ProviderSettings settings = ProviderSettings.of(config(USABLE), "amt");

        assertThat(settings.objection()).isNull();
        assertThat(settings.name()).isEqualTo("amt");
        assertThat(settings.label().german()).isEqualTo("amt");
        assertThat(settings.scopes()).isEqualTo("openid profile email");
        assertThat(settings.citizens()).isFalse();
        assertThat(settings.trust().areAsked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://sso.kreis.example",
        "issuer, javascript:alert(1)",
        "issuer, https://user@sso.kreis.example",
        "issuer, ' '",
        "clientId, ' '",
        "audience, everybody",
        "mapping, admins",
        "mapping, =administrator",
        "mapping, admins=author@",
        "trustMinimum, STORK-QAA-Level-3",
        "trustClaim, acr"
    })
    void whatCannotBeUsedIsSaid(String key, String value) {
        assertThat(settings(key, value).objection()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amt 1", "../admin", "", "a234567890123456789012345678901"})
    void aNameThatIsNoneIsSaid(String name) {
        assertThat(ProviderSettings.of(config(USABLE), name).objection().german())
                .contains("Name");
    }

    @Test
    void theMappingMayHaveALineForEachGroup() {
        ProviderSettings settings = settings("mapping", new String[] {"a=author", "", "b=approver|c=@FD 61"});

        assertThat(settings.objection()).isNull();
        assertThat(settings.mapping().rules()).hasSize(3);
    }

    @Test
    void citizensGetNoRolesByGroups() {
        Map<String, Object> given = new java.util.HashMap<>(USABLE);
        given.put("audience", "citizens");
        given.put("mapping", "alle=administrator");

        assertThat(ProviderSettings.of(config(given), "bund").objection()).isNotNull();
    }

    @Test
    void openidIsAlwaysAskedFor() {
        assertThat(settings("scopes", "  roles  email ").scopes()).isEqualTo("openid roles email");
    }

    @Test
    void groupsAreMappedThoughTheirNamesHoldSigns() {
        Mapping mapping = Mapping.parse(
                "cn=admins,ou=kreis = administrator | /Kreis/FD 61=author@FD 61|/Kreis/FD 61=@Fachdienst Umwelt\n x=citizen");

        assertThat(mapping.of(List.of("/Kreis/FD 61", "cn=admins,ou=kreis")))
                .containsExactly(
                        new Mapping.Rule("cn=admins,ou=kreis", "administrator", null),
                        new Mapping.Rule("/Kreis/FD 61", "author", "FD 61"),
                        new Mapping.Rule("/Kreis/FD 61", null, "Fachdienst Umwelt"));
        assertThat(mapping.of(List.of("/kreis/fd 61", ""))).isEmpty();
        assertThatThrownBy(() -> Mapping.parse("a=b|".repeat(501))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyLevelsThatAreListedAndHighEnoughAreTrusted() {
        TrustLevels levels = TrustLevels.of("acr", "low, substantial ,high", "substantial");

        assertThat(levels.accept("substantial")).isTrue();
        assertThat(levels.accept("high")).isTrue();
        assertThat(levels.accept("low")).isFalse();
        assertThat(levels.accept("HIGH")).isFalse();
        assertThat(levels.accept(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "//example.org",
                "/\\example.org",
                "/\t/example.org",
                "javascript:alert(1)",
                "konto",
                "",
                "/anmelden?weiter=/x",
                "/abmelden"
            })
    void nobodyIsLedToAnotherHost(String target) {
        assertThat(Targets.checked(target)).isNull();
    }

    @Test
    void aPageOfThisHostIsKept() {
        assertThat(Targets.checked("/admin/konten?seite=2&x=%C3%A4")).isEqualTo("/admin/konten?seite=2&x=%C3%A4");
    }
}
