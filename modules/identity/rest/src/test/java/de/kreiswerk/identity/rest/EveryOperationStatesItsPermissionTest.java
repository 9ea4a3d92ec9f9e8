package de.kreiswerk.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryOperationStatesItsPermissionTest {

    @Test
    void readingNeedsReadAndEveryChangeThePermissionOfWhatItChanges() {
        Map<String, String> permissions = new TreeMap<>();
        Stream.of(DepartmentsResource.class, AccountsResource.class, RolesResource.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && http(method) != null)
                .forEach(method -> {
                    assertThat(method.isAnnotationPresent(Public.class)).isFalse();
                    RequiresPermission own = method.getAnnotation(RequiresPermission.class);
                    RequiresPermission stated =
                            own == null ? method.getDeclaringClass().getAnnotation(RequiresPermission.class) : own;
                    permissions.put(
                            http(method) + " " + method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                            stated.value());
                });

        assertThat(permissions).hasSizeGreaterThan(14);
        permissions.forEach((operation, permission) -> {
            if (operation.startsWith("GET ")) {
                assertThat(permission).as(operation).isEqualTo(IdentityPermissions.READ);
            } else {
                assertThat(permission).as(operation).isNotEqualTo(IdentityPermissions.READ);
            }
        });
    }

    @Test
    void tokensAndSessionsAreForWhoSeesToThem() {
        assertThat(TokensResource.class.getAnnotation(RequiresPermission.class).value())
                .isEqualTo(IdentityPermissions.TOKENS);
        assertThat(SessionsResource.class
                        .getAnnotation(RequiresPermission.class)
                        .value())
                .isEqualTo(IdentityPermissions.SESSIONS);
        assertThat(Stream.of(TokensResource.class, SessionsResource.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())))
                .noneMatch(method -> method.isAnnotationPresent(RequiresPermission.class)
                        || method.isAnnotationPresent(Public.class));
    }

    /** Machines have no account of their own, and most people no other permission. */
    @ParameterizedTest
    @CsvSource({
        "of, de.kreiswerk.identity.rest.DeputiesResource, identity.read",
        "appoint, de.kreiswerk.identity.rest.DeputiesResource, identity.grants",
        "end, de.kreiswerk.identity.rest.DeputiesResource, identity.grants",
        "get, de.kreiswerk.identity.rest.CouncilMembersResource, identity.read"
    })
    void onesOwnIsForEverybodyAndThatOfOthersForWhoHasThePermission(String name, Class<?> type, String permission) {
        Method operation = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        RequiresPermission own = operation.getAnnotation(RequiresPermission.class);
        RequiresPermission stated = own == null ? type.getAnnotation(RequiresPermission.class) : own;

        assertThat(stated.value()).isEqualTo(permission);
        assertThat(stated.or()).containsExactly(IdentityPermissions.OWN_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"x\"", "W/\"3\"", "\"3\", \"4\"", "\"1234567890123456789\""})
    void whatIsNoRevisionIsRefused(String ifMatch) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> RestRequests.expectedRevision(ifMatch));
        assertThat(refused.problem().code()).isEqualTo("if-match-malformed");
    }

    @Test
    void aRevisionIsReadAndAStarMeansAny() {
        assertThat(RestRequests.expectedRevision("\"3\"")).isEqualTo(3);
        assertThat(RestRequests.expectedRevision("*")).isNull();
        assertThat(RestRequests.expectedRevision(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "abc", "99999999999"})
    void whatIsNoLimitIsRefused(String limit) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Requests.limit(limit, 1_000, 100)))
                .isNotNull();
    }

    private static String http(Method method) {
        List<String> methods = Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(Class::getSimpleName)
                .toList();
        return methods.isEmpty() ? null : methods.get(0);
    }
}
