package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class DeclaredPermissionsTest {

    private static final String ORDER = "de.kreis.ordnung.termine";
    private static final String BUILDING = "de.kreis.bauamt.termine";

    private final DeclaredPermissions declared = new DeclaredPermissions();

    @Test
    void whatAComponentNamesAfterItselfIsThereWhateverOthersDeclare() {
        declared.add(from("bundles/audit.jar"), named("Prüfpfad lesen", "audit.read"));
        declared.add(from("component:" + ORDER + ":abc:0"), named("Ordnung", ORDER + ".read"));
        declared.add(from("component:" + BUILDING + ":def:0"), named("Bauamt", BUILDING + ".read", ORDER + ".read"));
        declared.add(from("component:de.kreis.Hund_2:fed:0"), named("Hund", "de.kreis.hund-2.read"));

        assertThat(declared.all())
                .isEqualTo(Map.of(
                        "audit.read",
                        Text.same("Prüfpfad lesen"),
                        ORDER + ".read",
                        Text.same("Ordnung"),
                        BUILDING + ".read",
                        Text.same("Bauamt"),
                        "de.kreis.hund-2.read",
                        Text.same("Hund")));
    }

    @Test
    void noComponentSaysWhatThePlatformsPermissionsAreNorTakesWhatMayBeAnotherOnes() {
        declared.add(from("bundles/audit.jar"), named("Prüfpfad lesen", "audit.read"));
        declared.add(
                from("component:" + ORDER + ":abc:0"),
                named("Ganz harmlos", "audit.read", "*", "de.kreis.jugendamt.akten.read", ORDER + "more.read"));

        assertThat(declared.all()).isEqualTo(Map.of("audit.read", Text.same("Prüfpfad lesen")));
    }

    @Test
    void aShortNameIsOneComponentsOnlyAsLongAsNobodyElseWantsIt() {
        declared.add(from("component:" + ORDER + ":abc:0"), named("Ordnung", "termine.read"));
        declared.add(from("component:" + ORDER + ":abc:1"), named("Ordnung", "termine.read"));
        assertThat(declared.all()).isEqualTo(Map.of("termine.read", Text.same("Ordnung")));

        ServiceReference<PermissionDeclaration> other = from("component:" + BUILDING + ":def:0");
        declared.add(other, named("Bauamt", "termine.read"));
        assertThat(declared.all()).isEmpty();

        declared.remove(other);
        assertThat(declared.all()).containsOnlyKeys("termine.read");
    }

    @Test
    void whatNoRoleCouldBeGivenIsNotOfferedAndSaidOnce() {
        String fits = ORDER + "." + "x".repeat(99 - ORDER.length());
        declared.add(from("component:" + ORDER + ":abc:0"), named("Ordnung", fits, fits + "x", ORDER + ".Read"));

        List<String> log = Logged.by(DeclaredPermissions.class, () -> {
            assertThat(declared.all()).containsOnlyKeys(fits);
            assertThat(declared.all()).containsOnlyKeys(fits);
        });

        assertThat(log).singleElement().asString().contains(ORDER, fits + "x", ORDER + ".Read", "100");
    }

    @Test
    void noNameIsRecommendedThatNoRoleCouldBeGiven() {
        String lengthy = "de.kreis." + "x".repeat(91);
        declared.add(from("component:" + lengthy + ":abc:0"), named("Lang", "termine.read", "de.kreis.akten.read"));

        assertThat(Logged.by(
                        DeclaredPermissions.class,
                        () -> assertThat(declared.all()).containsOnlyKeys("termine.read")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("shorter name").doesNotContain("Let their names"));
    }

    @Test
    void whoIsGoneAlreadyIsNotTakenForThePlatform() {
        declared.add(answering(ServiceReference.class, null), named("Ganz harmlos", "audit.read"));

        assertThat(declared.all()).isEmpty();
    }

    private static PermissionDeclaration named(String title, String... names) {
        Map<String, Text> permissions = new HashMap<>();
        for (String name : names) {
            permissions.put(name, Text.same(title));
        }
        return () -> permissions;
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<PermissionDeclaration> from(String location) {
        Bundle bundle = answering(Bundle.class, location);
        return answering(ServiceReference.class, bundle);
    }

    /** Each is equal to itself only. */
    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DeclaredPermissionsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> answer;
                }));
    }
}
