package de.kreiswerk.proposals.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreiswerk.core.api.web.IdempotentRequests;
import de.kreiswerk.core.api.web.IdempotentRequests.Answer;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** Answers requests that create something: once for each Idempotency-Key, with where it is and its revision. */
final class Creations {

    private static final String BASE = "/api/proposals/v1/";

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final Replaceable<IdempotentRequests> idempotent;
    private final Pages pages;

    Creations(Replaceable<IdempotentRequests> idempotent, Pages pages) {
        this.idempotent = idempotent;
        this.pages = pages;
    }

    /** What was created. */
    record Created(String id, long revision, Object body) {}

    Response create(HttpServletRequest request, String collection, Object entry, Supplier<Created> work) {
        String key = request.getHeader("Idempotency-Key");
        String fingerprint = key == null ? null : fingerprint(collection + write(entry));
        Answer answer = idempotent.use(requests ->
                requests.once(RestRequests.caller(request), key, fingerprint, () -> answer(collection, work.get())));
        return Response.status(answer.status())
                .entity(answer.body())
                .location(URI.create(pages.baseUrl() + answer.location()))
                .tag(new EntityTag(answer.etag()))
                .build();
    }

    private Answer answer(String collection, Created created) {
        return new Answer(
                201, write(created.body()), BASE + collection + "/" + created.id(), String.valueOf(created.revision()));
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private static String fingerprint(String request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
