package de.kreiswerk.core.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import de.kreiswerk.core.api.web.ProblemDetails;
import javax.ws.rs.Priorities;
import javax.ws.rs.core.Feature;
import javax.ws.rs.core.FeatureContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * One extension with everything an application needs, so that an application has all of it or does not start: see {@link
 * de.kreiswerk.core.api.web.WebConstants#REST_BASICS}.
 */
@Component(property = "kreiswerk.rest=basics")
@JaxrsExtension
@JaxrsName("kreiswerk.basics")
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
public final class RestBasics implements Feature {

    private static final int DEEPEST = 32;

    private final ProblemDetails details;

    @Activate
    public RestBasics(@Reference ProblemDetails details) {
        this.details = details;
    }

    @Override
    public boolean configure(FeatureContext context) {
        ProblemAnswers answers = new ProblemAnswers(details);
        context.register(new JacksonJsonProvider(mapper()));
        context.register(new JsonLimit());
        context.register(new PermissionFilter(answers), Priorities.AUTHORIZATION);
        context.register(new ProblemExceptions(answers));
        AllowedMethods allowed = new AllowedMethods();
        context.register(allowed);
        context.register(new WebExceptions(answers, allowed));
        context.register(new OtherExceptions(answers));
        return true;
    }

    /**
     * What is not there is absent; times are ISO 8601; a member that nobody knows is an error, not a silent loss. Nothing here
     * is nested deeply, so that who nests deeply is up to something.
     */
    private static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }
}
