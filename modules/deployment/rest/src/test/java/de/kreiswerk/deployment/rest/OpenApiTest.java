package de.kreiswerk.deployment.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.api.Switch;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final Http http = new Http();
    private final JsonNode description = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new OpenApiResource().description());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyOperationIsDescribedWithItsPermissionAndNothingElseIs() {
        Map<String, String> offered = new TreeMap<>();
        for (Object resource : new DeploymentApplication(http).getSingletons()) {
            for (Method method : resource.getClass().getDeclaredMethods()) {
                httpMethod(method)
                        .forEach(verb -> offered.put(
                                verb + " " + path(resource.getClass(), method),
                                "Permission: " + permission(resource.getClass(), method) + "."));
            }
        }
        Map<String, String> described = new TreeMap<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.put(
                                operation.getKey() + " " + path.getKey(),
                                firstSentence(
                                        operation.getValue().path("description").asText()))));

        assertThat(offered).hasSizeGreaterThan(20);
        assertThat(described).isEqualTo(offered);
    }

    @Test
    void readingNeedsReadAndNothingThatChangesDoes() {
        for (Object resource : new DeploymentApplication(http).getSingletons()) {
            for (Method method : resource.getClass().getDeclaredMethods()) {
                httpMethod(method).forEach(verb -> {
                    assertThat(method.isAnnotationPresent(Public.class)).isFalse();
                    String permission = permission(resource.getClass(), method);
                    if (verb.equals("get")) {
                        assertThat(permission).isEqualTo(DeploymentPermissions.READ);
                    } else {
                        assertThat(permission).isNotEqualTo(DeploymentPermissions.READ);
                    }
                });
            }
        }
    }

    @Test
    void whatIsDescribedHasTheMembersThatItHas() {
        Map<String, Class<? extends Record>> records = Map.ofEntries(
                Map.entry("Text", Text.class),
                Map.entry("Component", Component.class),
                Map.entry("ComponentVersion", ComponentVersion.class),
                Map.entry("BundleStatement", ComponentVersion.BundleStatement.class),
                Map.entry("SignatureStatement", ComponentVersion.SignatureStatement.class),
                Map.entry("Finding", Finding.class),
                Map.entry("Belongings", Belongings.class),
                Map.entry("BelongingsTable", Belongings.Table.class),
                Map.entry("Plan", Plan.class),
                Map.entry("BundleChange", Plan.BundleChange.class),
                Map.entry("ConfigurationChange", Plan.ConfigurationChange.class),
                Map.entry("Switch", Switch.class),
                Map.entry("PhaseRun", Switch.PhaseRun.class),
                Map.entry("NodeRun", NodeRun.class),
                Map.entry("ServiceMap", ServiceMap.class),
                Map.entry("Link", ServiceMap.Link.class),
                Map.entry("Signer", Signer.class),
                Map.entry("Concerned", Signers.Concerned.class),
                Map.entry("SignerEntry", Signers.Entry.class),
                Map.entry("Revocation", SignersResource.Revocation.class),
                Map.entry("DeploymentGrant", DeploymentGrant.class),
                Map.entry("DeploymentGrantEntry", DeploymentGrants.Entry.class),
                Map.entry("Want", DeploymentGrants.Want.class));
        JsonNode schemas = description.path("components").path("schemas");
        records.forEach((name, type) -> {
            Set<String> members = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (type == Plan.class || type == Belongings.class) {
                members.add("possible");
            }
            if (type == Switch.PhaseRun.class) {
                members.add("title");
            }
            Set<String> described = new TreeSet<>();
            schemas.path(name).path("properties").fieldNames().forEachRemaining(described::add);
            assertThat(described).as(name).isEqualTo(members);
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType().isEnum()) {
                    assertThat(values(schemas.path(name).path("properties").path(component.getName())))
                            .as(name + "." + component.getName())
                            .containsExactlyElementsOf(
                                    Arrays.stream(component.getType().getEnumConstants())
                                            .map(Object::toString)
                                            .toList());
                }
            }
        });
        Set<String> named = new TreeSet<>(records.keySet());
        named.add("Problem");
        Set<String> all = new TreeSet<>();
        schemas.fieldNames().forEachRemaining(all::add);
        assertThat(all).isEqualTo(named);
    }

    /** What is null is not sent: whoever believes the description must not wait for it. */
    @Test
    void whatMayBeAbsentIsNotRequiredAndNothingIsNull() {
        assertThat(description.findValues("nullable")).isEmpty();

        NodeRun bare = new NodeRun("n1", true, null, null, null, Instant.EPOCH);
        Set<String> sent = new TreeSet<>();
        new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .valueToTree(bare)
                .fieldNames()
                .forEachRemaining(sent::add);
        Set<String> required = new TreeSet<>();
        description.at("/components/schemas/NodeRun/required").forEach(name -> required.add(name.asText()));
        assertThat(required).isEqualTo(sent);
    }

    @Test
    void whatAnApprovalAndAnOlderVersionNeedIsDescribed() {
        assertThat(description
                        .at("/paths/~1components~1{name}~1versions~1{archive}~1approval/post/description")
                        .asText())
                .contains("approval-by-machine", "approval-by-uploader");
        for (String operation : List.of("~1switch/post", "/delete")) {
            assertThat(description
                            .at("/paths/~1components~1{name}~1versions~1{archive}" + operation + "/description")
                            .asText())
                    .as(operation)
                    .contains(DeploymentPermissions.ADMINISTER);
        }
    }

    /** The command line has no names of its own for them. */
    @Test
    void aPhaseBringsItsTitle() {
        JsonNode run = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .valueToTree(new Switch.PhaseRun(Switch.Phase.STOP, Instant.EPOCH, 3L));

        assertThat(run.path("title").path("german").asText()).isEqualTo("Alte Version beenden");
        assertThat(run.path("title").path("english").asText()).isEqualTo("Stop the old version");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = description.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static List<String> values(JsonNode schema) {
        return Stream.iterate(0, i -> i < schema.path("enum").size(), i -> i + 1)
                .map(i -> schema.path("enum").get(i).asText())
                .toList();
    }

    private static Stream<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(annotation -> annotation != null)
                .map(annotation -> annotation.value().toLowerCase(java.util.Locale.ROOT))
                .filter(METHODS::contains);
    }

    private static String path(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/" + type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String permission(Class<?> type, Method method) {
        RequiresPermission own = method.getAnnotation(RequiresPermission.class);
        return (own == null ? type.getAnnotation(RequiresPermission.class) : own).value();
    }
}
