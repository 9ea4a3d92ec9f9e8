package de.kreiswerk.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final JsonNode description = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new OpenApiResource().description());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyOperationIsDescribedWithWhomItIsForAndNothingElseIs() {
        Map<String, String> offered = new TreeMap<>();
        for (Object resource : new AuditApplication().getSingletons()) {
            for (Method method : resource.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class)) {
                    offered.put(
                            (method.isAnnotationPresent(POST.class) ? "post " : "get ")
                                    + path(resource.getClass(), method),
                            whom(resource.getClass(), method));
                }
            }
        }
        Map<String, String> described = new TreeMap<>();
        description.path("paths").properties().forEach(path -> {
            assertThat(path.getValue().size()).isEqualTo(1);
            path.getValue().properties().forEach(operation -> {
                String whom = operation.getValue().path("description").asText();
                described.put(operation.getKey() + " " + path.getKey(), whom);
                assertThat(operation.getValue().has("security")).isEqualTo(whom.equals("Public."));
            });
        });

        assertThat(offered).hasSizeGreaterThan(10);
        assertThat(described).isEqualTo(offered);
    }

    /** A generated client sends them as %2F unless its author is told. */
    @Test
    void whereAPathsValueHasSlashesItIsSaidThatTheyStay() {
        for (String path : List.of("/tile/{level}/{tile}", "/tile/entries/{bundle}")) {
            JsonNode parameters =
                    description.path("paths").path(path).path("get").path("parameters");
            assertThat(parameters.get(parameters.size() - 1).path("description").asText())
                    .contains("067.p/5", "slashes stay as they are", "%2F", "build this address itself");
        }
    }

    @Test
    void whatIsDescribedHasTheMembersThatItHas() {
        Map<String, Class<? extends Record>> records = Map.of(
                "Checkpoint", Checkpoint.class,
                "LogKey", LogKey.class,
                "InclusionProof", InclusionProof.class,
                "ConsistencyProof", ConsistencyProof.class,
                "ProvenRecord", ProvenRecord.class,
                "TrailRecord", TrailRecord.class,
                "Personal", TrailRecord.Personal.class,
                "Found", RecordResource.Found.class);
        JsonNode schemas = description.path("components").path("schemas");
        records.forEach((name, type) -> {
            Set<String> described = new TreeSet<>();
            schemas.path(name).path("properties").fieldNames().forEachRemaining(described::add);
            assertThat(described)
                    .as(name)
                    .isEqualTo(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : description.findValuesAsText("$ref")) {
            assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static String path(Class<?> type, Method method) {
        String first = type.getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        String whole = (first.equals("/") ? "" : "/" + first) + (below == null ? "" : "/" + below.value());
        return whole.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static String whom(Class<?> type, Method method) {
        RequiresPermission own = method.getAnnotation(RequiresPermission.class);
        RequiresPermission all = type.getAnnotation(RequiresPermission.class);
        if (own != null || (all != null && !method.isAnnotationPresent(Public.class))) {
            return "Permission: " + (own == null ? all : own).value() + ".";
        }
        assertThat(method.isAnnotationPresent(Public.class) || type.isAnnotationPresent(Public.class))
                .as(method.toString())
                .isTrue();
        return "Public.";
    }
}
