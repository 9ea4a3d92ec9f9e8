package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type against OParl's own schemas, which stand beside the repository. */
class SchemaTest {

    private static final String SCHEMA = "https://schema.oparl.org/1.1/";
    private static final Path SCHEMAS =
            Path.of(System.getProperty("kreiswerk.root", "../../.."), "../shared/data/oparl/schema-draft7");

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private SchemaRegistry registry;

    @BeforeEach
    void readSchemas() {
        assumeTrue(Files.isDirectory(SCHEMAS), "skipped: OParl's schemas are not here: " + SCHEMAS.normalize());
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(this::schema)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        new Council(publication).publish();
    }

    /** They refer to each other as {@code File.json}, and once as {@code Organization}. */
    private String schema(String address) {
        if (!address.startsWith(SCHEMA)) {
            return null;
        }
        String name = address.substring(SCHEMA.length());
        try {
            return Files.readString(SCHEMAS.resolve(name.endsWith(".json") ? name : name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                Council.BODY,
                Council.TERM,
                Council.COMMITTEE,
                Council.DEPARTMENT,
                Council.PERSON,
                Council.MEMBERSHIP,
                Council.LOCATION,
                Council.MEETING,
                Council.ITEM,
                Council.PAPER,
                Council.DECISION,
                Council.NON_PUBLIC,
                Council.FILE
            })
    void anObjectIsValid(String path) {
        assertValid(oparl.json(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legislativeTerm",
                "organization",
                "person",
                "membership",
                "location",
                "meeting",
                "agendaItem",
                "paper",
                "consultation",
                "file"
            })
    void whatAListHoldsIsValidWithAndWithoutInternalLists(String list) {
        for (String query : List.of("", "?omit_internal=true")) {
            JsonNode data = oparl.json(Council.BODY + "/" + list + query).get("data");
            assertThat(data).isNotEmpty();
            data.forEach(this::assertValid);
        }
    }

    private void assertValid(JsonNode object) {
        List<Error> errors = registry.getSchema(
                        SchemaLocation.of(object.get("type").textValue()))
                .validate(object.toString(), InputFormat.JSON);
        assertThat(errors).as(object.toPrettyString()).isEmpty();
    }
}
